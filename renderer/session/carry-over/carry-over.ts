import { removeAnnotations } from '../../../app/annotation/annotation-diffs.ts';
import {
  type Carrying,
  carryAnnotations,
  keepAnnotations,
  offerAgain,
  putBack,
} from '../../../app/reanchor/carry-diffs.ts';
import type { CarryPlace } from '../../../app/reanchor/carry-outcome.ts';
import type { AnnotationId, RevisionId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, CarryOutcome } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import { setView } from '../desk.ts';
import { focusNamed } from '../focus.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import { numberOf } from '../reading/revisions.ts';
import type { Session } from '../session.ts';
import {
  neighbourOf,
  reviewed,
  stillCarried,
  surePlace,
  waitingInOrder,
} from './carry-over-list.ts';
import type { CarriedAtOnce, CarryOverState, WaitingAnnotation } from './carry-over-state.ts';

/** Shows the review of what waits to be carried over. */
export function openCarryOver(session: Session, articleId?: WaitingAnnotation['articleId']): void {
  const state = session.get().carryOver;
  setView(session, 'carry-over');
  const first =
    articleId === undefined
      ? undefined
      : waitingInOrder(session.store.records, state.waiting).find(
          (one) => one.articleId === articleId,
        );
  if (first !== undefined) patch(session, { at: first.id });
  const shown = reviewed(session.store.records, session.get().carryOver);
  if (shown !== null) session.focusAnnotation(shown.id);
  focusNamed('carry-over');
}

/** Puts one before the analyst, in the review and in the Inspector. */
export function goToWaiting(session: Session, id: AnnotationId): void {
  patch(session, { at: id });
  session.focusAnnotation(id);
}

/** Carries one over to a place that was found: the only one, or one of several that the analyst has chosen. */
export function acceptPlace(session: Session, one: WaitingAnnotation, place: CarryPlace): void {
  carry(session, [{ one, place }], (label, where) => `Carry ${label} over to ${where}`);
}

/** Accepts the one that the review is at; says what to do where there is nothing to accept. */
export function acceptReviewed(session: Session): void {
  const one = reviewed(session.store.records, session.get().carryOver);
  if (one === null) return;
  const place = surePlace(one);
  if (place !== null) acceptPlace(session, one, place);
  else if (one.look.result.outcome === 'uncertain') {
    session.say('Several places are as good as each other: choose one by its number.');
  } else session.say('Its words were not found: place it by hand, keep it, or remove it.');
}

/** Accepts a place of the one that the review is at, by its number on the screen, counted from 1. */
export function acceptNumbered(session: Session, number: number): void {
  const one = reviewed(session.store.records, session.get().carryOver);
  const place = one?.look.places[number - 1]?.place;
  if (one !== null && place !== undefined) acceptPlace(session, one, place);
}

/** What a bulk acceptance takes: everything moved, or all moved and changed ones from a score on. */
export function acceptable(session: Session, from: 'moved' | number): readonly WaitingAnnotation[] {
  return waitingInOrder(session.store.records, session.get().carryOver.waiting).filter((one) => {
    const place = surePlace(one);
    if (place === null) return false;
    return from === 'moved' ? one.look.result.outcome === 'moved' : place.score >= from;
  });
}

/** Accepts many at once, as one step of undo. */
export function acceptAll(session: Session, from: 'moved' | number): void {
  const accepted = acceptable(session, from).flatMap((one) => {
    const place = surePlace(one);
    return place === null ? [] : [{ one, place }];
  });
  carry(
    session,
    accepted,
    (_, where) => `Carry ${countOf(accepted.length, 'annotation')} over to ${where}`,
  );
}

/** Leaves an annotation on its own revision, until there is a later one than now. */
export function keepReviewed(session: Session): void {
  const one = reviewed(session.store.records, session.get().carryOver);
  const annotation = one === null ? null : session.store.records.get('annotation', one.id);
  if (one === null || annotation === null) return;
  const { store } = session;
  const label = labelOf(session, one.id);
  goOn(session, [one.id], () => {
    store.commit(
      `Keep ${label} on ${revisionName(session, annotation.passage.revisionId)}`,
      keepAnnotations(store.maker, [annotation], () => one.to),
    );
  });
  session.say(`${label} stays on its revision. Undo offers it again.`);
}

/** Removes the annotation that the review is at. */
export function removeReviewed(session: Session): void {
  const one = reviewed(session.store.records, session.get().carryOver);
  const annotation = one === null ? null : session.store.records.get('annotation', one.id);
  if (one === null || annotation === null) return;
  const { store } = session;
  const label = labelOf(session, one.id);
  goOn(session, [one.id], () => {
    store.commit('Remove highlight', removeAnnotations(store.records, [annotation]));
  });
  session.say(`Removed annotation ${label}. Undo brings it back.`);
}

