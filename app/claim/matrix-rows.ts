import { foldTagName } from '../annotation/fold-tag-name.ts';
import { effectiveMetadata } from '../article/article-metadata.ts';
import { isTrashed } from '../article/article-state.ts';
import { comparePublished } from '../article/published-date.ts';
import type { ClaimId, TagId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ClaimRecord, ClaimStatus, Importance } from '../record/records.ts';
import { claimStatuses } from './claim-diffs.ts';
import { type ClaimTree, claimTree, compareClaims } from './claim-tree.ts';
import { independentSources } from './independent-sources.ts';
import { matrixRowFacts } from './matrix-cell.ts';
import type { ClusterOf, MatrixColumn } from './matrix-columns.ts';
import { speakerName } from './speakers.ts';

/** What rows are sorted by; `order`: as the analyst arranged them. */
export const matrixSorts = [
  'order',
  'number',
  'wording',
  'status',
  'importance',
  'sources',
  'said',
  'changed',
] as const;
export type MatrixSort = (typeof matrixSorts)[number];

/** What rows are narrowed to. Of each list a claim has to meet one; empty: no matter. */
export interface MatrixFilter {
  /** Each word has to stand in the wording, or be the claim's number (`C4`). */
  readonly words: string;
  readonly statuses: readonly ClaimStatus[];
  /** Names; `''`: not stated. */
  readonly speakers: readonly string[];
  readonly importances: readonly Importance[];
  /** `null`: no matter. */
  readonly acceptsTags: ((tagIds: readonly TagId[]) => boolean) | null;
  /** Only claims that some shown column has not been checked for. */
  readonly unchecked: boolean;
  /** Only claims that one source denies and another one does not. */
  readonly disputed: boolean;
}

/** A row: a claim in its place in the tree. */
export interface MatrixRow {
  readonly claim: ClaimRecord;
  /** 0 at the top. */
  readonly depth: number;
  readonly hasChildren: boolean;
  /** Whether the claims below it are listed. */
  readonly isOpen: boolean;
  /** Not asked for itself: it is there for one below it. */
  readonly isContext: boolean;
}

/** What rows are made with. */
export interface MatrixRowChoice {
  readonly sort: MatrixSort;
  readonly descending: boolean;
  /** Claims whose parts are folded away. A filter opens all. */
  readonly folded: ReadonlySet<string>;
  readonly filter: MatrixFilter;
  readonly columns: readonly MatrixColumn[];
  readonly clusterOf: ClusterOf;
}

/** Whether anything narrows the rows. */
function hasMatrixFilter(filter: MatrixFilter): boolean {
  return (
    filter.words.trim() !== '' ||
    filter.statuses.length > 0 ||
    filter.speakers.length > 0 ||
    filter.importances.length > 0 ||
    filter.acceptsTags !== null ||
    filter.unchecked ||
    filter.disputed
  );
}

/** Whether the rows hang on evidence, not on the claims alone. */
export function looksAtEvidence(choice: Pick<MatrixRowChoice, 'sort' | 'filter'>): boolean {
  return choice.sort === 'sources' || choice.filter.unchecked || choice.filter.disputed;
}

/**
 * The rows that are shown (rules X7 and X8): the tree of the claims, siblings sorted; with a filter, the claims that meet it
 * and those above them. A parent that is gone, or that would close a ring, is none. Cost: O(n log n) in the claims; where
 * evidence counts, all evidence once.
 */
