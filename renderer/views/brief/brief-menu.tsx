import { Ellipsis } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { MenuItem } from 'react-aria-components';
import type { BriefRecord } from '../../../app/record/records.ts';
import { isAvailable } from '../../session/command.ts';
import { commandById } from '../../session/commands/command-list.ts';
import { giveCommand } from '../../session/run-command.ts';
import { newBrief, removeBrief } from '../../session/writing/brief.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { ListMenu } from '../parts/list-menu.tsx';
import { useSession } from '../parts/session-context.ts';

/** What is done with a brief as a whole, seldom: a menu, so that its head stays one line. */
export function BriefMenu({ brief }: { readonly brief: BriefRecord }): ReactNode {
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const commands = [
    ['claim.from-brief', 'Claim…'],
    ['brief.draft', 'Draft a brief…'],
  ] as const;
  const unavailable = commands.flatMap(([id]) => {
    const command = commandById(id);
    return command !== null && isAvailable(session, command) ? [] : id;
  });
  const isReadOnly = session.store.project.readOnly !== null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button quiet icon"
        aria-label="More about the brief"
        title="More about the brief"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Ellipsis size={15} aria-hidden="true" />
      </button>
      {isOpen && (
        <ListMenu
          label="Brief"
          trigger={button}
          disabledKeys={[...unavailable, ...(isReadOnly ? ['new', 'remove'] : [])]}
          onClose={() => setOpen(false)}
        >
          {commands.map(([id, title]) => {
            const command = commandById(id);
            return (
              command !== null && (
                <MenuItem
                  key={id}
                  id={id}
                  className="menu-item"
                  textValue={title}
                  onAction={() => giveCommand(session, command)}
                >
                  {title}
                  {command.key !== undefined && <KeyLabel value={command.key} />}
                </MenuItem>
              )
            );
          })}
          <MenuItem id="new" className="menu-item" onAction={() => newBrief(session)}>
            New brief
          </MenuItem>
          <MenuItem id="remove" className="menu-item" onAction={() => removeBrief(session, brief)}>
            Remove brief
          </MenuItem>
        </ListMenu>
      )}
    </>
  );
}