/** Puts back what the program carried over by itself, and leaves it there. One step of undo, which offers it again. */
export function takeBackAtOnce(session: Session, carried: CarriedAtOnce): void {
  const { records } = session.store;
  const [still] = stillCarried(records, [carried]);
  const ids = still?.ids ?? [];
  putBackAnnotations(
    session,
    ids.flatMap((id) => records.get('annotation', id) ?? []),
  );
}

/** Puts carried annotations back where they were. */
export function putBackAnnotations(
  session: Session,
  annotations: readonly AnnotationRecord[],
): void {
  const { store } = session;
  const [first] = annotations;
  const from = first?.carried?.from.revisionId;
  if (first === undefined || from === undefined) return;
  const what =
    annotations.length === 1
      ? labelOf(session, first.id)
      : countOf(annotations.length, 'annotation');
  const present = ({ articleId, passage }: AnnotationRecord): RevisionId =>
    store.records.get('article', articleId)?.revisionId ?? passage.revisionId;
  store.commit(
    `Put ${what} back on ${revisionName(session, from)}`,
    putBack(store.maker, annotations, present),
  );
  session.say(`${what} ${annotations.length === 1 ? 'is' : 'are'} back on the earlier revision.`);
}

/** Offers an annotation that was left on an earlier revision for carrying over. */
export function carryAfterAll(session: Session, annotation: AnnotationRecord): void {
  const { store } = session;
  const label = labelOf(session, annotation.id);
  store.commit(`Offer ${label} for carrying over`, offerAgain(store.maker, annotation));
  session.say(`${label} is looked for in the present revision.`);
}

export function stopCarrying(session: Session): void {
  session.carryOver?.stop();
}

export function goOnCarrying(session: Session): void {
  session.carryOver?.goOn();
}

/** "revision 2"; of one that is gone, that it is. */
export function revisionName(session: Session, id: RevisionId): string {
  const revision = session.store.records.get('revision', id);
  return revision === null ? 'a revision that is gone' : `revision ${numberOf(revision)}`;
}

interface Accepted {
  readonly one: WaitingAnnotation;
  readonly place: CarryPlace;
}

function carry(
  session: Session,
  accepted: readonly Accepted[],
  nameOf: (label: string, where: string) => string,
): void {
  const { store } = session;
  const carryings = accepted.flatMap(({ one, place }): Carrying[] => {
    const annotation = store.records.get('annotation', one.id);
    const present = store.records.get('article', one.articleId)?.revisionId;
    // What was found a moment ago may be out of date.
    if (annotation?.passage !== one.passage || annotation === null || present !== one.to) return [];
    return [{ annotation, ...place, outcome: outcomeOf(one, place) }];
  });
  const [first] = carryings;
  if (first === undefined) {
    if (accepted.length === 0) return;
    session.say('The text has changed since this was found; it is being looked for anew.');
    return;
  }
  const label = labelOf(session, first.annotation.id);
  const articles = new Set(carryings.map(({ annotation }) => annotation.articleId));
  const where =
    articles.size === 1
      ? revisionName(session, first.passage.revisionId)
      : `the present revisions of ${articles.size} articles`;
  goOn(
    session,
    carryings.map(({ annotation }) => annotation.id),
    () => store.commit(nameOf(label, where), carryAnnotations(store.maker, carryings)),
  );
  for (const article of articles) keepText(session, article);
  const what = carryings.length === 1 ? label : countOf(carryings.length, 'annotation');
  session.say(`Carried ${what} over to ${where}. ${leftWords(session)}`);
}

/** Of several places or one below the floor the analyst has chosen; then it says what the words are. */
function outcomeOf(one: WaitingAnnotation, place: CarryPlace): CarryOutcome {
  return place.passage.quote === one.passage.quote ? 'moved' : 'changed';
}

function keepText(session: Session, articleId: WaitingAnnotation['articleId']): void {
  const { store } = session;
  const article = store.records.get('article', articleId);
  const revision = article === null ? null : store.records.get('revision', article.revisionId);
  if (revision === null) return;
  void store.texts.read(revision.hash).then((text) => store.texts.keep(text));
}

function leftWords(session: Session): string {
  const { size } = session.get().carryOver.waiting;
  return size === 0 ? 'Nothing is left to review.' : `${size.toLocaleString('en-GB')} left.`;
}

/** Does something with waiting ones and goes on to the next one that is left. */
export function goOn(session: Session, ids: readonly AnnotationId[], change: () => void): void {
  const { records } = session.store;
  const state = session.get().carryOver;
  const last = ids.at(-1);
  const next = ids.length === 1 && last !== undefined ? neighbourOf(records, state, last) : null;
  change();
  const waiting = new Map(session.get().carryOver.waiting);
  for (const id of ids) waiting.delete(id);
  patch(session, { waiting, at: next });
  if (next !== null && session.get().view === 'carry-over') session.focusAnnotation(next);
}

function patch(session: Session, change: Partial<CarryOverState>): void {
  session.set({ carryOver: { ...session.get().carryOver, ...change } });
}
