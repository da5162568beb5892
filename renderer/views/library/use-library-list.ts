import { useMemo, useRef } from 'react';
import type { TagRecord } from '../../../app/record/records.ts';
import { presentArticles } from '../../session/article-list.ts';
import { filterItems } from '../../session/library/library-filter.ts';
import type { LibraryGroup } from '../../session/library/library-groups.ts';
import { type LibraryItem, libraryItems } from '../../session/library/library-item.ts';
import { type LibraryLine, libraryLines } from '../../session/library/library-lines.ts';
import { type LibraryFacets, noFacets } from '../../session/library/library-state.ts';
import { itemsWithMatches } from '../../session/library/library-tag-filter.ts';
import { trashedArticles } from '../../session/library/library-trash.ts';
import { type LibraryView, storedView } from '../../session/library/library-view.ts';
import {
  type GroupedItems,
  groupAgain,
  isReadFromOthers,
  type SortedItems,
  sortAgain,
} from '../../session/library/list-again.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useTagFilter } from '../parts/use-tag-filter.ts';

/** What the Library lists, from the records to the lines; each step is made anew only when what it is made from changed. */
export interface LibraryList {
  /** All articles of the place, in the order of the view. */
  readonly items: readonly LibraryItem[];
  /** Those that filter and chips leave. */
  readonly shown: readonly LibraryItem[];
  readonly groups: readonly LibraryGroup[];
  readonly lines: readonly LibraryLine[];
}

/** How the Library is shown: the project's choice, or this window's own where nothing may be written. */
export function useLibraryView(): LibraryView {
  const own = useSessionState((state) => state.libraryView);
  const stored = useRecords(storedView);
  return own ?? stored;
}

export function useLibraryList(view: LibraryView): LibraryList {
  const { records } = useSession().store;
  const place = useSessionState((state) => state.library.place);
  const filter = useSessionState((state) => state.library.filter);
  // The trash has no chips, so it is narrowed by none.
  const facets = useSessionState((state) =>
    state.library.place === 'trash' ? noFacets : state.library.facets,
  );
  const clusters = useSessionState((state) => state.clusters);
  const articles = useRecords((source) => source.list('article'));
  const tags = useRecords((source) => source.list('tag'));
  // Only an order by what other records say depends on them; any other is not made anew for a highlight.
  const byOthers = isReadFromOthers(view);
  const counted = useRecords((source) => (byOthers ? source.all.size : 0));

  const listed = useRef<readonly LibraryItem[]>([]);
  const items = useMemo(() => {
    // The list of articles is another one when any of them changed, in the trash or not.
    const wanted = articles.length === 0 ? articles : placeArticles(records, place);
    listed.current = libraryItems(wanted, listed.current);
    return listed.current;
  }, [articles, records, place]);

  const { sort, descending, group } = view;
  const lastSorted = useRef<SortedItems | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `counted` stands for the records that the order is read from
  const sorted = useMemo(() => {
    lastSorted.current = sortAgain(items, { sort, descending }, records, lastSorted.current);
    return lastSorted.current.items;
  }, [items, sort, descending, records, counted]);

  // Of the trash everything is shown.
  const tagFilter = useTagFilter();
  const accepts = place === 'trash' ? null : (tagFilter?.accepts ?? null);
  const sets = useRecords((source) => (accepts === null ? null : source.tagSets));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `sets` is another one when tags were put on or taken off
  const matching = useMemo(
    () => (accepts === null ? sorted : itemsWithMatches(records, sorted, accepts)),
    [records, sorted, accepts, sets],
  );
  const filtered = useRef<Filtered | null>(null);
  const shown = useMemo(() => {
    const last = filtered.current;
    // One more letter only narrows what the letters before it left.
    const narrows =
      last !== null &&
      last.sorted === matching &&
      last.facets === facets &&
      last.tags === tags &&
      filter.startsWith(last.filter);
    const result = filterItems(narrows ? last.shown : matching, filter, facets, tags);
    filtered.current = { sorted: matching, filter, facets, tags, shown: result };
    return result;
  }, [matching, filter, facets, tags]);
  const isGrouped = group !== 'none' && place === 'articles';
  const lastGrouped = useRef<GroupedItems | null>(null);
  const groups = useMemo(() => {
    const grouping = { group: isGrouped ? group : 'none', sort, descending } as const;
    lastGrouped.current = groupAgain(shown, grouping, { tags, clusters }, lastGrouped.current);
    return lastGrouped.current.groups;
  }, [shown, isGrouped, group, sort, descending, tags, clusters]);
  const lines = useMemo(
    () => libraryLines(groups, isGrouped, new Set(view.collapsed)),
    [groups, isGrouped, view.collapsed],
  );
  return { items: sorted, shown, groups, lines };
}

/** A filtering, to go on from with the next letter. */
interface Filtered {
  readonly sorted: readonly LibraryItem[];
  readonly filter: string;
  readonly facets: LibraryFacets;
  readonly tags: readonly TagRecord[];
  readonly shown: readonly LibraryItem[];
}

function placeArticles(
  records: Parameters<typeof presentArticles>[0],
  place: 'articles' | 'trash',
): ReturnType<typeof presentArticles> {
  return place === 'articles' ? presentArticles(records) : trashedArticles(records);
}
