import { isTrashed } from '../../../app/article/article-state.ts';
import type {
  ConflictSuggestion,
  SilenceSuggestion,
  Suggestion,
  SuggestionKind,
} from '../../../app/host/suggestions.ts';
import type { ArticleId, ClaimId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord, DecisionRecord } from '../../../app/record/records.ts';
import { isAcceptedByHand } from '../../../app/suggestion/accepted-by-hand.ts';
import { decisionsByKey } from '../../../app/suggestion/decision-diffs.ts';
import { conflictsInOrder, silencesInOrder } from '../../../app/suggestion/queue-order.ts';
import { articlesOf, passagesOf } from '../../../app/suggestion/suggestion-passages.ts';
import type { Session } from '../session.ts';
import {
  type ListedKind,
  listedKinds,
  pageName,
  type ReviewPage,
  type ReviewState,
  reviewPageSize,
} from './review-state.ts';
import { type ReviewView, reviewView } from './review-view.ts';

/** One line of the queue. */
export type ReviewRow =
  | { readonly kind: 'suggestion'; readonly key: string; readonly suggestion: Suggestion }
  | { readonly kind: 'decision'; readonly key: string; readonly decision: DecisionRecord };

/** The lines of the queue, most of which are not read yet. */
export interface ReviewRows {
  readonly count: number;
  /** `null`: not read yet, or past the end. Cost: the logarithm of the pages. */
  rowAt(index: number): ReviewRow | null;
  /** `-1`: not among those that are read. */
  indexOf(key: string): number;
  /** The page of main's lists that a line stands in; `null`: it is none of main's. */
  pageAt(index: number): ReviewPage | null;
  /** How many of a kind there are. */
  readonly counts: Readonly<Record<SuggestionKind | 'all' | 'dismissed', number>>;
  /** How many are left out of what is shown because their score is below the chosen one. */
  readonly below: number;
}

const known = new WeakMap<Session, { inputs: readonly unknown[]; rows: ReviewRows }>();

/** The queue as the project stands now. The same object until something of it changes. Cost: what is read of it. */
export function reviewRows(session: Session): ReviewRows {
  const { records } = session.store;
  const { review } = session.get();
  const { pages, totals, anyScore, asked, filter, articleId } = review;
  const view = reviewView(session);
  const inputs = [
    ...[pages, totals, anyScore, asked, filter, articleId, view],
    ...(['decision', 'link', 'evidence', 'silence', 'article'] as const).map((kind) =>
      records.list(kind),
    ),
  ];
  const before = known.get(session);
  if (before?.inputs.every((input, index) => input === inputs[index])) return before.rows;
  const rows = makeRows(records, review, view);
  known.set(session, { inputs, rows });
  return rows;
}

interface Ordered {
  readonly claims: readonly ClaimRecord[];
  readonly conflicts: readonly ConflictSuggestion[];
  readonly silences: readonly SilenceSuggestion[];
}

const orders = new WeakMap<ReviewState['asked'], Ordered>();

/** What was asked about claims, in the order of the queue. A decision, of which there are many, does not sort it anew. */
function inOrder(records: RecordSource, asked: ReviewState['asked']): Ordered {
  const claims = records.list('claim');
  const before = orders.get(asked);
  if (before?.claims === claims) return before;
  const ordered = {
    claims,
    conflicts: conflictsInOrder(asked.conflicts),
    silences: silencesInOrder(records, asked.silences),
  };
  orders.set(asked, ordered);
  return ordered;
}

