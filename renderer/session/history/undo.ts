import type { Diff } from '../../../app/record/diff.ts';
import type { Passage } from '../../../app/record/records.ts';
import type { UndoOutcome } from '../../store/undo-history.ts';
import { deselectAgain, selectAgain } from '../library/library-selection.ts';
import type { Session } from '../session.ts';
import { showsTexts } from '../shown-panes.ts';

/** Takes back the last change, whatever it was and wherever it shows. What is being typed counts as one. */
export function undo(session: Session): void | Promise<void> {
  session.flushDrafts();
  return whenReady(session, 'done', undoNow);
}

export function redo(session: Session): void | Promise<void> {
  session.flushDrafts();
  return whenReady(session, 'undone', redoNow);
}

/** At once where memory has a step; else once the journal was asked. Several keys pressed meanwhile act one by one. */
function whenReady(
  session: Session,
  side: 'done' | 'undone',
  act: (session: Session) => void,
): void | Promise<void> {
  const { store } = session;
  const waiting = store.whenUndoReady(side);
  if (waiting === null) act(session);
  else {
    return waiting.then(() => {
      if (!session.hasProject || session.store !== store) return;
      // Another key may have taken what was ready.
      return whenReady(session, side, act);
    });
  }
}

function undoNow(session: Session): void {
  const outcome = session.store.undo();
  tell(session, outcome, 'Undid', 'There is nothing to undo.');
  if (outcome.kind === 'done') selectAgain(session, outcome.tookBack, outcome.diff);
}

function redoNow(session: Session): void {
  const outcome = session.store.redo();
  tell(session, outcome, 'Did again', 'There is nothing to redo.');
  if (outcome.kind === 'done') deselectAgain(session, outcome.tookBack, outcome.diff);
}

function tell(session: Session, outcome: UndoOutcome, verb: string, nothing: string): void {
  switch (outcome.kind) {
    case 'done':
      leaveWhatIsGone(session);
      meanWhatIsBack(session, outcome.diff);
      session.say(`${verb}: ${outcome.name}.`);
      break;
    case 'nothing':
      session.say(nothing);
      break;
    case 'overtaken':
      session.say(
        `“${outcome.name}” can't be taken back: what it changed has changed since. It is passed by.`,
      );
      break;
  }
}

/** What the window points at may be gone now. */
function leaveWhatIsGone(session: Session): void {
  const { records } = session.store;
  const { annotationId, claimId, briefId, linkFrom, edges, panes } = session.get();
  const there = (id: string | null): boolean => id === null || records.all.has(id);
  session.set({
    annotationId: there(annotationId) ? annotationId : null,
    claimId: there(claimId) ? claimId : null,
    briefId: there(briefId) ? briefId : null,
    linkFrom: there(linkFrom) ? linkFrom : null,
    edges: there(edges?.id ?? null) ? edges : null,
    panes: panes.filter(({ articleId }) => there(articleId)),
  });
}

/**
 * The annotation that came back to the text before the analyst is what the next key means, unless another one is looked at
 * elsewhere in it; without one, what the caret is in.
 */
function meanWhatIsBack(session: Session, { added }: Diff): void {
  if (!showsTexts(session.get())) return;
  const article = session.activeArticle();
  const present = session.annotation();
  const [back, ...others] = added.filter((record) => record.kind === 'annotation');
  if (back === undefined || others.length > 0 || back.articleId !== article?.id) {
    if (present === null) session.panes.inspectAtCaret();
  } else if (present === null || overlap(present.passage, back.passage)) {
    session.focusAnnotation(back.id);
  }
}

function overlap(one: Passage, other: Passage): boolean {
  return one.start < other.end && other.start < one.end;
}
