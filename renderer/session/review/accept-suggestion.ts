import type { ArticlePassage } from '../../../app/annotation/annotate-passages.ts';
import { confirmSilence } from '../../../app/claim/silence-diffs.ts';
import type {
  ClusterPassage,
  ClusterSuggestion,
  ConflictSuggestion,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceSuggestion,
  SuggestedPassage,
  Suggestion,
} from '../../../app/host/suggestions.ts';
import { type Diff, isEmptyDiff, squashDiffs } from '../../../app/record/diff.ts';
import type { ClaimId, LinkTypeId, TagId } from '../../../app/record/ids.ts';
import type { Stance } from '../../../app/record/records.ts';
import {
  claimPassages,
  filePassages,
  linkPassages,
  markPassages,
  type SuggestedClaim,
} from '../../../app/suggestion/accept-diffs.ts';
import { decide, decisionsByKey, wordsOf } from '../../../app/suggestion/decision-diffs.ts';
import { kindNames } from '../../../app/suggestion/kind-names.ts';
import { countOf, listArticle } from '../article-list.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import { readPassages } from './read-passages.ts';
import { linkDirection, usualLinkType, usualStance } from './usual-choices.ts';

// Each of these is one change, one step of undo, and tells what it did. `true`: something was made, or was there already;
// `false`, which is said: nothing may be written, a text is gone, or it was decided meanwhile.

/** Links the passages of a pair, the later one to the earlier one; `typeId` `null`: as is usual for its wording. */
export function acceptPair(
  session: Session,
  pair: ParallelSuggestion,
  typeId: LinkTypeId | null,
  turned: boolean,
  tagIds: readonly TagId[] = [],
): Promise<boolean> {
  return acceptLink(session, pair, typeId, turned, tagIds);
}

/** Links the passages of a conflict; `typeId` `null`: as contradicting each other. */
export function acceptConflict(
  session: Session,
  conflict: ConflictSuggestion,
  typeId: LinkTypeId | null,
  turned: boolean,
  tagIds: readonly TagId[] = [],
): Promise<boolean> {
  return acceptLink(session, conflict, typeId, turned, tagIds);
}

async function acceptLink(
  session: Session,
  suggestion: ParallelSuggestion | ConflictSuggestion,
  typeId: LinkTypeId | null,
  turned: boolean,
  tagIds: readonly TagId[],
): Promise<boolean> {
  if (!canAccept(session, suggestion)) return false;
  const { records, maker } = session.store;
  const type =
    typeId === null ? usualLinkType(records, suggestion) : records.get('linkType', typeId);
  if (type === null) {
    session.say('The project has no type of link. Make one first: “Types of links…”.');
    return false;
  }
  const passages = await readPassages(session, linkDirection(suggestion, turned));
  const [from, to] = passages ?? [];
  if (from === undefined || to === undefined || !canAccept(session, suggestion)) return false;
  const linked = linkPassages(maker, records, [from, to], type.id, tagIds);
  if (!linked.ok) {
    session.say(linked.error.message);
    return false;
  }
  commitAccepted(session, suggestion, linked.value, `link “${type.name}”`);
  return true;
}

/** Makes a claim of a cluster with the chosen passages as evidence; a passage without a stance has the usual one. */
export async function acceptCluster(
  session: Session,
  cluster: ClusterSuggestion,
  chosen: readonly (ClusterPassage & { readonly stance?: Stance })[],
  claim: SuggestedClaim,
  tagIds: readonly TagId[] = [],
): Promise<boolean> {
  if (!canAccept(session, cluster)) return false;
  if (chosen.length === 0) {
    session.say('Choose at least one passage for the claim.');
    return false;
  }
  return acceptClaim(session, cluster, chosen, claim, tagIds, (passage) => {
    const known = chosen.find((one) => isSamePassage(one, passage));
    return known?.stance ?? usualStance({ credits: known?.credits ?? null });
  });
}

/** Makes a claim of a quotation, with the highlighted quotation as evidence. */
export async function acceptQuotation(
  session: Session,
  quotation: QuotationSuggestion,
  claim: SuggestedClaim,
  stance: Stance = 'reports',
  tagIds: readonly TagId[] = [],
): Promise<boolean> {
  if (!canAccept(session, quotation)) return false;
  return acceptClaim(session, quotation, [quotation.passage], claim, tagIds, () => stance);
}

async function acceptClaim(
  session: Session,
  suggestion: ClusterSuggestion | QuotationSuggestion,
  chosen: readonly SuggestedPassage[],
  draft: SuggestedClaim,
  tagIds: readonly TagId[],
  stanceOf: (passage: ArticlePassage) => Stance,
): Promise<boolean> {
  if (draft.wording.trim() === '') {
    session.say('Write down what the claim says first.');
    return false;
  }
  const passages = await readPassages(session, chosen);
  if (passages === null || !canAccept(session, suggestion)) return false;
  const { records, maker } = session.store;
  const stated = passages.map((one) => ({ ...one, stance: stanceOf(one) }));
  const { claim, diff } = claimPassages(maker, records, stated, draft, tagIds);
  const from = countOf(passages.length, 'passage');
  commitAccepted(session, suggestion, diff, `claim C${claim.number} from ${from}`);
  return true;
}

