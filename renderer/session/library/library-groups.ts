import { formatPublished } from '../../../app/article/published-date.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { TagColor, TagRecord } from '../../../app/record/records.ts';
import { locale } from '../article-list.ts';
import { type ClusterIndex, similarityText } from './clusters.ts';
import type { LibraryItem } from './library-item.ts';
import { stateRank } from './library-sort.ts';
import type { GroupKey, LibraryView } from './library-view.ts';

/** Articles that have something in common. An article with several tags stands in several groups. */
export interface LibraryGroup {
  /** Lasts as long as what they have in common: `outlet:The Harbour Times`. */
  readonly id: string;
  readonly title: string;
  /** Whether the title is a name that somebody wrote: of a tag, a folder, an article. */
  readonly isNamed: boolean;
  /** Of near duplicates: "at least 96 % alike", of the member that is least like the first. */
  readonly detail?: string;
  /** Of tags: the tag's colour. */
  readonly color?: TagColor;
  readonly items: readonly LibraryItem[];
}

interface Group {
  readonly title: string;
  /** Groups are listed by it; those of what is not known come last. */
  readonly order: string | number | null;
  readonly detail?: string;
  readonly color?: TagColor;
  readonly items: LibraryItem[];
}

/** What groups are made from, beside the articles themselves. */
export interface GroupingSources {
  readonly tags: readonly TagRecord[];
  readonly clusters: ClusterIndex;
}

const byName = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
const languageNames = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });

/** Groups items, which keep their order within a group. Cost: the items, and sorting the groups. */
export function groupItems(
  items: readonly LibraryItem[],
  view: Pick<LibraryView, 'group' | 'sort' | 'descending'>,
  sources: GroupingSources,
): readonly LibraryGroup[] {
  if (view.group === 'none') return [{ id: wholeList, title: '', isNamed: false, items }];
  const groups = new Map<string, Group>();
  const keysOf = grouping(view.group, sources);
  const { group: by } = view;
  // Neighbours in the list are mostly of one group.
  let last: { readonly key: string; readonly group: Group } | null = null;
  const add = (key: string, item: LibraryItem): void => {
    if (last?.key !== key) {
      const group = groups.get(key) ?? { ...describe(by, key, item, sources), items: [] };
      groups.set(key, group);
      last = { key, group };
    }
    last.group.items.push(item);
  };
  for (const item of items) {
    const keys = keysOf(item);
    if (typeof keys === 'string') add(keys, item);
    else for (const key of keys) add(key, item);
  }
  const days = view.group === 'day' || view.group === 'month' || view.group === 'year';
  const sign = days && view.sort === 'published' && view.descending ? -1 : 1;
  return [...groups]
    .sort(([, one], [, other]) => compareOrders(one.order, other.order, sign))
    .map(([key, { title, detail, color, items: members }]) => ({
      id: `${view.group}:${key}`,
      title,
      isNamed: key !== unknown && namedGroups.has(by),
      ...(detail === undefined ? {} : { detail }),
      ...(color === undefined ? {} : { color }),
      items: members,
    }));
}

function compareOrders(one: Group['order'], other: Group['order'], sign: 1 | -1): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'string' && typeof other === 'string')
    return sign * byName.compare(one, other);
  return sign * (Number(one) - Number(other));
}

/** The ids of the groups that an item stands in. */
export function groupIdsOf(
  group: GroupKey,
  sources: GroupingSources,
): (item: LibraryItem) => readonly string[] {
  if (group === 'none') return () => [wholeList];
  const keysOf = grouping(group, sources);
  return (item) => [keysOf(item)].flat().map((key) => `${group}:${key}`);
}

/** The id of the one group of a list without groups. */
const wholeList = 'all';
const unknown = '';
const namedGroups: ReadonlySet<GroupKey> = new Set(['tag', 'folder', 'cluster']);
/** How much of an ISO date names its month or year. */
const dateLengths = { day: 10, month: 7, year: 4 } as const;

function grouping(
  group: Exclude<GroupKey, 'none'>,
  { clusters }: GroupingSources,
): (item: LibraryItem) => string | readonly string[] {
  switch (group) {
    case 'day':
    case 'month':
    case 'year':
      return (item) => dayOf(item)?.slice(0, dateLengths[group]) ?? unknown;
    case 'outlet':
      return ({ listed }) => listed.metadata.outlet ?? unknown;
    case 'language':
      return ({ listed }) => listed.metadata.language ?? unknown;
    case 'tag':
      return ({ tagIds }) => (tagIds.length === 0 ? unknown : tagIds);
    case 'folder':
      return folderOf;
    case 'cluster':
      return ({ id }) => clusters.get(id)?.cluster.id ?? unknown;
    case 'state':
      return (item) => String(stateRank(item));
  }
}

/** The day that the source states: a guess, such as the file's date, must not stand among days that are known. */
function dayOf({ day, listed }: LibraryItem): string | null {
  return listed.guesses.includes('published') ? null : day;
}

const states = ['Starred', 'Unread', 'Read', 'Archived'];
const unknownTitles: Readonly<Record<Exclude<GroupKey, 'none' | 'state'>, string>> = {
  day: 'Date not stated or guessed',
  month: 'Date not stated or guessed',
  year: 'Date not stated or guessed',
  outlet: 'Outlet not stated',
  language: 'Language not known',
  tag: 'No tags',
  folder: 'Single files',
  cluster: 'No near duplicates',
};

function describe(
  group: Exclude<GroupKey, 'none'>,
  key: string,
  item: LibraryItem,
  { tags, clusters }: GroupingSources,
): Omit<Group, 'items'> {
  if (group === 'state') return { title: states[Number(key)] ?? '', order: Number(key) };
  if (key === unknown) return { title: unknownTitles[group], order: null };
  switch (group) {
    case 'day':
    case 'month':
    case 'year':
      return { title: dayTitle(key), order: key };
    case 'language': {
      const title = languageName(key);
      return { title, order: title };
    }
    case 'tag': {
      const tag = tags.find(({ id }) => id === (key as TagId));
      const title = tag?.name ?? 'A tag that was removed';
      return { title, order: title, ...(tag === undefined ? {} : { color: tag.color }) };
    }
    case 'cluster': {
      const members = clusters.get(item.id)?.cluster.members ?? [];
      const least = Math.min(...members.map(({ similarity }) => similarity));
      return {
        title: item.listed.metadata.title,
        detail: least >= 1 ? similarityText(least) : `at least ${similarityText(least)}`,
        order: item.listed.metadata.title,
      };
    }
    default:
      return { title: key, order: key };
  }
}

const dayTitles = new Map<string, string>();

/** Printing a year's days takes longer than all else that a letter typed into the filter asks for: printed once. */
function dayTitle(day: string): string {
  const known = dayTitles.get(day);
  if (known !== undefined) return known;
  const title = formatPublished(day, locale) ?? day;
  dayTitles.set(day, title);
  return title;
}

/** The folder of an article's first origin, as far as it is known: below a watched folder, or the archive it was in. */
export function folderOf({ origins }: LibraryItem): string {
  const [origin] = origins;
  if (origin === undefined) return unknown;
  if (origin.part !== undefined) return origin.fileName;
  if (origin.path === undefined) return unknown;
  const folder = origin.path.split('/').slice(0, -1).join('/');
  return folder === '' ? 'Top of the watched folder' : folder;
}

/** "German" for `de`; a code that has no name stays as it is. */
export function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}
