import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { LibraryLine } from '../../session/library/library-lines.ts';
import type { LibraryView } from '../../session/library/library-view.ts';
import { headHeight } from '../parts/grid-column-heads.tsx';
import { ArticleRow } from './article-row.tsx';
import { ColumnHeads } from './column-heads.tsx';
import { Grid, GridLines } from './grid-parts.tsx';
import { GroupRow } from './group-row.tsx';
import { columnTemplate, type ListLayout } from './list-layout.ts';
import { useArticleKeys } from './use-article-keys.ts';

/** Height of a line of the wide list and of a group’s head, in pixels. */
const wideLine = 30;
const groupLine = 32;
/** About how high a line of the narrow list is, for going a page on. */
const usualLine = 64;

/**
 * The list of articles: a grid in the sense of WAI-ARIA, of which only the lines in sight are drawn. React Aria's grid
 * makes a node of each of ten thousand lines before it draws thirty, a second at each letter typed into the filter;
 * this one keeps the same keys and roles over a virtual list.
 */
export function ArticleGrid(props: {
  readonly label: string;
  readonly lines: readonly LibraryLine[];
  readonly view: LibraryView;
  readonly layout: ListLayout;
}): ReactNode {
  const { lines, view, layout } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isWide = layout.kind === 'wide';
  const margin = isWide ? headHeight : 0;
  const virtual = useRef<Virtualizer<HTMLDivElement, Element> | null>(null);
  const keys = useArticleKeys({
    grid: scroller,
    lines,
    reveal: (index) => virtual.current?.scrollToIndex(index, { align: 'auto' }),
    pageSize: () => {
      const height = (scroller.current?.clientHeight ?? 0) - margin;
      return Math.max(1, Math.floor(height / (isWide ? wideLine : usualLine)) - 1);
    },
  });
  const { activeIndex } = keys;
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(lines[index], layout),
    // Kept as long as the lines are: another function would have every line laid out anew at each drawing.
    getItemKey: useCallback((index: number) => lines[index]?.key ?? index, [lines]),
    // The line with the keyboard is drawn wherever the list is scrolled to: otherwise the focus would be lost, and a
    // key that follows at once would find it nowhere.
    rangeExtractor: useCallback((range: Range) => withLine(range, activeIndex), [activeIndex]),
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: margin,
  });
  virtual.current = rows;
  const { width } = layout;
  // Titles break otherwise at another width: every height is another one.
  useLayoutEffect(() => {
    if (width === 0) return;
    rows.measure();
    // Takes the estimates up. A line that is as high as before would else be taken for one that is known, and keep its
    // estimate.
    rows.getTotalSize();
    if (!isWide) for (const element of rows.elementsCache.values()) rows.measureElement(element);
  }, [rows, width, isWide]);
  const template = useMemo(() => columnTemplate(view), [view]);
  return (
    <Grid
      ref={scroller}
      className="articles"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={lines.length + (isWide ? 1 : 0)}
      aria-colcount={isWide ? template.columns.length + 1 : 1}
      data-wide={isWide || undefined}
      tabIndex={keys.holdsFocus ? -1 : 0}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
      onClick={keys.onClick}
      style={isWide ? { ['--columns' as string]: template.css } : undefined}
    >
      {isWide && <ColumnHeads view={view} columns={template.columns} />}
      <GridLines
        className="article-lines"
        style={{
          height: rows.getTotalSize() - margin,
          minWidth: isWide ? template.width : undefined,
        }}
      >
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          if (line === undefined) return null;
          const place = {
            index: row.index,
            rowIndex: row.index + (isWide ? 2 : 1),
            top: row.start - margin,
            isStop: row.index === activeIndex,
          };
          return line.kind === 'group' ? (
            <GroupRow
              key={row.key}
              group={line.group}
              isOpen={line.isOpen}
              columnCount={isWide ? template.columns.length + 1 : 1}
              {...place}
            />
          ) : (
            <ArticleRow
              key={row.key}
              item={line.item}
              columns={isWide ? template.columns : null}
              group={view.group}
              measure={isWide ? null : rows.measureElement}
              {...place}
            />
          );
        })}
      </GridLines>
    </Grid>
  );
}

function withLine(range: Range, index: number): number[] {
  const drawn = defaultRangeExtractor(range);
  if (index >= range.count || drawn.includes(index)) return drawn;
  return index < (drawn[0] ?? 0) ? [index, ...drawn] : [...drawn, index];
}

/** How high a line will be, near enough: narrow ones are measured when they are drawn. */
function heightOf(line: LibraryLine | undefined, layout: ListLayout): number {
  if (line?.kind !== 'article') return groupLine;
  if (layout.kind === 'wide') return wideLine;
  const letters = Math.max(10, (layout.width - 48) / 7.1);
  const titleLines = Math.min(3, Math.ceil(line.item.titleLength / letters));
  return 35 + 17.5 * Math.max(1, titleLines);
}
