import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { evidenceTitles, evidenceWidths } from '../../session/evidence/evidence-columns.ts';
import {
  changeEvidenceView,
  type EvidenceColumn,
  type EvidenceView,
  sortedBy,
} from '../../session/evidence/evidence-view.ts';
import { Grid, GridLines } from '../library/grid-parts.tsx';
import { type GridColumn, GridColumnHeads, headHeight } from '../parts/grid-column-heads.tsx';
import { useSession } from '../parts/session-context.ts';
import { EvidenceGroupRow, EvidenceRow } from './evidence-row.tsx';
import { useEvidenceKeys } from './use-evidence-keys.ts';
import type { EvidenceList } from './use-evidence-list.ts';

/** Height of every line, in pixels: as `.evidence-row` has it. */
const lineHeight = 30;
/** Width of the mark before each row, in pixels. */
const markWidth = 30;

/** The table of annotations: a grid in the sense of WAI-ARIA, of which only the lines in sight are drawn. */
export function EvidenceGrid(props: {
  readonly list: EvidenceList;
  readonly view: EvidenceView;
}): ReactNode {
  const session = useSession();
  const { list, view } = props;
  const { lines } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<Virtualizer<HTMLDivElement, Element> | null>(null);
  const keys = useEvidenceKeys({
    grid: scroller,
    list,
    reveal: (index) => virtual.current?.scrollToIndex(index, { align: 'auto' }),
    pageSize: () => {
      const height = (scroller.current?.clientHeight ?? 0) - headHeight;
      return Math.max(1, Math.floor(height / lineHeight) - 1);
    },
  });
  const { activeIndex } = keys;
  // Lines are of one height and named by their place: nothing is measured or kept for each of a hundred thousand.
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: lineSize,
    // The line with the keyboard is drawn wherever the table is scrolled to: otherwise the focus would be lost.
    rangeExtractor: useCallback((range: Range) => withLine(range, activeIndex), [activeIndex]),
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: () => Math.max(0, (activeIndex - 5) * lineHeight),
  });
  virtual.current = rows;
  const template = useMemo(() => templateOf(view), [view]);
  const columns = useMemo(() => headsOf(view), [view]);
  return (
    <Grid
      ref={scroller}
      className="articles evidence-grid"
      aria-label="Annotations"
      aria-multiselectable="true"
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length + 1}
      data-wide
      data-focus-name="evidence"
      tabIndex={keys.holdsFocus ? -1 : 0}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      onClick={keys.onClick}
      onDoubleClick={keys.onDoubleClick}
      style={{ ['--columns' as string]: template.css }}
    >
      <GridColumnHeads
        columns={columns}
        actions={{
          sort: (key, also) =>
            changeEvidenceView(session, { sorts: sortedBy(view.sorts, key, also) }),
          resize: (key, width) =>
            changeEvidenceView(session, { widths: { ...view.widths, [key]: width } }),
        }}
      />
      <GridLines
        className="article-lines"
        style={{ height: lines.count * lineHeight, minWidth: template.width }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = lines.itemAt(index);
          const group = lines.groupAt(index);
          const key = lines.keyAt(index);
          const place = { index, top: start - headHeight, isStop: index === activeIndex };
          if (group !== null) {
            return (
              <EvidenceGroupRow
                key={key}
                group={group}
                isOpen={lines.isOpen(index)}
                columnCount={columns.length + 1}
                {...place}
              />
            );
          }
          return item === null ? null : (
            <EvidenceRow key={key} item={item} columns={view.columns} {...place} />
          );
        })}
      </GridLines>
    </Grid>
  );
}

function lineSize(): number {
  return lineHeight;
}

function withLine(range: Range, index: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (index >= range.count || drawn.includes(index)) return drawn;
  return index < (drawn[0] ?? 0) ? [index, ...drawn] : [...drawn, index];
}

function headsOf({ columns, sorts }: EvidenceView): readonly GridColumn<EvidenceColumn>[] {
  return columns.map((key) => {
    const place = sorts.findIndex(({ column }) => column === key);
    const sort = sorts[place];
    return {
      key,
      title: evidenceTitles[key],
      isNumber: false,
      canSort: true,
      sorted:
        sort === undefined
          ? null
          : { descending: sort.descending, rank: sorts.length === 1 ? 0 : place + 1 },
    };
  });
}

/** The columns with their widths, as a CSS grid template, and below which width the table scrolls sideways. */
function templateOf({ columns, widths }: EvidenceView): {
  readonly css: string;
  readonly width: number;
} {
  const widthOf = (column: EvidenceColumn): number => widths[column] ?? evidenceWidths[column];
  const tracks = columns.map((column) =>
    column === 'quote' && widths.quote === undefined
      ? `minmax(${evidenceWidths.quote}px, 1fr)`
      : `${widthOf(column)}px`,
  );
  return {
    css: `${markWidth}px ${tracks.join(' ')}`,
    width: markWidth + columns.reduce((sum, column) => sum + widthOf(column), 0),
  };
}
