import { makePassage } from '../../../app/anchor/passage.ts';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import { addLink } from '../../../app/link/link-diffs.ts';
import { type Diff, emptyDiff, isEmptyDiff, squashDiffs } from '../../../app/record/diff.ts';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';
import type { ComparedEnd, ComparedPair } from './comparing-state.ts';
import { chosenPair } from './shown-pairs.ts';

/** Asks how the two passages of the chosen pair are linked. */
export function linkPair(session: Session): void {
  const pair = pairToActOn(session);
  if (pair === null) return;
  session.openDialog({ kind: 'link-pair', pair });
}

/** Links the two passages of a pair, highlighting what is not: one step for undo. */
export function makePairLink(
  session: Session,
  pair: ComparedPair,
  typeId: LinkTypeId,
  turned: boolean,
): void {
  const { store } = session;
  const type = store.records.get('linkType', typeId);
  const ends = annotatedEnds(session, pair);
  if (ends === null || type === null) return;
  const [left, right] = ends.annotations;
  const [from, to] = turned ? [right, left] : [left, right];
  const made = addLink(
    store.maker,
    store.records,
    { kind: 'annotation', id: from.id },
    { kind: 'annotation', id: to.id },
    typeId,
  );
  if (!made.ok) {
    session.say(made.error.message);
    return;
  }
  store.commit(`Link “${type.name}”`, squashDiffs(ends.diff, made.value.diff));
  session.say(`Linked as “${type.name}”. Undo takes it back.`);
}

/** Makes a claim of the chosen pair, with both passages as its evidence. */
export function claimFromPair(session: Session): void {
  const pair = pairToActOn(session);
  const ends = pair === null ? null : annotatedEnds(session, pair);
  if (ends === null) return;
  if (!isEmptyDiff(ends.diff)) {
    const count = ends.diff.added.length;
    session.store.commit(`Highlight ${countOf(count, 'passage')}`, ends.diff);
  }
  session.openDialog({ kind: 'claim', annotationIds: ends.annotations.map(({ id }) => id) });
}

function pairToActOn(session: Session): ComparedPair | null {
  const pair = chosenPair(session.get().comparing);
  if (pair === null) session.say('Choose a pair first: F7 goes to the next one.');
  return pair;
}

/** The annotations of a pair's two passages, and what makes those that are not there; `null`: a text is gone. */
function annotatedEnds(
  session: Session,
  { left, right }: ComparedPair,
): {
  readonly annotations: readonly [AnnotationRecord, AnnotationRecord];
  readonly diff: Diff;
} | null {
  const one = annotatedEnd(session, left);
  const other = annotatedEnd(session, right);
  if (one === null || other === null) {
    session.say('One of the two texts is not on the screen any more. Open it again first.');
    return null;
  }
  return {
    annotations: [one.annotation, other.annotation],
    diff: squashDiffs(one.diff, other.diff),
  };
}

function annotatedEnd(
  session: Session,
  { paneId, articleId, revisionId, start, end }: ComparedEnd,
): { readonly annotation: AnnotationRecord; readonly diff: Diff } | null {
  const { store } = session;
  const known = store.records
    .annotationsOf(articleId)
    .find(
      ({ passage }) =>
        passage.revisionId === revisionId && passage.start === start && passage.end === end,
    );
  if (known !== undefined) return { annotation: known, diff: emptyDiff };
  const mounted = session.panes.mountedIn(paneId);
  const article = store.records.get('article', articleId);
  if (mounted === null || mounted.revision.id !== revisionId || article === null) return null;
  const passage = makePassage(mounted.text.text, revisionId, start, end);
  void store.texts.keep(mounted.text);
  return addAnnotation(store.maker, article, passage);
}
