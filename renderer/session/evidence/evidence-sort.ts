import type { RecordSource } from '../../../app/record/record-source.ts';
import { locale } from '../article-list.ts';
import { fold } from '../library/library-item.ts';
import { type EvidenceItem, noteText } from './evidence-item.ts';
import type { EvidenceColumn, EvidenceSort } from './evidence-view.ts';

const byName = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });

/** By index of the row. NaN and `null`: there is none, which comes last either way. */
type SortKeys = { readonly numbers: Float64Array } | { readonly texts: readonly (string | null)[] };

/**
 * Rows in the order of several columns: of equals by the first the next one decides, and at last which was made first
 * (rule E3). Cost: O(n log n); names are compared once for each that differs, quotations and notes letter by letter.
 */
export function sortEvidence(
  items: readonly EvidenceItem[],
  sorts: readonly EvidenceSort[],
  records: RecordSource,
): readonly EvidenceItem[] {
  const comparers = sorts.map(({ column, descending }) =>
    comparer(sortKeys(items, column, records), descending ? -1 : 1),
  );
  const order = new Uint32Array(items.length);
  for (let index = 0; index < order.length; index += 1) order[index] = index;
  const [first] = comparers;
  order.sort(
    comparers.length === 1 && first !== undefined
      ? (one, other) => first(one, other) || one - other
      : (one, other) => {
          for (const compare of comparers) {
            const result = compare(one, other);
            if (result !== 0) return result;
          }
          return one - other;
        },
  );
  const sorted: EvidenceItem[] = [];
  for (const index of order) {
    const item = items[index];
    if (item !== undefined) sorted.push(item);
  }
  return sorted;
}

function comparer(keys: SortKeys, sign: 1 | -1): (one: number, other: number) => number {
  if ('numbers' in keys) {
    const { numbers } = keys;
    return (one, other) => {
      const [left = Number.NaN, right = Number.NaN] = [numbers[one], numbers[other]];
      if (left === right) return 0;
      if (Number.isNaN(left) || Number.isNaN(right)) {
        return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
      }
      return sign * (left < right ? -1 : 1);
    };
  }
  const { texts } = keys;
  return (one, other) => {
    const [left = null, right = null] = [texts[one], texts[other]];
    if (left === right) return 0;
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left < right ? -1 : 1);
  };
}

function sortKeys(
  items: readonly EvidenceItem[],
  column: EvidenceColumn,
  records: RecordSource,
): SortKeys {
  const numbers = (figureOf: (item: EvidenceItem) => number): SortKeys => ({
    numbers: Float64Array.from(items, figureOf),
  });
  const names = (nameOf: (item: EvidenceItem) => string | null): SortKeys => ({
    numbers: ranks(items.map(nameOf)),
  });
  switch (column) {
    case 'number':
      // An article's annotations are counted from 1; nobody makes ten million in one.
      return numbers(({ annotation, source }) => source.listed.number * 1e7 + annotation.number);
    case 'quote':
      return { texts: items.map(({ folded }) => folded) };
    case 'note':
      return {
        texts: items.map(({ annotation: { note } }) =>
          note === null ? null : fold(noteText(note)),
        ),
      };
    case 'tags':
      return names(({ annotation }) => firstTagName(annotation.tagIds[0], records));
    case 'article':
      return names(({ source }) => source.listed.metadata.title);
    case 'outlet':
      return names(({ source }) => source.listed.metadata.outlet);
    case 'author':
      return names(({ annotation }) => annotation.author);
    case 'date':
      return numbers(({ source }) =>
        Number.isFinite(source.published) ? source.published : Number.NaN,
      );
    case 'links':
      return numbers(({ annotation }) => records.linksAt(annotation.id).length);
    case 'claims':
      return numbers(({ annotation }) => firstClaim(annotation.id, records));
    case 'created':
      return { texts: items.map(({ annotation }) => annotation.createdAt) };
  }
}

function firstTagName(id: string | undefined, records: RecordSource): string | null {
  return id === undefined ? null : (records.get('tag', id)?.name ?? null);
}

/** The lowest number of a claim that it is filed under. */
function firstClaim(id: EvidenceItem['annotation']['id'], records: RecordSource): number {
  const evidence = records.evidenceFor(id);
  if (evidence.length === 0) return Number.NaN;
  return Math.min(
    ...evidence.map(
      ({ claimId }) => records.get('claim', claimId)?.number ?? Number.POSITIVE_INFINITY,
    ),
  );
}

/** Places of names in their order, equals alike; NaN for `null`. Comparing names is slow: each is compared once. */
function ranks(names: readonly (string | null)[]): Float64Array {
  const distinct = [...new Set(names)].filter((name) => name !== null).sort(byName.compare);
  const places = new Map<string, number>();
  let place = 0;
  let before: string | null = null;
  for (const name of distinct) {
    if (before !== null && byName.compare(before, name) !== 0) place += 1;
    places.set(name, place);
    before = name;
  }
  return Float64Array.from(names, (name) => (name === null ? Number.NaN : (places.get(name) ?? 0)));
}
