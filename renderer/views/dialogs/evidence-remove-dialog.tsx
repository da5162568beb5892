import { type ReactNode, useMemo } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { removeManyAnnotations, whatHangsOn } from '../../session/evidence/evidence-batch.ts';
import { annotationsOfIds } from '../../session/evidence/evidence-selection.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** Asks before annotations are removed, with what goes with them. */
export function EvidenceRemoveDialog(props: {
  readonly annotationIds: readonly AnnotationId[];
}): ReactNode {
  const session = useSession();
  const { annotationIds } = props;
  const annotations = useMemo(
    () => annotationsOfIds(session, annotationIds),
    [session, annotationIds],
  );
  const hanging = useMemo(() => whatHangsOn(session, annotations), [session, annotations]);
  const { notes, links, evidence, briefs } = hanging;
  const lost = [
    ...(notes === 0 ? [] : [countOf(notes, 'note')]),
    ...(links === 0 ? [] : [countOf(links, 'link')]),
    ...(evidence === 0 ? [] : [countOf(evidence, 'piece of evidence', 'pieces of evidence')]),
  ];
  const what = countOf(annotations.length, 'annotation');
  return (
    <Dialog title={`Remove ${what}`} onClose={() => session.closeDialog()}>
      <p>
        {what} will be removed from the project
        {lost.length === 0 ? '. Nothing hangs on them.' : ', and with them:'}
      </p>
      {lost.length > 0 && (
        <ul className="lost">
          {lost.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {briefs.length > 0 && (
        <p>
          Quoted in {briefs.map((title) => `“${title}”`).join(', ')}, which can’t be exported
          without them.
        </p>
      )}
      <p className="hint">
        The articles stay as they are. Undo brings everything back in one step.
      </p>
      <div className="dialog-buttons">
        <button type="button" className="button" data-default onClick={() => session.closeDialog()}>
          Cancel
        </button>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            session.closeDialog();
            removeManyAnnotations(session, annotationIds);
          }}
        >
          Remove {what}
        </button>
      </div>
    </Dialog>
  );
}
