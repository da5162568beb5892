import { PanelLeftClose, PanelLeftOpen, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { showPlace } from '../../session/library/library-selection.ts';
import { trashedArticles } from '../../session/library/library-trash.ts';
import { changeView } from '../../session/library/library-view.ts';
import { chooseImport } from '../../session/project.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useLibraryView } from './use-library-list.ts';

/** Import, the trash, and the width of the list. */
export function LibraryFoot(): ReactNode {
  const session = useSession();
  const { wide } = useLibraryView();
  const place = useSessionState((state) => state.library.place);
  const trashed = useRecords((records) => trashedArticles(records).length);
  const any = useRecords((records) => records.list('article').length > 0);
  if (!any) return null;
  const Wide = wide ? PanelLeftClose : PanelLeftOpen;
  return (
    <div className="library-foot">
      <button
        type="button"
        className="button quiet"
        onClick={() => void chooseImport(session, 'files')}
      >
        Import files…
      </button>
      <span className="library-foot-end">
        {(trashed > 0 || place === 'trash') && (
          <button
            type="button"
            className="button quiet icon library-trash"
            aria-pressed={place === 'trash'}
            aria-label={`Trash, ${trashed} ${trashed === 1 ? 'article' : 'articles'}`}
            title="Trash"
            onClick={() => showPlace(session, place === 'trash' ? 'articles' : 'trash')}
          >
            <Trash2 size={15} aria-hidden="true" />
            {trashed.toLocaleString('en-GB')}
          </button>
        )}
        <button
          type="button"
          className="button quiet icon"
          aria-pressed={wide}
          aria-label="Wide list"
          title="Wide list"
          onClick={() => changeView(session, { wide: !wide })}
        >
          <Wide size={15} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}