export function matrixRows(
  source: RecordSource,
  claims: readonly ClaimRecord[],
  choice: MatrixRowChoice,
): readonly MatrixRow[] {
  const tree = claimTree(claims);
  const compare = choice.sort === 'order' && !choice.descending ? null : comparing(source, choice);
  const childrenOf = (id: ClaimId | null): readonly ClaimRecord[] => {
    const children = tree.children(id);
    return compare === null ? children : children.toSorted(compare);
  };
  const filtered = hasMatrixFilter(choice.filter);
  const meeting = filtered ? claimsMeeting(source, claims, choice) : null;
  const needed = meeting === null ? null : withParents(meeting, tree);
  const rows: MatrixRow[] = [];
  const waiting = childrenOf(null)
    .toReversed()
    .map((claim) => ({ claim, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { claim, depth } = next;
    if (needed !== null && !needed.has(claim.id)) continue;
    const all = childrenOf(claim.id);
    const below = needed === null ? all : all.filter(({ id }) => needed.has(id));
    const isOpen = below.length > 0 && (filtered || !choice.folded.has(claim.id));
    const isContext = meeting !== null && !meeting.has(claim.id);
    rows.push({ claim, depth, hasChildren: below.length > 0, isOpen, isContext });
    if (!isOpen) continue;
    for (const child of below.toReversed()) waiting.push({ claim: child, depth: depth + 1 });
  }
  return rows;
}

/** How many independent sources have a passage under a claim, none in the trash (rule Q7). Cost: the claim's evidence. */
export function claimSources(
  source: RecordSource,
  claim: ClaimRecord,
  clusterOf: ClusterOf,
): number {
  return sourcesOf(source, claim, clusterOf).length;
}

function sourcesOf(source: RecordSource, claim: ClaimRecord, clusterOf: ClusterOf) {
  const { passages } = matrixRowFacts(source, claim);
  const articles = [...passages.keys()].flatMap((id) => {
    const article = source.get('article', id);
    if (article === null || isTrashed(article)) return [];
    return [{ id, outlet: effectiveMetadata(article).outlet }];
  });
  return independentSources(articles, (id) => clusterOf(id)?.id ?? null);
}

function isDisputed(source: RecordSource, claim: ClaimRecord, clusterOf: ClusterOf): boolean {
  const { passages } = matrixRowFacts(source, claim);
  const denies = new Set<number>();
  const others = new Set<number>();
  sourcesOf(source, claim, clusterOf).forEach((articleIds, index) => {
    for (const { evidence } of articleIds.flatMap((id) => passages.get(id) ?? [])) {
      if (evidence.stance === 'denies') denies.add(index);
      else if (evidence.stance !== 'questions') others.add(index);
    }
  });
  return [...denies].some((index) => [...others].some((other) => other !== index));
}

function hasUnchecked(
  source: RecordSource,
  claim: ClaimRecord,
  columns: readonly MatrixColumn[],
): boolean {
  const { passages, silences } = matrixRowFacts(source, claim);
  return columns.some(
    ({ articleIds, countsWith }) =>
      countsWith === null &&
      !articleIds.some((id) => passages.has(id)) &&
      !articleIds.every((id) => silences.has(id)),
  );
}

function claimsMeeting(
  source: RecordSource,
  claims: readonly ClaimRecord[],
  { filter, columns, clusterOf }: MatrixRowChoice,
): ReadonlySet<ClaimId> {
  const words = foldTagName(filter.words).split(' ').filter(Boolean);
  const meeting = new Set<ClaimId>();
  for (const claim of claims) {
    const number = `c${claim.number}`;
    const meets =
      (filter.statuses.length === 0 || filter.statuses.includes(claim.status)) &&
      (filter.importances.length === 0 ||
        (claim.importance != null && filter.importances.includes(claim.importance))) &&
      (filter.speakers.length === 0 ||
        filter.speakers.includes(speakerName(source, claim) ?? '')) &&
      filter.acceptsTags?.(claim.tagIds) !== false &&
      (words.length === 0 ||
        words.every((word) => word === number || foldedWording(claim).includes(word))) &&
      (!filter.unchecked || hasUnchecked(source, claim, columns)) &&
      (!filter.disputed || isDisputed(source, claim, clusterOf));
    if (meets) meeting.add(claim.id);
  }
  return meeting;
}

const folded = new WeakMap<ClaimRecord, string>();

function foldedWording(claim: ClaimRecord): string {
  const known = folded.get(claim) ?? foldTagName(claim.wording);
  folded.set(claim, known);
  return known;
}

function withParents(ids: ReadonlySet<ClaimId>, tree: ClaimTree): ReadonlySet<ClaimId> {
  const all = new Set<ClaimId>();
  for (const id of ids) {
    for (
      let at: ClaimId | undefined = id;
      at !== undefined && !all.has(at);
      at = tree.parent(at)?.id
    ) {
      all.add(at);
    }
  }
  return all;
}

type Compare = (one: ClaimRecord, other: ClaimRecord) => number;

function comparing(source: RecordSource, choice: MatrixRowChoice): Compare {
  const { sort, descending, clusterOf } = choice;
  const sign = descending ? -1 : 1;
  const byNumber: Compare = (one, other) => one.number - other.number;
  const by = (worth: (claim: ClaimRecord) => number): Compare => {
    const values = new Map<ClaimId, number>();
    const of = (claim: ClaimRecord): number => {
      const value = values.get(claim.id) ?? worth(claim);
      values.set(claim.id, value);
      return value;
    };
    return (one, other) => sign * (of(one) - of(other)) || byNumber(one, other);
  };
  /** What is not stated comes last in either direction. */
  const byDate = (dateOf: (claim: ClaimRecord) => string | null): Compare => {
    return (one, other) => {
      const [first, second] = [dateOf(one), dateOf(other)];
      if (first === null || second === null) {
        return Number(first === null) - Number(second === null) || byNumber(one, other);
      }
      return sign * comparePublished(first, second) || byNumber(one, other);
    };
  };
  switch (sort) {
    case 'order':
      return (one, other) => sign * compareClaims(one, other);
    case 'number':
      return by(({ number }) => number);
    case 'wording': {
      const { compare } = new Intl.Collator('en', { numeric: true });
      return (one, other) => sign * compare(one.wording, other.wording) || byNumber(one, other);
    }
    case 'status':
      return by(({ status }) => claimStatuses.indexOf(status));
    case 'importance':
      return (one, other) =>
        Number(one.importance == null) - Number(other.importance == null) ||
        sign * ((other.importance ?? 0) - (one.importance ?? 0)) ||
        byNumber(one, other);
    case 'sources':
      return by((claim) => -claimSources(source, claim, clusterOf));
    case 'said':
      return byDate(({ saidOn }) => saidOn);
    case 'changed':
      return (one, other) =>
        sign *
          (one.modifiedAt < other.modifiedAt ? 1 : one.modifiedAt > other.modifiedAt ? -1 : 0) ||
        byNumber(one, other);
  }
}
