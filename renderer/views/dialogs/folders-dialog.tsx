import type { ReactNode } from 'react';
import {
  addFolder,
  folderStateWords,
  lookForChanges,
  stopWatching,
} from '../../session/corpus/folders.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** The folders that are looked at for new and changed files. */
export function FoldersDialog(): ReactNode {
  const session = useSession();
  const folders = useSessionState((state) => state.folders);
  const { readOnly } = session.store.project;
  return (
    <Dialog title="Watched folders" wide closeButton onClose={() => session.closeDialog()}>
      <p>
        New files in these folders become articles; a changed file becomes a new revision of its
        article. A file that is deleted takes no article with it.
      </p>
      <ul className="folders" aria-label="Folders">
        {folders.map((folder) => (
          <li key={folder.id} className="folder">
            <div>
              <b>{folder.name}</b>
              <span className="folder-path">{folder.path}</span>
              <span className="folder-state" data-state={folder.state}>
                {folderStateWords(folder)}
              </span>
            </div>
            {folder.id === 'articles' ? (
              <span className="folder-own">The project’s own</span>
            ) : (
              <button
                type="button"
                className="button"
                aria-label={`Stop watching ${folder.name}`}
                disabled={readOnly !== null}
                onClick={() => void stopWatching(session, folder)}
              >
                Stop watching
              </button>
            )}
          </li>
        ))}
      </ul>
      {readOnly !== null && <p>{readOnly}</p>}
      <div className="dialog-buttons">
        <button
          type="button"
          className="button"
          disabled={readOnly !== null}
          onClick={() => void lookForChanges(session)}
        >
          Look for changes now
        </button>
        <button
          type="button"
          className="button primary"
          disabled={readOnly !== null}
          onClick={() => void addFolder(session)}
        >
          Add folder…
        </button>
      </div>
    </Dialog>
  );
}
