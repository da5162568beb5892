import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { linkTitles, linkWidths } from '../../session/links/link-columns.ts';
import {
  changeLinksView,
  type LinkColumn,
  type LinksView,
  linkColumns,
  sortedLinksBy,
} from '../../session/links/links-view.ts';
import { Grid, GridLines } from '../library/grid-parts.tsx';
import { type GridColumn, GridColumnHeads, headHeight } from '../parts/grid-column-heads.tsx';
import { useSession } from '../parts/session-context.ts';
import { LinkRow } from './link-row.tsx';
import { useLinkKeys } from './use-link-keys.ts';
import type { LinkList } from './use-link-list.ts';

/** Height of every line, in pixels: as `.link-row` has it. */
const lineHeight = 46;
/** Width of the mark before each row, in pixels. */
const markWidth = 30;

/** The table of links: a grid in the sense of WAI-ARIA, of which only the lines in sight are drawn. */
export function LinksGrid(props: { readonly list: LinkList; readonly view: LinksView }): ReactNode {
  const session = useSession();
  const { list, view } = props;
  const { lines } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<Virtualizer<HTMLDivElement, Element> | null>(null);
  const keys = useLinkKeys({
    grid: scroller,
    list,
    reveal: (index) => virtual.current?.scrollToIndex(index, { align: 'auto' }),
    pageSize: () => {
      const height = (scroller.current?.clientHeight ?? 0) - headHeight;
      return Math.max(1, Math.floor(height / lineHeight) - 1);
    },
  });
  const { activeIndex } = keys;
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
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
      className="articles links-grid"
      aria-label="Links"
      aria-multiselectable="true"
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length + 1}
      data-wide
      data-focus-name="links"
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
            changeLinksView(session, { sorts: sortedLinksBy(view.sorts, key, also) }),
          resize: (key, width) =>
            changeLinksView(session, { widths: { ...view.widths, [key]: width } }),
        }}
      />
      <GridLines
        className="article-lines"
        style={{ height: lines.count * lineHeight, minWidth: template.width }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = lines.itemAt(index);
          return item === null ? null : (
            <LinkRow
              key={item.link.id}
              item={item}
              index={index}
              top={start - headHeight}
              isStop={index === activeIndex}
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

function headsOf({ sorts }: LinksView): readonly GridColumn<LinkColumn>[] {
  return linkColumns.map((key) => {
    const place = sorts.findIndex(({ column }) => column === key);
    const sort = sorts[place];
    return {
      key,
      title: linkTitles[key],
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
function templateOf({ widths }: LinksView): { readonly css: string; readonly width: number } {
  const widthOf = (column: LinkColumn): number => widths[column] ?? linkWidths[column];
  const tracks = linkColumns.map((column) => {
    const isEnd = column === 'from' || column === 'to';
    return isEnd && widths[column] === undefined
      ? `minmax(${linkWidths[column]}px, 1fr)`
      : `${widthOf(column)}px`;
  });
  return {
    css: `${markWidth}px ${tracks.join(' ')}`,
    width: markWidth + linkColumns.reduce((sum, column) => sum + widthOf(column), 0),
  };
}
