import { useEffect, useMemo, useRef } from 'react';
import { filterLinks } from '../../session/links/link-filter.ts';
import { type LinkItem, linkItems } from '../../session/links/link-item.ts';
import { type LinkLines, linkLines } from '../../session/links/link-lines.ts';
import { sortLinks } from '../../session/links/link-sort.ts';
import type { LinksView } from '../../session/links/links-view.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** What the table lists; each step is made anew only when what it is made from changed. */
export interface LinkList {
  /** All links, in the order of the view. */
  readonly items: readonly LinkItem[];
  /** Those that words and chips leave. */
  readonly shown: readonly LinkItem[];
  readonly lines: LinkLines;
}

export function useLinkList(view: LinksView): LinkList {
  const session = useSession();
  const { records } = session.store;
  const words = useSessionState((state) => state.links.words);
  const facets = useSessionState((state) => state.links.facets);
  const links = useRecords((source) => source.list('link'));
  const types = useRecords((source) => source.list('linkType'));
  const annotations = useRecords((source) => source.list('annotation'));
  const articles = useRecords((source) => source.list('article'));
  const claims = useRecords((source) => source.list('claim'));
  const known = useRef<ReadonlyMap<string, LinkItem>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are what the rows are made from
  const made = useMemo(
    () => linkItems(records, known.current),
    [records, links, types, annotations, articles, claims],
  );
  useEffect(() => {
    known.current = new Map(made.map((item) => [item.link.id, item]));
  }, [made]);
  const items = useMemo(() => sortLinks(made, view.sorts), [made, view.sorts]);
  const shown = useMemo(() => filterLinks(items, words, facets), [items, words, facets]);
  const lines = useMemo(() => linkLines(shown), [shown]);
  return { items, shown, lines };
}
