import type { Virtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import { evidenceTitles, evidenceWidths } from '../../session/evidence/evidence-columns.ts';
import {
  changeEvidenceView,
  type EvidenceView,
  sortedBy,
} from '../../session/evidence/evidence-view.ts';
import { Grid, GridLines } from '../library/grid-parts.tsx';
import { GridColumnHeads, headHeight } from '../parts/grid-column-heads.tsx';
import { useSession } from '../parts/session-context.ts';
import { columnTemplate, sortedColumns } from '../parts/sorted-columns.ts';
import { linesOfPage, useLines } from '../parts/use-lines.ts';
import { EvidenceGroupRow, EvidenceRow } from './evidence-row.tsx';
import { useEvidenceKeys } from './use-evidence-keys.ts';
import type { EvidenceList } from './use-evidence-list.ts';

/** Height of every line, in pixels: as `.evidence-row` has it. */
const lineHeight = 30;

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
    pageSize: () => linesOfPage(scroller.current, lineHeight),
  });
  const { activeIndex } = keys;
  const rows = useLines({ scroller, count: lines.count, lineHeight, activeIndex });
  virtual.current = rows;
  const template = useMemo(
    () => columnTemplate(view.columns, evidenceWidths, view.widths, ['quote']),
    [view],
  );
  const columns = useMemo(() => sortedColumns(view.columns, evidenceTitles, view.sorts), [view]);
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
