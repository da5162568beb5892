import type { SharedPassage } from '../../../app/compare/shared-passages.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { countOf } from '../article-list.ts';
import { shownRevision } from '../reading/revisions.ts';
import type { Session } from '../session.ts';
import { type ComparedPair, foundKey } from './comparing-state.ts';
import { takeUpComparingView } from './comparing-view.ts';
import { type ComparedPane, pairsOf } from './pairs.ts';
import { findShared } from './parallels-thread.ts';
import { setComparing } from './set-comparing.ts';

/** What was found of so many pairs of texts is remembered. */
const mostFound = 24;

/**
 * Keeps the pairs of the comparison as the panes, the records and the least words say, for as long as the view is on the
 * screen: looks for parallel passages in a thread, once for each two texts. Returns what ends it.
 */
export function watchPairs(session: Session): () => void {
  const { store } = session;
  const { records } = store;
  const texts = new Map<string, RevisionText>();
  let searching = new AbortController();
  let wanted = '';
  let ended = false;
  let due = false;

  const panesNow = (): readonly ComparedPane[] =>
    session.get().comparing.panes.flatMap((pane): ComparedPane[] => {
      const revision = shownRevision(records, pane);
      if (revision === null) return [];
      return [{ pane, revision, text: texts.get(revision.hash)?.text ?? null }];
    });

  const foundOf = (left: ComparedPane, right: ComparedPane): readonly SharedPassage[] => {
    const { found, leastWords } = session.get().comparing;
    if (left.text === null || right.text === null) return [];
    return found.get(foundKey(left.revision.hash, right.revision.hash, leastWords)) ?? [];
  };

  function refresh(): void {
    due = false;
    if (ended || !session.hasProject || session.store !== store) return;
    takeUpComparingView(session);
    const panes = panesNow();
    const { leastWords, pairs, at } = session.get().comparing;
    const asked = `${panes.map(({ revision }) => revision.hash).join(' ')} ${leastWords}`;
    if (asked !== wanted) {
      wanted = asked;
      searching.abort();
      searching = new AbortController();
      void search(panes, searching.signal);
    }
    const next = pairsOf(records, panes, foundOf);
    if (isSame(pairs, next)) return;
    const kept = next.some(({ key }) => key === at) ? at : null;
    setComparing(session, { pairs: next, at: kept });
  }

  async function search(panes: readonly ComparedPane[], signal: AbortSignal): Promise<void> {
    setComparing(session, { working: true, failure: null });
    try {
      const read = await Promise.all(panes.map(({ revision }) => store.texts.read(revision.hash)));
      if (signal.aborted) return;
      texts.clear();
      for (const text of read) texts.set(text.hash, text);
      const { found, leastWords } = session.get().comparing;
      const missing: { key: string; pair: readonly [number, number] }[] = [];
      for (const [left, { revision }] of panes.entries()) {
        for (let right = left + 1; right < panes.length; right += 1) {
          const key = foundKey(
            revision.hash,
            panes[right]?.revision.hash ?? revision.hash,
            leastWords,
          );
          if (!found.has(key)) missing.push({ key, pair: [left, right] });
        }
      }
      const fresh =
        missing.length === 0
          ? []
          : await findShared(
              { texts: read, wanted: missing.map(({ pair }) => pair), leastWords },
              signal,
            );
      if (signal.aborted) return;
      const all = [
        ...session.get().comparing.found,
        ...missing.map(({ key }, index) => [key, fresh[index] ?? []] as const),
      ];
      setComparing(session, { found: new Map(all.slice(-mostFound)), working: false });
      refresh();
      if (panes.length > 1) session.say(pairsInWords(session.get().comparing.pairs));
    } catch (error) {
      if (signal.aborted) return;
      const failure = error instanceof Error ? error.message : String(error);
      setComparing(session, { working: false, failure });
    }
  }

  /** After all that one change brings. */
  const schedule = (): void => {
    if (due) return;
    due = true;
    queueMicrotask(refresh);
  };
  const stops = [
    records.subscribe(schedule),
    session.state.subscribe(({ comparing }, before) => {
      const { panes, leastWords } = before.comparing;
      if (comparing.panes !== panes || comparing.leastWords !== leastWords) schedule();
    }),
  ];
  schedule();
  return () => {
    ended = true;
    searching.abort();
    for (const stop of stops) stop();
  };
}

/** "7 pairs: 2 linked, 5 parallel passages." */
function pairsInWords(pairs: readonly ComparedPair[]): string {
  if (pairs.length === 0) return 'These articles have no passages in common and no links.';
  const linked = pairs.filter(({ link }) => link !== null).length;
  const parts = [
    linked > 0 ? `${linked} linked` : '',
    pairs.length > linked ? countOf(pairs.length - linked, 'parallel passage') : '',
  ].filter(Boolean);
  return `${countOf(pairs.length, 'pair')}: ${parts.join(', ')}.`;
}

function isSame(before: readonly ComparedPair[], after: readonly ComparedPair[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((pair, index) => {
    const next = after[index];
    return (
      next !== undefined &&
      pair.key === next.key &&
      pair.link === next.link &&
      pair.type === next.type &&
      sameEnd(pair.left, next.left) &&
      sameEnd(pair.right, next.right)
    );
  });
}

function sameEnd(one: ComparedPair['left'], other: ComparedPair['left']): boolean {
  return (
    one.paneId === other.paneId &&
    one.revisionId === other.revisionId &&
    one.start === other.start &&
    one.end === other.end
  );
}
