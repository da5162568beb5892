import { type ReactNode, useMemo } from 'react';
import type { RecordKind } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { emptyTrash, trashContents } from '../../session/library/library-trash.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

const hanging: readonly (readonly [kind: RecordKind, one: string, several: string])[] = [
  ['annotation', 'annotation', 'annotations'],
  ['link', 'link', 'links'],
  ['evidence', 'piece of evidence', 'pieces of evidence'],
  ['silence', 'confirmed silence', 'confirmed silences'],
];

/** Asks before the trash is emptied, with what goes. */
export function EmptyTrashDialog(): ReactNode {
  const session = useSession();
  const { counts } = useMemo(() => trashContents(session), [session]);
  const count = counts.get('article') ?? 0;
  const lost = hanging.flatMap(([kind, one, several]) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [countOf(count, one, several)];
  });
  return (
    <Dialog title="Empty the trash" onClose={() => session.closeDialog()}>
      <p>
        {countOf(count, 'article')} will be removed from the project
        {lost.length === 0
          ? `. Nothing was annotated in ${count === 1 ? 'it' : 'them'}.`
          : `, and with ${count === 1 ? 'it' : 'them'}:`}
      </p>
      {lost.length > 0 && (
        <ul className="lost">
          {lost.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p className="hint">The files stay in the project’s folder. Undo brings everything back.</p>
      <div className="dialog-buttons">
        <button type="button" className="button" data-default onClick={() => session.closeDialog()}>
          Cancel
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            session.closeDialog();
            emptyTrash(session);
          }}
        >
          Empty the trash
        </button>
      </div>
    </Dialog>
  );
}
