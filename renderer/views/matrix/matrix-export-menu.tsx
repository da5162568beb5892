import { Share } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { MenuItem, MenuSection } from 'react-aria-components';
import {
  exportMatrixAs,
  sendToBriefFromMatrix,
} from '../../session/commands/matrix-export-commands.ts';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';

/** What leaves the matrix: files of what is shown, and the same in the brief. */
export function MatrixExportMenu(): ReactNode {
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isReadOnly = session.store.project.readOnly !== null;
  const items = [
    ['xlsx', 'Workbook (XLSX)…', () => exportMatrixAs(session, 'xlsx')],
    ['csv', 'Table (CSV)…', () => exportMatrixAs(session, 'csv')],
    ['html', 'Page (HTML)…', () => exportMatrixAs(session, 'html')],
  ] as const;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button quiet"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Share size={15} aria-hidden="true" />
        Export…
      </button>
      {isOpen && (
        <ListMenu
          label="Export the matrix"
          trigger={button}
          disabledKeys={isReadOnly ? ['brief', 'place'] : []}
          onClose={() => setOpen(false)}
        >
          <MenuSection aria-label="Files">
            {items.map(([id, title, run]) => (
              <MenuItem key={id} id={id} className="menu-item" onAction={() => void run()}>
                {title}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection aria-label="Brief">
            <MenuItem
              id="brief"
              className="menu-item"
              onAction={() => void sendToBriefFromMatrix(session, 'matrix')}
            >
              Send the matrix to the brief
            </MenuItem>
            <MenuItem
              id="place"
              className="menu-item"
              onAction={() => void sendToBriefFromMatrix(session, 'place')}
            >
              Send this row or cell to the brief (B)
            </MenuItem>
          </MenuSection>
        </ListMenu>
      )}
    </>
  );
}