/** Files the chosen passages of a cluster or a quotation under a claim that is there, each with its stance. */
export async function acceptUnderClaim(
  session: Session,
  suggestion: ClusterSuggestion | QuotationSuggestion,
  claimId: ClaimId,
  chosen: readonly (SuggestedPassage & { readonly stance: Stance })[],
  tagIds: readonly TagId[] = [],
): Promise<boolean> {
  if (!canAccept(session, suggestion)) return false;
  const passages = await readPassages(session, chosen);
  if (passages === null || !canAccept(session, suggestion)) return false;
  const { records, maker } = session.store;
  const claim = records.get('claim', claimId);
  if (claim === null) {
    session.say('The claim is not in the project any more. Choose another one.');
    return false;
  }
  const stated = passages.map((one) => ({
    ...one,
    stance: chosen.find((passage) => isSamePassage(passage, one))?.stance ?? 'reports',
  }));
  const diff = filePassages(maker, records, claimId, stated, tagIds);
  const what = countOf(passages.length, 'passage');
  commitAccepted(session, suggestion, diff, `${what} as evidence for C${claim.number}`);
  return true;
}

/** Only highlights a quotation, or the passages of whatever it is, with tags if there are any. */
export async function acceptAsHighlight(
  session: Session,
  suggestion: Suggestion,
  chosen: readonly SuggestedPassage[],
  tagIds: readonly TagId[],
): Promise<boolean> {
  if (!canAccept(session, suggestion)) return false;
  const passages = await readPassages(session, chosen);
  if (passages === null || !canAccept(session, suggestion)) return false;
  const { records, maker } = session.store;
  const { diff } = markPassages(maker, records, passages, tagIds);
  commitAccepted(session, suggestion, diff, countOf(passages.length, 'highlight'));
  return true;
}

/** Confirms that an article is silent on a claim, with the search that was made (rule X5). */
export function acceptSilence(session: Session, silence: SilenceSuggestion): boolean {
  if (!canAccept(session, silence)) return false;
  const { records, maker } = session.store;
  const claim = records.get('claim', silence.claimId);
  const article = records.get('article', silence.articleId);
  if (claim === null || article === null || article.revisionId !== silence.revisionId) {
    session.say('The article or the claim has changed since it was searched. Look again first.');
    return false;
  }
  const diff = confirmSilence(maker, records, claim, [article], {
    search: silence.search,
    mode: 'words',
  });
  if (isEmptyDiff(diff)) {
    session.say('This article has a passage under the claim, so it is not silent.');
    return false;
  }
  const { outlet, metadata } = listArticle(article);
  const source = outlet ?? metadata.title;
  commitAccepted(session, silence, diff, `silence of ${source} on C${claim.number}`);
  return true;
}

/** Remembers that suggestions are not wanted: they are not shown again for these texts. One step for undo. */
export function dismissSuggestion(
  session: Session,
  ...suggestions: readonly Suggestion[]
): boolean {
  if (!writable(session)) return false;
  const { store } = session;
  const diff = decide(store.maker, store.records, suggestions, 'dismissed');
  const [first] = suggestions;
  if (first === undefined || isEmptyDiff(diff)) return false;
  const what = nameOfAll(session, suggestions);
  store.commit(`Dismiss ${what}`, diff);
  session.say(`Dismissed ${what}. Undo brings ${suggestions.length === 1 ? 'it' : 'them'} back.`);
  return true;
}

/** "the parallel passage “…”", "12 suggestions". */
function nameOfAll({ store }: Session, suggestions: readonly Suggestion[]): string {
  const [first] = suggestions;
  if (first === undefined || suggestions.length > 1) {
    return countOf(suggestions.length, 'suggestion');
  }
  const words = wordsOf(store.records, first);
  const short = words.length > 60 ? `${words.slice(0, 59).toWellFormed()}…` : words;
  return `the ${kindNames[first.kind][0]} “${short}”`;
}

/** Whether it may be accepted; says why not. */
function canAccept(session: Session, suggestion: Suggestion): boolean {
  if (!session.hasProject || !writable(session)) return false;
  const decided = decisionsByKey(session.store.records).get(suggestion.key);
  if (decided === undefined) return true;
  session.say(`This was ${decided.outcome} already.`);
  return false;
}

function commitAccepted(session: Session, suggestion: Suggestion, made: Diff, what: string): void {
  const { store } = session;
  const decided = decide(store.maker, store.records, [suggestion], 'accepted');
  store.commit(`Accept a suggestion: ${what}`, squashDiffs(made, decided));
  session.say(`Accepted: ${what}. Undo takes it back.`);
}

function isSamePassage(
  { articleId, revisionId, start, end }: SuggestedPassage,
  one: ArticlePassage,
): boolean {
  const { passage } = one;
  return (
    articleId === one.articleId &&
    revisionId === passage.revisionId &&
    start === passage.start &&
    end === passage.end
  );
}
