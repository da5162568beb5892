import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { ClusterPassage, ClusterSuggestion } from '../../../app/host/suggestions.ts';
import { countOf, listArticle } from '../../session/article-list.ts';
import { focusNamed } from '../../session/focus.ts';
import {
  chooseAllRows,
  goToRow,
  openRow,
  orderRows,
  rowsNow,
  toggleRow,
} from '../../session/parallels/cluster-actions.ts';
import {
  baseOf,
  type ClusterRow,
  clusterRows,
  variantOf,
} from '../../session/parallels/cluster-rows.ts';
import { clusterRowsName } from '../../session/parallels/open-cluster.ts';
import { changesFrom, creditsInWords } from '../../session/parallels/parallel-words.ts';
import { SearchSegments } from '../desk/search-segments.tsx';
import { Grid, GridCell, GridHead, GridLines, GridRow } from '../library/grid-parts.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { targetOfKey } from '../parts/target-of-key.ts';
import { ClusterActions } from './cluster-actions.tsx';
import { rowActionOfKey } from './cluster-keys.ts';
import { useEntering } from './use-entering.ts';
import { shortQuote, VariantText } from './variant-text.tsx';

/** Of a row that was not measured yet, in pixels. */
const usualHeight = 84;
/** Of the heads of the columns; `clusters.css` gives them that height. */
const headHeight = 27;

/**
 * The passages of the open cluster, each with what it says otherwise than the one that all are read against: who cut what,
 * who credits whom.
 */
export function ClusterTable(): ReactNode {
  const session = useSession();
  const clusters = useSessionState((state) => state.parallels.clusters);
  const { at, open, failure } = clusters;
  const rows = useMemo(() => clusterRows(clusters), [clusters]);
  if (at === null) {
    return <p className="hint cluster-none">Choose a cluster to see its passages side by side.</p>;
  }
  if (open === 'gone') {
    return (
      <p className="hint cluster-none" role="status">
        This cluster is gone: its texts have changed, or it was decided. Choose another one.
      </p>
    );
  }
  return (
    <section className="cluster-detail" aria-label="The cluster">
      <header className="cluster-detail-head">
        <h3>{open === null ? (failure ?? 'Reading…') : headingOf(open)}</h3>
        <SearchSegments
          label="Order of the passages"
          value={clusters.order}
          options={[
            ['date', 'By date'],
            ['wording', 'By wording'],
          ]}
          onChange={(order) => orderRows(session, order)}
        />
        <ClusterActions cluster={open} rows={rows} />
      </header>
      <Rows rows={rows} base={open === null ? null : baseOf(open, clusters.base)} />
    </section>
  );
}

/** "In 7 articles, 3 wordings, credited to 2 speakers: …". */
function headingOf(cluster: ClusterSuggestion): string {
  const parts = [
    `In ${countOf(cluster.articles, 'article')}`,
    countOf(cluster.wordings, 'wording'),
    creditsInWords(cluster),
  ];
  return parts.filter(Boolean).join(', ');
}

function Rows(props: {
  readonly rows: readonly ClusterRow[];
  readonly base: ClusterPassage | null;
}): ReactNode {
  const session = useSession();
  const { rows, base } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const row = useSessionState((state) => state.parallels.clusters.row);
  const index = rows.findIndex(({ key }) => key === row);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    getItemKey: (place) => rows[place]?.key ?? place,
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [virtual, index]);
  useEntering(scroller, 'rows');
  const goToFirst = (): void => {
    const [first] = rows;
    if (index === -1 && first !== undefined) goToRow(session, first);
  };
  // The keyboard may be here before the passages are: Down would go to the first then, and not to the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other passages leave the keyboard without one
  useEffect(() => {
    if (document.activeElement === scroller.current) goToFirst();
  }, [rows]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Not what is drawn, which comes after what is: a key may be pressed again before.
    const listed = rowsNow(session);
    const here = listed.findIndex(({ key }) => key === session.get().parallels.clusters.row);
    const at = listed[here];
    const isAll = event.key === 'a' && (event.ctrlKey || event.metaKey);
    if (isAll) {
      event.preventDefault();
      chooseAllRows(
        session,
        listed.some(({ isChosen }) => !isChosen),
      );
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      focusNamed('clusters');
      return;
    }
    const action = rowActionOfKey(event.key);
    if (action !== null) {
      event.preventDefault();
      action(session, at ?? null);
      return;
    }
    const target = targetOfKey(event.key, here, listed.length, virtual.getVirtualItems().length);
    if (target === null) return;
    event.preventDefault();
    const next = listed[target];
    if (next !== undefined) goToRow(session, next);
  };
  const drawn = virtual.getVirtualItems();
  const inSight = drawn.some((item) => item.index === index);
  return (
    <Grid
      ref={scroller}
      className="cluster-table"
      aria-label="Passages of the cluster"
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={4}
      tabIndex={0}
      data-focus-name={clusterRowsName}
      aria-activedescendant={inSight ? `cluster-passage-${index}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={goToFirst}
    >
      <GridRow aria-rowindex={1} className="cluster-heads">
        {['Article', 'Wording', 'Passage', 'Credits'].map((title) => (
          <GridHead key={title}>{title}</GridHead>
        ))}
      </GridRow>
      <GridLines className="cluster-lines" style={{ height: virtual.getTotalSize() }}>
        {drawn.map((item) => {
          const line = rows[item.index];
          return line === undefined ? null : (
            <Line
              key={item.key}
              line={line}
              base={base}
              index={item.index}
              active={item.index === index}
              top={item.start - headHeight}
              measure={virtual.measureElement}
            />
          );
        })}
      </GridLines>
    </Grid>
  );
}

function Line(props: {
  readonly line: ClusterRow;
  readonly base: ClusterPassage | null;
  readonly index: number;
  readonly active: boolean;
  readonly top: number;
  readonly measure: (element: Element | null) => void;
}): ReactNode {
  const session = useSession();
  const { line, base, index } = props;
  const { passage } = line;
  const article = useRecords((records) => records.get('article', passage.articleId));
  const listed = article === null ? null : listArticle(article);
  const pieces = base === null || line.isBase ? null : variantOf(base, passage);
  const changes = pieces === null || base === null ? '' : changesFrom(base, passage);
  return (
    <GridRow
      ref={props.measure}
      id={`cluster-passage-${index}`}
      data-index={index}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={line.isChosen}
      className="cluster-line"
      data-active={props.active || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={() => goToRow(session, line)}
      onDoubleClick={() => openRow(session, line)}
    >
      <GridCell className="cluster-cell-source">
        <span
          className="cluster-check"
          data-chosen={line.isChosen || undefined}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            toggleRow(session, line);
          }}
        />
        <span>
          <span className="cluster-outlet">
            {listed?.outlet ?? listed?.metadata.title ?? 'gone'}
          </span>
          <span className="cluster-date">{listed?.date ?? 'no date'}</span>
        </span>
      </GridCell>
      <GridCell className="cluster-cell-wording">
        <span className="cluster-wording">{passage.wording}</span>
        {line.isBase ? (
          <span className="cluster-base">base</span>
        ) : (
          <span className="cluster-changes">{changes === '' ? 'same words' : changes}</span>
        )}
      </GridCell>
      <GridCell className="cluster-cell-text">
        {pieces === null ? shortQuote(passage.quote) : <VariantText pieces={pieces} />}
      </GridCell>
      <GridCell className="cluster-cell-credits">
        {passage.credits ?? <span className="hint">nobody</span>}
        {passage.creditsSure ? null : <span className="hint"> not sure</span>}
      </GridCell>
    </GridRow>
  );
}
