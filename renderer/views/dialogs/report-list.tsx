import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef } from 'react';
import type { ImportItem, ImportOutcome } from '../../../app/host/job.ts';
import { outcomeNames, outcomeOrder } from '../../session/corpus/import.ts';
import { formatName } from '../../session/corpus/source-words.ts';
import { useSession } from '../parts/session-context.ts';

type Line =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'item'; readonly item: ImportItem };

/** The files of a report, by outcome; those in sight. */
export function ReportList(props: {
  readonly items: readonly ImportItem[];
  readonly only: ImportOutcome | null;
}): ReactNode {
  const { items, only } = props;
  const scroller = useRef<HTMLElement>(null);
  const lines = useMemo(() => linesOf(items, only), [items, only]);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === 'heading' ? 34 : 52),
    overscan: 10,
  });
  return (
    <section
      ref={scroller}
      className="report"
      aria-label="Files of the import"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
    >
      <ul className="report-lines" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const line = lines[row.index];
          if (line === undefined) return null;
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              data-heading={line.kind === 'heading' || undefined}
              aria-setsize={lines.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {line.kind === 'heading' ? <h3>{line.text}</h3> : <Item item={line.item} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Item({ item }: { readonly item: ImportItem }): ReactNode {
  const session = useSession();
  const { articleId, tableId } = item;
  return (
    <>
      <b>{item.part === undefined ? item.fileName : `${item.fileName}, ${item.part}`}</b>
      {item.title !== undefined && articleId === undefined && <span> {item.title}</span>}
      {item.title !== undefined && articleId !== undefined && (
        <button
          type="button"
          className="report-title"
          aria-label={`Open ${item.title}`}
          onClick={() => {
            session.closeDialog();
            // The dialog gives the focus back first.
            requestAnimationFrame(() => session.panes.open(articleId, { focus: true }));
          }}
        >
          {item.title}
        </button>
      )}
      {/* A file that was refused may be nothing that can be named. */}
      {item.format !== undefined && item.outcome !== 'refused' && (
        <span className="report-format"> {formatName(item.format)}</span>
      )}
      {item.reason !== undefined && <p>{item.reason}</p>}
      {tableId !== undefined && (
        <button
          type="button"
          className="button"
          aria-label={`Choose columns of ${item.fileName}`}
          onClick={() => session.openDialog({ kind: 'table', tableId })}
        >
          Choose columns…
        </button>
      )}
    </>
  );
}

function linesOf(items: readonly ImportItem[], only: ImportOutcome | null): readonly Line[] {
  const lines: Line[] = [];
  for (const outcome of outcomeOrder) {
    if (only !== null && only !== outcome) continue;
    const found = items.filter((item) => item.outcome === outcome);
    if (found.length === 0) continue;
    const count = found.length.toLocaleString('en-GB');
    lines.push({ kind: 'heading', text: `${outcomeNames[outcome]} (${count})` });
    for (const item of found) lines.push({ kind: 'item', item });
  }
  return lines;
}
