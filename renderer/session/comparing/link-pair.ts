import { makePassage } from '../../../app/anchor/passage.ts';
import { annotationOfRange } from '../../../app/annotation/add-annotations.ts';
import {
  type ArticlePassage,
  annotatePassages,
} from '../../../app/annotation/annotate-passages.ts';
import { addLink } from '../../../app/link/link-diffs.ts';
import { squashDiffs } from '../../../app/record/diff.ts';
import type { LinkTypeId } from '../../../app/record/ids.ts';
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
  const passages = pairPassages(session, pair);
  if (passages === null || type === null) return;
  const ends = annotatePassages(store.maker, store.records, passages);
  const [from, to] = turned ? ends.annotations.toReversed() : ends.annotations;
  if (from === undefined || to === undefined) return;
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

/** Asks for the claim that both passages of the chosen pair are evidence of; they are highlighted with it. */
export function claimFromPair(session: Session): void {
  const pair = pairToActOn(session);
  const passages = pair === null ? null : pairPassages(session, pair);
  if (passages === null) return;
  const wording = passages[0].passage.quote;
  session.openDialog({ kind: 'claim', annotationIds: [], passages, wording });
}

function pairToActOn(session: Session): ComparedPair | null {
  const pair = chosenPair(session.get().comparing);
  if (pair === null) session.say('Choose a pair first: F7 goes to the next one.');
  return pair;
}

/** A pair's two passages; `null`: a text is gone, which is said. */
function pairPassages(
  session: Session,
  { left, right }: ComparedPair,
): readonly [ArticlePassage, ArticlePassage] | null {
  const one = endPassage(session, left);
  const other = endPassage(session, right);
  if (one === null || other === null) {
    session.say('One of the two texts is not on the screen any more. Open it again first.');
    return null;
  }
  return [one, other];
}

function endPassage(
  session: Session,
  { paneId, articleId, revisionId, start, end }: ComparedEnd,
): ArticlePassage | null {
  const { store } = session;
  const known = annotationOfRange(store.records, articleId, { revisionId, start, end });
  if (known !== null) return { articleId, passage: known.passage };
  const mounted = session.panes.mountedIn(paneId);
  if (mounted === null || mounted.revision.id !== revisionId) return null;
  if (store.records.get('article', articleId) === null) return null;
  void store.texts.keep(mounted.text);
  return { articleId, passage: makePassage(mounted.text.text, revisionId, start, end) };
}
