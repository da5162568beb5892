import type { TagId } from '../../../app/record/ids.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import { fold, foldedOf, type LibraryItem } from './library-item.ts';
import type { LibraryFacets } from './library-state.ts';

/** An outlet or a language that is not known, as chips name it. */
export const unknownValue = '';

/**
 * The items that a filter and chips leave, in their order. Each word typed must begin or stand somewhere in title,
 * outlet, byline, section or the name of a tag; case and accents do not count. Cost: the items, a few of whose letters
 * are looked at.
 */
export function filterItems(
  items: readonly LibraryItem[],
  filter: string,
  facets: LibraryFacets,
  tags: readonly TagRecord[],
): readonly LibraryItem[] {
  const words = fold(filter).split(/\s+/).filter(Boolean);
  const named = words.map((word) => tagsNamed(tags, word));
  const tagged = new Set(facets.tagIds);
  const outlets = new Set(facets.outlets);
  const languages = new Set(facets.languages);
  const left: LibraryItem[] = [];
  // Plain loops: this runs over ten thousand articles at each letter typed.
  for (const item of items) {
    // The trash shows all that is in it.
    if (item.trashedAt === null && item.archived !== facets.archived) continue;
    if (facets.starred && !item.starred) continue;
    if (facets.unread && item.read) continue;
    if (tagged.size > 0 && !item.tagIds.some((id) => tagged.has(id))) continue;
    if (outlets.size > 0 && !outlets.has(item.listed.metadata.outlet ?? unknownValue)) continue;
    if (languages.size > 0 && !languages.has(item.listed.metadata.language ?? unknownValue)) {
      continue;
    }
    if (holdsAll(item, words, named)) left.push(item);
  }
  return left.length === items.length ? items : left;
}

function holdsAll(
  item: LibraryItem,
  words: readonly string[],
  named: readonly ReadonlySet<TagId>[],
): boolean {
  if (words.length === 0) return true;
  const folded = foldedOf(item);
  for (let index = 0; index < words.length; index += 1) {
    if (folded.includes(words[index] ?? '')) continue;
    const tags = named[index];
    if (tags === undefined || tags.size === 0) return false;
    if (!item.tagIds.some((id) => tags.has(id))) return false;
  }
  return true;
}

function tagsNamed(tags: readonly TagRecord[], word: string): ReadonlySet<TagId> {
  return new Set(tags.filter(({ name }) => fold(name).includes(word)).map(({ id }) => id));
}

/** One value that a chip can narrow to, with how many articles have it. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** The values of a chip, the most frequent first. Cost: the items; asked when the chip is opened. */
export function facetValues(
  items: readonly LibraryItem[],
  facet: 'languages' | 'tagIds' | 'outlets',
): readonly FacetValue[] {
  const counts = new Map<string, number>();
  const add = (value: string): void => {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  };
  for (const item of items) {
    if (facet === 'tagIds') for (const id of item.tagIds) add(id);
    else if (facet === 'outlets') add(item.listed.metadata.outlet ?? unknownValue);
    else add(item.listed.metadata.language ?? unknownValue);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}