function makeRows(records: RecordSource, review: ReviewState, view: ReviewView): ReviewRows {
  const { filter, articleId, asked } = review;
  const decided = decisionsByKey(records);
  const isWanted = ({ score, kind }: Suggestion): boolean => score >= view.least[kind];
  const isOpen = (suggestion: Suggestion): boolean =>
    !decided.has(suggestion.key) &&
    (articleId === null || articlesOf(suggestion).includes(articleId)) &&
    articlesOf(suggestion).every((id) => {
      const article = records.get('article', id);
      return article !== null && !isTrashed(article);
    }) &&
    passagesOf(suggestion).every(
      ({ articleId, revisionId }) => records.get('article', articleId)?.revisionId === revisionId,
    ) &&
    !isAcceptedByHand(records, suggestion);
  const isThere = (suggestion: Suggestion): boolean => isWanted(suggestion) && isOpen(suggestion);
  const speaks = articlesByClaim(records);
  const ordered = inOrder(records, asked);
  const openConflicts = ordered.conflicts.filter(isOpen);
  const openSilences = ordered.silences.filter(
    (one) => isOpen(one) && !speaks(one.claimId).has(one.articleId),
  );
  const conflicts = openConflicts.filter(isWanted);
  const silences = openSilences.filter(isWanted);
  const dismissed = records
    .list('decision')
    .filter(
      ({ outcome, articleIds }) =>
        outcome === 'dismissed' && (articleId === null || articleIds.includes(articleId)),
    );
  const own = new Set(conflicts.map(({ key }) => key));
  const isListed = (one: Suggestion): boolean => !own.has(one.key) && isThere(one);
  const listed = {
    conflict: pagesOf(review, 'conflict', isListed),
    cluster: pagesOf(review, 'cluster', isListed),
    parallel: pagesOf(review, 'parallel', isListed),
    quotation: pagesOf(review, 'quotation', isListed),
  };
  const sections: Section[] = [];
  if (filter === 'dismissed') {
    const rows = dismissed
      .toReversed()
      .map((decision): ReviewRow => ({ kind: 'decision', key: decision.key, decision }));
    sections.push({ count: rows.length, rows, page: null });
  } else {
    if (filter === 'all' || filter === 'conflict') sections.push(sectionOf(conflicts, null));
    for (const kind of listedKinds) {
      if (filter === 'all' || filter === kind) sections.push(...listed[kind]);
    }
    if (filter === 'all' || filter === 'silence') sections.push(sectionOf(silences, null));
  }
  // What main counts and the records say is settled is left out as far as it was read.
  const mains = (kind: ListedKind): number =>
    listed[kind].reduce((sum, { count }) => sum + count, 0);
  const counts = {
    conflict: mains('conflict') + conflicts.length,
    cluster: mains('cluster'),
    parallel: mains('parallel'),
    quotation: mains('quotation'),
    silence: silences.length,
    dismissed: dismissed.length,
  };
  const { conflict, cluster, parallel, quotation, silence } = counts;
  const all = conflict + cluster + parallel + quotation + silence;
  const { totals, anyScore } = review;
  const below = {
    ...{ cluster: 0, parallel: 0, quotation: 0 },
    conflict: openConflicts.length - conflicts.length,
    silence: openSilences.length - silences.length,
  };
  for (const kind of listedKinds) {
    below[kind] += Math.max(0, (anyScore?.[kind] ?? 0) - (totals?.[kind] ?? 0));
  }
  const leftOut = filter === 'dismissed' ? 0 : filter === 'all' ? sumOf(below) : below[filter];
  return new SectionedRows(sections, { ...counts, all }, leftOut);
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The articles that have evidence for a claim, looked up once for each. */
function articlesByClaim(records: RecordSource): (id: ClaimId) => ReadonlySet<ArticleId> {
  const known = new Map<ClaimId, ReadonlySet<ArticleId>>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const fresh = new Set(
      records
        .evidenceOf(id)
        .flatMap(({ annotationId }) => records.get('annotation', annotationId)?.articleId ?? []),
    );
    known.set(id, fresh);
    return fresh;
  };
}

/** Lines that stand together: those of one page, or of what was asked for. `rows` `null`: not read yet. */
interface Section {
  readonly count: number;
  readonly rows: readonly ReviewRow[] | null;
  readonly page: ReviewPage | null;
}

function sectionOf(suggestions: readonly Suggestion[], page: ReviewPage | null): Section {
  const rows = suggestions.map(
    (suggestion): ReviewRow => ({ kind: 'suggestion', key: suggestion.key, suggestion }),
  );
  return { count: rows.length, rows, page };
}

function pagesOf(
  { pages, totals }: ReviewState,
  kind: ListedKind,
  isThere: (suggestion: Suggestion) => boolean,
): readonly Section[] {
  const total = totals?.[kind] ?? 0;
  return Array.from({ length: Math.ceil(total / reviewPageSize) }, (_, number): Section => {
    const page = { kind, page: number };
    const read = pages.get(pageName(page));
    if (read !== undefined) return sectionOf(read.filter(isThere), page);
    return { count: Math.min(reviewPageSize, total - number * reviewPageSize), rows: null, page };
  });
}

class SectionedRows implements ReviewRows {
  readonly count: number;
  readonly counts: ReviewRows['counts'];
  readonly below: number;
  readonly #sections: readonly Section[];
  /** Where each section begins. */
  readonly #starts: readonly number[];
  #places: ReadonlyMap<string, number> | null = null;

  constructor(sections: readonly Section[], counts: ReviewRows['counts'], below: number) {
    this.below = below;
    this.#sections = sections.filter(({ count }) => count > 0);
    let start = 0;
    this.#starts = this.#sections.map(({ count }) => {
      const own = start;
      start += count;
      return own;
    });
    this.count = start;
    this.counts = counts;
  }

  rowAt(index: number): ReviewRow | null {
    const at = this.#sectionAt(index);
    return at === -1 ? null : (this.#sections[at]?.rows?.[index - (this.#starts[at] ?? 0)] ?? null);
  }

  pageAt(index: number): ReviewPage | null {
    const at = this.#sectionAt(index);
    return this.#sections[at]?.page ?? null;
  }

  indexOf(key: string): number {
    this.#places ??= new Map(
      this.#sections.flatMap(({ rows }, at) =>
        (rows ?? []).map((row, index) => [row.key, (this.#starts[at] ?? 0) + index] as const),
      ),
    );
    return this.#places.get(key) ?? -1;
  }

  #sectionAt(index: number): number {
    if (index < 0 || index >= this.count) return -1;
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
