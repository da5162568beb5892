import type {
  ConflictSuggestion,
  ParallelSuggestion,
  QuotationSuggestion,
  SuggestedRange,
  Suggestion,
} from '../../../app/host/suggestions.ts';
import type { DecisionRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { wordsOf } from '../../../app/suggestion/decision-diffs.ts';
import { kindNames } from '../../../app/suggestion/kind-names.ts';
import { reasonOf } from '../../../app/suggestion/reasons.ts';
import { articlesOf } from '../../../app/suggestion/suggestion-passages.ts';
import { countOf, listArticle, locale } from '../article-list.ts';
import { percent } from '../parallels/parallel-words.ts';
import type { Session } from '../session.ts';
import { scoreMeaning } from './how-suggestions-work.ts';
import type { ReviewRow } from './review-rows.ts';
import type { ReviewFilter } from './review-state.ts';
import { usualLinkType } from './usual-choices.ts';

/** For the screens. */
export { passageChanges } from '../../../app/compare/passage-changes.ts';
export { creditsInWords, percent, sourceInWords } from '../parallels/parallel-words.ts';
export { scoreMeaning } from './how-suggestions-work.ts';

/** "Parallel passages", "Dismissed": what a part of the queue is called. */
export function filterName(filter: ReviewFilter): string {
  if (filter === 'all') return 'All';
  if (filter === 'dismissed') return 'Dismissed';
  const [, several] = kindNames[filter];
  return filter === 'silence' ? 'Silences' : several.charAt(0).toUpperCase() + several.slice(1);
}

/** "parallel passage". */
export function kindName(suggestion: Pick<Suggestion, 'kind'>): string {
  return kindNames[suggestion.kind][0];
}

/** Why a suggestion is made. */
export function reason(session: Session, suggestion: Suggestion): string {
  return reasonOf(suggestion, {
    article: (id) => shortSource(session, id),
    claim: (id) => {
      const claim = session.store.records.get('claim', id);
      return claim === null ? 'a claim that is gone' : `C${claim.number}`;
    },
  });
}

/** An article by its outlet, or by its title where that is not known. */
export function shortSource(session: Session, articleId: string): string {
  const article = session.store.records.get('article', articleId);
  if (article === null) return 'An article that is gone';
  const { outlet, metadata } = listArticle(article);
  return outlet ?? metadata.title;
}

/** A line of the queue in its parts. */
export interface RowWords {
  readonly kind: string;
  /** "score 92 %". */
  readonly score: string;
  readonly scoreMeaning: string;
  readonly words: string;
  /** The articles that it is about, or what happened to it. */
  readonly sources: string;
}

/** At so many articles a line names them; of more it says how many there are. */
const mostNamed = 3;

export function rowWords(session: Session, row: ReviewRow): RowWords {
  if (row.kind === 'decision') return decisionWords(session, row.decision);
  const { suggestion } = row;
  return {
    kind: kindName(suggestion),
    score: scoreWords(suggestion.score),
    scoreMeaning: scoreMeaning(suggestion.kind),
    words: `${speakerInWords(suggestion)}${wordsOf(session.store.records, suggestion)}`,
    sources: sourcesOf(session, articlesOf(suggestion)),
  };
}

/** "score 92 %": of a place in this list, and of nothing else. */
export function scoreWords(score: number): string {
  return `score ${percent(score)}`;
}

/** "Étienne Corvaisel: " before a quotation, "Étienne Corvaisel?: " where that is not sure; empty before all else. */
function speakerInWords(suggestion: Suggestion): string {
  if (suggestion.kind !== 'quotation') return '';
  const { speaker } = suggestion;
  if (speaker === null) return 'Speaker not told: ';
  return `${speaker.name}${speaker.sure ? '' : '?'}: `;
}

function decisionWords(session: Session, decision: DecisionRecord): RowWords {
  return {
    kind: `dismissed ${kindNames[decision.suggestion][0]}`,
    score: scoreWords(decision.score),
    scoreMeaning: scoreMeaning(decision.suggestion),
    words: decision.words,
    sources: sourcesOf(session, decision.articleIds),
  };
}

function sourcesOf(session: Session, articleIds: readonly string[]): string {
  if (articleIds.length > mostNamed) return countOf(articleIds.length, 'article');
  return articleIds.map((id) => shortSource(session, id)).join(' · ');
}

/** What accepting makes of a suggestion unless the analyst changes it. */
export function acceptWords(session: Session, suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'parallel':
    case 'conflict':
      return linkWords(session, suggestion);
    case 'cluster':
      return 'Accepting makes a claim of it, with all its passages as evidence.';
    case 'quotation':
      return quotationWords(suggestion);
    case 'silence':
      return `Confirming says that ${shortSource(session, suggestion.articleId)} has no passage on the claim, with this search.`;
  }
}

