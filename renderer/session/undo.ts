import type { UndoOutcome } from '../store/project-store.ts';
import { deselectAgain, selectAgain } from './library-selection.ts';
import type { Session } from './session.ts';

/** Takes back the last change, whatever it was and wherever it shows. What is being typed counts as one. */
export function undo(session: Session): void {
  session.flushDrafts();
  const outcome = session.store.undo();
  tell(session, outcome, 'Undid', 'There is nothing to undo.');
  if (outcome.kind === 'done') selectAgain(session, outcome.tookBack, outcome.diff);
}

export function redo(session: Session): void {
  session.flushDrafts();
  const outcome = session.store.redo();
  tell(session, outcome, 'Did again', 'There is nothing to redo.');
  if (outcome.kind === 'done') deselectAgain(session, outcome.tookBack, outcome.diff);
}

function tell(session: Session, outcome: UndoOutcome, verb: string, nothing: string): void {
  switch (outcome.kind) {
    case 'done':
      leaveWhatIsGone(session);
      session.say(`${verb}: ${outcome.name}.`);
      break;
    case 'nothing':
      session.say(nothing);
      break;
    case 'overtaken':
      session.say(`“${outcome.name}” can't be taken back: what it changed has changed since.`);
      break;
  }
}

/** What the window points at may be gone now. */
function leaveWhatIsGone(session: Session): void {
  const { records } = session.store;
  const { annotationId, claimId, briefId, linkFrom, trimming, panes } = session.get();
  const there = (id: string | null): boolean => id === null || records.all.has(id);
  session.set({
    annotationId: there(annotationId) ? annotationId : null,
    claimId: there(claimId) ? claimId : null,
    briefId: there(briefId) ? briefId : null,
    linkFrom: there(linkFrom) ? linkFrom : null,
    trimming: there(trimming) ? trimming : null,
    panes: panes.filter(({ articleId }) => there(articleId)),
  });
}
