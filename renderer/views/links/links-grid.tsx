import type { Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import { linkTitles, linkWidths } from '../../session/links/link-columns.ts';
import {
  changeLinksView,
  type LinksView,
  linkColumns,
  sortedLinksBy,
} from '../../session/links/links-view.ts';
import { Grid, GridLines } from '../library/grid-parts.tsx';
import { GridColumnHeads, headHeight } from '../parts/grid-column-heads.tsx';
import { useSession } from '../parts/session-context.ts';
import { columnTemplate, sortedColumns } from '../parts/sorted-columns.ts';
import { linesOfPage, useLines } from '../parts/use-lines.ts';
import { LinkRow } from './link-row.tsx';
import { useLinkKeys } from './use-link-keys.ts';
import type { LinkList } from './use-link-list.ts';

/** Height of every line, in pixels: as `.link-row` has it. */
const lineHeight = 46;

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
    pageSize: () => linesOfPage(scroller.current, lineHeight),
  });
  const { activeIndex } = keys;
  const rows = useLines({ scroller, count: lines.count, lineHeight, activeIndex });
  virtual.current = rows;
  const template = useMemo(
    () => columnTemplate(linkColumns, linkWidths, view.widths, ['from', 'to']),
    [view],
  );
  const columns = useMemo(() => sortedColumns(linkColumns, linkTitles, view.sorts), [view]);
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