function linkWords(session: Session, suggestion: ParallelSuggestion | ConflictSuggestion): string {
  const type = usualLinkType(session.store.records, suggestion);
  if (type === null) return 'The project has no type of link to accept it with.';
  return `Accepting links the two passages: “${type.name}”.`;
}

function quotationWords({ speaker }: QuotationSuggestion): string {
  const of = speaker === null ? '' : ` of ${speaker.name}`;
  return `Accepting makes a claim${of}, with the quotation as evidence.`;
}

/** A stretch of a text with what is said of it. */
export interface ContextPart {
  readonly text: string;
  readonly is: 'passage' | 'speaker' | 'cue' | 'around';
}

/** UTF-16 code units around what is marked, where its blocks are longer. */
const mostAround = 400;

/** A quotation in its paragraphs, with its speaker and cue told apart. */
export function quotationInText(
  { passage, speaker, cue }: QuotationSuggestion,
  { text, blocks }: RevisionText,
): readonly ContextPart[] {
  const marks = [
    { ...passage, is: 'passage' as const },
    ...(speaker?.range == null ? [] : [{ ...speaker.range, is: 'speaker' as const }]),
    ...(cue === null ? [] : [{ ...cue, is: 'cue' as const }]),
  ];
  // What stands a page away belongs to another sentence; it is named beside, not shown.
  const near = marks.filter(
    ({ start, end }) => start >= passage.start - 2_000 && end <= passage.end + 2_000,
  );
  const first = Math.min(...near.map(({ start }) => start));
  const last = Math.max(...near.map(({ end }) => end));
  const from = blocks.findLast(({ start }) => start <= first)?.start ?? 0;
  const to = blocks.find(({ end }) => end >= last)?.end ?? text.length;
  let at = Math.max(from, first - mostAround);
  const end = Math.min(to, last + mostAround);
  const edges = new Set([at, end, ...near.flatMap((mark) => [mark.start, mark.end])]);
  const parts: ContextPart[] = [];
  for (const edge of [...edges].sort((one, other) => one - other)) {
    if (edge <= at || edge > end) continue;
    const is = near.findLast((mark) => mark.start <= at && mark.end >= edge)?.is ?? 'around';
    parts.push({ text: text.slice(at, edge), is });
    at = edge;
  }
  return parts;
}

/** UTF-16 code units of a text before and behind a passage that show what it is about. */
const mostBeside = 160;

/** What stands before and behind a passage in its paragraphs, shortened. */
export function besidePassage(
  { start, end }: SuggestedRange,
  { text, blocks }: RevisionText,
): { readonly before: string; readonly after: string } {
  const from = blocks.findLast((block) => block.start <= start)?.start ?? 0;
  const to = blocks.find((block) => block.end >= end)?.end ?? text.length;
  const before = text.slice(Math.max(from, start - mostBeside), start).toWellFormed();
  const after = text.slice(end, Math.min(to, end + mostBeside)).toWellFormed();
  return {
    before: start - mostBeside > from ? `…${before}` : before,
    after: end + mostBeside < to ? `${after}…` : after,
  };
}

/** A number as the screens print it. */
export function counted(count: number): string {
  return count.toLocaleString(locale);
}
