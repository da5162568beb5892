import { carryAfterAll, openCarryOver, putBackAnnotations } from '../carry-over/carry-over.ts';
import type { Command } from '../command.ts';
import { annotationOfPane } from '../reading/annotate.ts';
import type { Session } from '../session.ts';

/** What is done with annotations on earlier revisions. */
export const carryOverCommands: readonly Command[] = [
  {
    id: 'view.carry-over',
    title: 'Review carried annotations',
    group: 'View',
    scope: 'project',
    enabled: hasSomethingToReview,
    run: (session) => openCarryOver(session),
  },
  {
    id: 'annotation.carry-over',
    title: 'Carry this annotation over to the present revision',
    group: 'Annotate',
    scope: 'reader',
    changes: true,
    enabled: (session) => annotationOfPane(session)?.keptFrom !== undefined,
    run(session) {
      const annotation = annotationOfPane(session);
      if (annotation !== null) carryAfterAll(session, annotation);
    },
  },
  {
    id: 'annotation.put-back',
    title: 'Put this carried annotation back on its earlier revision',
    group: 'Annotate',
    scope: 'reader',
    changes: true,
    enabled: (session) => annotationOfPane(session)?.carried !== undefined,
    run(session) {
      const annotation = annotationOfPane(session);
      if (annotation !== null) putBackAnnotations(session, [annotation]);
    },
  },
];

/** Whether anything waits, is being looked for, was left, or went by itself. */
function hasSomethingToReview(session: Session): boolean {
  const { waiting, running, stopped, atOnce } = session.get().carryOver;
  return waiting.size > 0 || running !== null || stopped > 0 || atOnce.length > 0;
}
