import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationFilter } from '../codebook/tag-filter.ts';
import { fold } from '../library/library-item.ts';
import type { EvidenceItem } from './evidence-item.ts';
import type { EvidenceFacets, EvidenceState, Presence } from './evidence-state.ts';

/** What the table is narrowed to. */
export interface EvidenceQuery extends Pick<EvidenceState, 'words' | 'facets' | 'opened'> {
  /** The tag filter of the window; `null`: none. */
  readonly accepts: AnnotationFilter | null;
}

/**
 * The rows that a query leaves, in their order (rule E2). The list itself if it leaves all. Cost: the rows, a few of whose
 * letters are looked at; the first time the letters of each are folded.
 */
export function filterEvidence(
  items: readonly EvidenceItem[],
  query: EvidenceQuery,
  records: RecordSource,
): readonly EvidenceItem[] {
  const tests = testsOf(query, records);
  if (tests.length === 0) return items;
  const left: EvidenceItem[] = [];
  // Plain loops: this runs over a hundred thousand rows at each letter typed.
  for (const item of items) {
    let passes = true;
    for (const test of tests) {
      if (test(item)) continue;
      passes = false;
      break;
    }
    if (passes) left.push(item);
  }
  return left.length === items.length ? items : left;
}

/** Whether every row that `query` leaves is among those that `before` leaves: then only those need to be looked at. */
export function narrowsFurther(query: EvidenceQuery, before: EvidenceQuery): boolean {
  return (
    query.facets === before.facets &&
    query.opened === before.opened &&
    query.accepts === before.accepts &&
    query.words.startsWith(before.words) &&
    // A mark begins a phrase, a colon makes a number of what was a word: neither leaves less than before.
    !/["“”„:]/.test(query.words)
  );
}

type Test = (item: EvidenceItem) => boolean;

/** What is quick to tell comes first. */
function testsOf(query: EvidenceQuery, records: RecordSource): readonly Test[] {
  const { opened, accepts, facets } = query;
  return [
    ...(opened === null ? [] : [(item: EvidenceItem) => opened.ids.has(item.annotation.id)]),
    ...(accepts === null ? [] : [(item: EvidenceItem) => accepts(item.annotation)]),
    ...facetTests(facets, records),
    ...wordsOf(query.words).map(wordTest),
  ];
}

/** "a “b c” d" is three words: what stands in quotation marks of any kind is one. */
export function wordsOf(typed: string): readonly string[] {
  return [...typed.matchAll(/["“”„]([^"“”„]*)(?:["“”„]|$)|[^\s"“”„]+/g)]
    .map(([whole, phrase]) => fold(phrase ?? whole).trim())
    .filter((word) => word !== '');
}

function wordTest(word: string): Test {
  if (!/^\d+:\d*$/.test(word)) return (item) => item.folded.includes(word);
  // It may be the number of an annotation, or the beginning of one.
  return (item) =>
    `${item.source.listed.number}:${item.annotation.number}`.startsWith(word) ||
    item.folded.includes(word);
}

function facetTests(facets: EvidenceFacets, records: RecordSource): readonly Test[] {
  const { from, to } = facets;
  const tests: Test[] = [];
  const among = (values: readonly string[], textOf: (item: EvidenceItem) => string): void => {
    if (values.length === 0) return;
    const wanted = new Set(values);
    tests.push((item) => wanted.has(textOf(item)));
  };
  const presence = (wanted: Presence, isThere: Test): void => {
    if (wanted !== 'any') tests.push((item) => isThere(item) === (wanted === 'with'));
  };
  among(facets.articleIds, ({ annotation }) => annotation.articleId);
  among(facets.outlets, ({ source }) => source.listed.metadata.outlet ?? '');
  among(facets.authors, ({ annotation }) => annotation.author);
  presence(facets.note, ({ annotation }) => annotation.note !== null);
  presence(facets.link, ({ annotation }) => records.linksAt(annotation.id).length > 0);
  presence(facets.claim, ({ annotation }) => records.evidenceFor(annotation.id).length > 0);
  if (from !== '') tests.push(({ source }) => compareDays(source.day, from, 1));
  if (to !== '') tests.push(({ source }) => compareDays(source.day, to, -1));
  if (facets.claimIds.length > 0) {
    const wanted = new Set(facets.claimIds);
    tests.push(({ annotation }) =>
      records.evidenceFor(annotation.id).some(({ claimId }) => wanted.has(claimId)),
    );
  }
  return tests;
}

/**
 * Whether a day is not before (1) or not after (-1) a limit. Of the less precise one all the time that it may mean counts:
 * 2031 is not before May 2031. What is not known is neither.
 */
function compareDays(day: string | null, limit: string, sign: 1 | -1): boolean {
  if (day === null) return false;
  const length = Math.min(day.length, limit.length);
  const [one, other] = [day.slice(0, length), limit.slice(0, length)];
  return sign === 1 ? one >= other : one <= other;
}
