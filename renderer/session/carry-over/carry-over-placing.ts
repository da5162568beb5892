import { carryAnnotations } from '../../../app/reanchor/carry-diffs.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { selectedPassage } from '../reading/annotate.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { goOn, openCarryOver, revisionName } from './carry-over.ts';
import { bestPlace, reviewed } from './carry-over-list.ts';

/** What ends the keys of placing, by session. */
const keys = new WeakMap<Session, AbortController>();

/**
 * Begins to place an annotation by hand: its article's present revision is opened where its words are likeliest, and what
 * is selected there when Enter is pressed is its new passage. Escape gives up.
 */
export function beginPlacing(session: Session): void {
  const one = reviewed(session.store.records, session.get().carryOver);
  if (one === null) return;
  const { records } = session.store;
  const article = records.get('article', one.articleId);
  if (article === null) return;
  set(session, one.id);
  const pane = session.panes.open(one.articleId, { revisionId: one.to, focus: true });
  const near = bestPlace(one)?.passage;
  if (near !== undefined) {
    // The caret goes there, and nothing is selected: Enter must not place it where nobody meant.
    session.panes.reveal(pane, { annotationId: one.id, start: near.start, end: near.end });
  }
  session.panes.focus(pane);
  session.say(
    `Select the new words of ${labelOf(session, one.id)}, then press Enter. Escape goes back.`,
  );
}

/** Puts the annotation that is being placed on the words that are selected. */
export function placeHere(session: Session): void {
  const { placing, waiting } = session.get().carryOver;
  const one = placing === null ? undefined : waiting.get(placing);
  const annotation = placing === null ? null : session.store.records.get('annotation', placing);
  if (one === undefined || annotation === null) {
    stopPlacing(session);
    return;
  }
  const passage = selectedPassage(session);
  if (passage === null) {
    session.say('Select the words first: drag over them, or hold Shift and use the arrow keys.');
    return;
  }
  if (passage.revisionId !== one.to) {
    session.say('These words are of another text. Select them in the article’s present revision.');
    return;
  }
  const { store } = session;
  const label = labelOf(session, one.id);
  const carrying = { annotation, passage, outcome: 'placed', score: 1 } as const;
  goOn(session, [one.id], () => {
    store.commit(
      `Place ${label} in ${revisionName(session, one.to)}`,
      carryAnnotations(store.maker, [carrying]),
    );
  });
  const mounted = session.panes.active();
  if (mounted !== null) void store.texts.keep(mounted.text);
  set(session, null);
  openCarryOver(session);
  session.say(`Placed ${label}.`);
}

/** Gives up placing and goes back to the review. */
export function stopPlacing(session: Session): void {
  set(session, null);
  openCarryOver(session);
  session.say('It is not placed, and still waits.');
}

function set(session: Session, placing: AnnotationId | null): void {
  keys.get(session)?.abort();
  session.set({ carryOver: { ...session.get().carryOver, placing } });
  if (placing === null) return;
  const abort = new AbortController();
  keys.set(session, abort);
  // Before the reader, which knows nothing of it, and only while a reader has the keyboard.
  globalThis.addEventListener('keydown', (event) => onKey(session, event), {
    signal: abort.signal,
    capture: true,
  });
}

function onKey(session: Session, event: KeyboardEvent): void {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.isComposing || session.get().dialog !== null) return;
  if (target?.closest('[role="document"]') == null) return;
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) placeHere(session);
  else if (event.key === 'Escape') stopPlacing(session);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
