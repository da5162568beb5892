import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { ClusterSuggestion } from '../../../app/host/suggestions.ts';
import { countOf } from '../../session/article-list.ts';
import { focusNamed } from '../../session/focus.ts';
import { rowsNow } from '../../session/parallels/cluster-actions.ts';
import { askClusters, clusterAt, clusterPage } from '../../session/parallels/cluster-list.ts';
import { decisionOn } from '../../session/parallels/decision-on.ts';
import { chooseCluster, clusterRowsName } from '../../session/parallels/open-cluster.ts';
import { shortly } from '../../session/parallels/parallel-words.ts';
import { setClusters } from '../../session/parallels/set-parallels.ts';
import { useFixedRows } from '../inspector/use-fixed-rows.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { targetOfKey } from '../parts/target-of-key.ts';
import { rowActionOfKey } from './cluster-keys.ts';
import { useDecision } from './use-decision.ts';
import { useEntering } from './use-entering.ts';

/** Of a row, in pixels; `clusters.css` gives rows that height. */
const rowHeight = 66;

/** The clusters of the project, best first: an arrow key shows the next one, Enter goes to its passages. */
export function ClusterList(): ReactNode {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const { pages, total, at, version } = useSessionState((state) => state.parallels.clusters);
  const count = total ?? 0;
  const index = indexOf(pages, at);
  const { from, to } = useFixedRows(scroller, rowHeight, count, index);
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages of another version are asked for again
  useEffect(() => {
    const last = Math.floor(Math.max(0, to - 1) / clusterPage);
    for (let page = Math.floor(from / clusterPage); page <= last; page += 1) {
      if (page * clusterPage < count) void askClusters(session, page);
    }
  }, [session, from, to, count, version]);
  useEntering(scroller, 'list');
  // A cluster that was decided leaves the list: the list goes on where it stood, once it has the keyboard. Beside it the
  // table shows what was decided until then.
  const keepChosen = (): void => {
    const { clusters } = session.get().parallels;
    const last = (clusters.total ?? 0) - 1;
    if (clusters.at === null || last < 0 || indexOf(clusters.pages, clusters.at) !== -1) return;
    // Any other one stands farther down, where the list was not read.
    if (decisionOn(session.store.records, clusters.at) === null && clusters.open !== 'gone') return;
    const next = clusterAt(clusters.pages, Math.min(clusters.place, last));
    if (next !== null) chooseCluster(session, next.key);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: each list that comes may have lost what was chosen
  useEffect(() => {
    if (index !== -1) setClusters(session, { place: index });
    else if (document.activeElement === scroller.current) keepChosen();
  }, [session, index, pages]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { clusters } = session.get().parallels;
    if (event.key === 'Enter') {
      event.preventDefault();
      focusNamed(clusterRowsName);
      return;
    }
    const action = rowActionOfKey(event.key);
    if (action !== null) {
      event.preventDefault();
      action(session, rowsNow(session).find(({ key }) => key === clusters.row) ?? null);
      return;
    }
    const height = scroller.current?.clientHeight ?? 0;
    const here = indexOf(clusters.pages, clusters.at);
    const target = targetOfKey(
      event.key,
      here,
      clusters.total ?? 0,
      Math.floor(height / rowHeight),
    );
    if (target === null) return;
    event.preventDefault();
    const next = clusterAt(clusters.pages, target);
    if (next === null) {
      // It is on its way: the key can be pressed again.
      void askClusters(session, Math.floor(target / clusterPage));
      return;
    }
    chooseCluster(session, next.key);
    session.say(`Cluster ${target + 1} of ${clusters.total ?? 0}. ${clusterInWords(next)}`);
  };
  const inSight = from <= index && index < to;
  return (
    <div
      ref={scroller}
      className="cluster-list"
      role="listbox"
      aria-label="Clusters"
      tabIndex={0}
      data-focus-name="clusters"
      aria-activedescendant={inSight ? `cluster-${index}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={keepChosen}
    >
      <div role="presentation" className="cluster-rows" style={{ height: count * rowHeight }}>
        {Array.from({ length: Math.max(0, to - from) }, (_, row) => from + row).map((place) => (
          <ClusterRow
            key={place}
            cluster={clusterAt(pages, place)}
            index={place}
            total={count}
            chosen={place === index}
          />
        ))}
      </div>
    </div>
  );
}

function ClusterRow(props: {
  readonly cluster: ClusterSuggestion | null;
  readonly index: number;
  readonly total: number;
  readonly chosen: boolean;
}): ReactNode {
  const session = useSession();
  const { cluster, index } = props;
  const decision = useDecision(cluster?.key ?? '');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={`cluster-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
      aria-posinset={index + 1}
      aria-setsize={props.total}
      className="cluster-row"
      data-decided={decision?.outcome}
      style={{ transform: `translateY(${index * rowHeight}px)` }}
      onClick={() => cluster !== null && chooseCluster(session, cluster.key)}
    >
      {cluster === null ? (
        <span className="hint">Reading…</span>
      ) : (
        <>
          <span className="cluster-quote">{shortly(firstWording(cluster))}</span>
          <span className="cluster-facts">
            {decision !== null && (
              <span className="cluster-formula">
                {decision.outcome === 'accepted' ? 'claim made' : 'dismissed'}
              </span>
            )}
            {cluster.formula && <span className="cluster-formula">formula</span>}
            {countOf(cluster.articles, 'article')} · {countOf(cluster.wordings, 'wording')}
          </span>
        </>
      )}
    </div>
  );
}

function firstWording({ passages }: ClusterSuggestion): string {
  return (passages.find(({ wording }) => wording === 1) ?? passages[0])?.quote ?? '';
}

/** "This quotation in 7 articles, 3 wordings: “…”". */
function clusterInWords(cluster: ClusterSuggestion): string {
  const formula = cluster.formula ? 'Formula, in ' : 'In ';
  return `${formula}${countOf(cluster.articles, 'article')}, ${countOf(cluster.wordings, 'wording')}: “${shortly(firstWording(cluster))}”`;
}

/** Where a cluster stands among what was read; -1: not there. */
function indexOf(
  pages: ReadonlyMap<number, readonly ClusterSuggestion[]>,
  key: string | null,
): number {
  for (const [page, clusters] of pages) {
    const index = clusters.findIndex((one) => one.key === key);
    if (index !== -1) return page * clusterPage + index;
  }
  return -1;
}
