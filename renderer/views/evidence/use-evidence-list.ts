import { useEffect, useMemo, useRef } from 'react';
import { tagFilterOf } from '../../session/codebook/tag-filter.ts';
import {
  type EvidenceQuery,
  filterEvidence,
  narrowsFurther,
} from '../../session/evidence/evidence-filter.ts';
import { type EvidenceGroup, groupEvidence } from '../../session/evidence/evidence-groups.ts';
import {
  type EvidenceItem,
  type EvidenceItems,
  evidenceItems,
  noEvidence,
} from '../../session/evidence/evidence-item.ts';
import {
  type EvidenceLines,
  groupedLines,
  plainLines,
} from '../../session/evidence/evidence-lines.ts';
import { sortEvidence } from '../../session/evidence/evidence-sort.ts';
import { type EvidenceView, storedEvidenceView } from '../../session/evidence/evidence-view.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** What the table lists, from the records to the lines; each step is made anew only when what it is made from changed. */
export interface EvidenceList {
  /** All annotations, in the order of the view. */
  readonly items: readonly EvidenceItem[];
  /** Those that filters leave. */
  readonly shown: readonly EvidenceItem[];
  readonly groups: readonly EvidenceGroup[];
  readonly lines: EvidenceLines;
}

/** How the table is shown: the project's choice, or this window's own where nothing may be written. */
export function useEvidenceView(): EvidenceView {
  const own = useSessionState((state) => state.evidence.view);
  const stored = useRecords(storedEvidenceView);
  return own ?? stored;
}

/** Rows that were made last for a window's records: coming back to the table makes none of them again. */
const kept = new WeakMap<object, EvidenceItems>();

export function useEvidenceList(view: EvidenceView): EvidenceList {
  const session = useSession();
  const { records } = session.store;
  const words = useSessionState((state) => state.evidence.words);
  const facets = useSessionState((state) => state.evidence.facets);
  const opened = useSessionState((state) => state.evidence.opened);
  useSessionState((state) => state.tagFilter);
  const annotations = useRecords((source) => source.list('annotation'));
  const articles = useRecords((source) => source.list('article'));
  const tags = useRecords((source) => source.list('tag'));
  const links = useRecords((source) => source.list('link'));
  const evidence = useRecords((source) => source.list('evidence'));
  const claims = useRecords((source) => source.list('claim'));
  const accepts = tagFilterOf(session);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are what the rows are made from
  const made = useMemo(() => {
    const now = evidenceItems(records, kept.get(records) ?? noEvidence);
    kept.set(records, now);
    return now.items;
  }, [records, annotations, articles]);
  useFoldedAhead(made);

  const { sorts, group } = view;
  const sortsBy = (...columns: readonly string[]): boolean =>
    sorts.some(({ column }) => columns.includes(column));
  const bySorts = [
    sortsBy('tags') ? tags : null,
    sortsBy('links') ? links : null,
    sortsBy('claims') ? evidence : null,
  ] as const;
  const items = useMemo(
    () => sortEvidence(made, sorts, records),
    [made, sorts, records, ...bySorts],
  );

  const last = useRef<Filtered | null>(null);
  const hangsOn = [
    facets.link === 'any' ? null : links,
    facets.claim === 'any' && facets.claimIds.length === 0 ? null : evidence,
  ] as const;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the filter looks at
  const shown = useMemo(() => {
    const query = { words, facets, opened, accepts };
    const before = last.current;
    // One more letter only narrows what the letters before it left.
    const isFurther =
      before !== null &&
      before.items === items &&
      before.hangsOn.every((list, index) => list === hangsOn[index]) &&
      narrowsFurther(query, before.query);
    const result = filterEvidence(isFurther ? before.shown : items, query, records);
    last.current = { items, query, hangsOn, shown: result };
    return result;
  }, [items, words, facets, opened, accepts, records, ...hangsOn]);

  const named = [
    group === 'tag' ? tags : null,
    group === 'claim' ? evidence : null,
    group === 'claim' ? claims : null,
  ] as const;
  const groups = useMemo(
    () => (group === 'none' ? [] : groupEvidence(shown, group, records)),
    [shown, group, records, ...named],
  );
  const lines = useMemo(
    () => (group === 'none' ? plainLines(shown) : groupedLines(groups, new Set(view.collapsed))),
    [group, shown, groups, view.collapsed],
  );
  return { items, shown, groups, lines };
}

/** A filtering, to go on from with the next letter. */
interface Filtered {
  readonly items: readonly EvidenceItem[];
  readonly query: EvidenceQuery;
  readonly hangsOn: readonly unknown[];
  readonly shown: readonly EvidenceItem[];
}

/** How long rows are folded at a time, in milliseconds: a key waits no longer than that. */
const slice = 6;

/** Folds the words of rows while nothing else goes on, so that the first letter of a filter need not wait for all. */
function useFoldedAhead(items: readonly EvidenceItem[]): void {
  useEffect(() => {
    let next = 0;
    let handle = 0;
    const fold = (deadline: IdleDeadline): void => {
      const until = performance.now() + Math.min(slice, Math.max(1, deadline.timeRemaining()));
      while (next < items.length && performance.now() < until) {
        // A hundred at a time: asking for the time costs more than folding one.
        for (const end = Math.min(next + 100, items.length); next < end; next += 1) {
          void items[next]?.folded;
        }
      }
      if (next < items.length) handle = requestIdleCallback(fold);
    };
    handle = requestIdleCallback(fold);
    return () => cancelIdleCallback(handle);
  }, [items]);
}
