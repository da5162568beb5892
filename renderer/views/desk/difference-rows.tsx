import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type DifferenceItem, differenceItems } from '../../session/reading/difference-items.ts';
import type { ComparedTexts } from '../../session/reading/differences.ts';
import { DifferencePieces } from '../parts/difference-pieces.tsx';

type TextItem = Exclude<DifferenceItem, { kind: 'fold' }>;

/** Narrower than this, in CSS pixels, the two texts stand in one column. */
const narrowest = 640;

interface RowsProps {
  readonly compared: ComparedTexts;
  readonly at: number | null;
}

/** The rows of two texts; two columns, or one where there is no room. */
export function DifferenceRows(props: RowsProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(place);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return (
    <div ref={place} className="difference-body">
      {narrow !== null && (
        // In another layout rows have other heights: a list of its own.
        <VirtualRows
          key={String(narrow)}
          {...props}
          narrow={narrow}
          open={open}
          onOpen={(id) => setOpen(new Set([...open, id]))}
        />
      )}
    </div>
  );
}

/** Draws the rows in sight. */
function VirtualRows(
  props: RowsProps & {
    readonly narrow: boolean;
    readonly open: ReadonlySet<string>;
    readonly onOpen: (id: string) => void;
  },
): ReactNode {
  const { compared, at, narrow, open } = props;
  const scroller = useRef<HTMLElement>(null);
  const items = useMemo(
    () => differenceItems(compared.differences, compared.left, compared.right, open),
    [compared, open],
  );
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimated(items[index], narrow),
    overscan: 6,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const index =
    at === null ? -1 : items.findIndex((item) => item.kind !== 'fold' && item.difference === at);
  useEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'center' });
  }, [index, rows]);
  // The view had the focus while the texts were being compared.
  useEffect(() => {
    const waiting = scroller.current?.closest('[data-focus-name="differences"]');
    if (waiting === document.activeElement) scroller.current?.focus();
  }, []);
  return (
    <section
      ref={scroller}
      className="difference-scroll"
      data-narrow={narrow || undefined}
      aria-label="The two texts"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
    >
      <div className="difference-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <div
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className="difference-place"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {item.kind === 'fold' ? (
                <Fold
                  item={item}
                  onOpen={() => {
                    // Its button goes; the keyboard stays in the texts.
                    scroller.current?.focus();
                    props.onOpen(item.id);
                  }}
                />
              ) : (
                <Row item={item} narrow={narrow} here={at !== null && item.difference === at} />
              )}
            </div>
          );
        })}
      </div>
      {compared.total === 0 && <p className="difference-wait">The two texts are the same.</p>}
    </section>
  );
}

function Fold(props: {
  readonly item: Extract<DifferenceItem, { kind: 'fold' }>;
  readonly onOpen: () => void;
}): ReactNode {
  return (
    <button type="button" className="difference-fold" onClick={props.onOpen}>
      {props.item.count.toLocaleString('en-GB')} unchanged paragraphs
    </button>
  );
}

const signs = { same: '', changed: '±', cut: '−', inserted: '+' } as const;

function Row(props: {
  readonly item: TextItem;
  readonly narrow: boolean;
  /** Whether it belongs to the difference that the analyst is at. */
  readonly here: boolean;
}): ReactNode {
  const { item, narrow } = props;
  const name = rowName(item);
  return (
    <div
      className="difference-row"
      data-kind={item.kind}
      data-moved={item.moved || undefined}
      data-here={props.here || undefined}
      aria-current={props.here ? 'true' : undefined}
    >
      <span className="difference-sign" aria-hidden="true">
        {item.moved ? '↕' : signs[item.kind]}
      </span>
      {name !== null && <span className="visually-hidden">{name}: </span>}
      {narrow || item.kind === 'same' ? (
        <>
          <OneColumn item={item} />
          {!narrow && <p aria-hidden="true">{item.right}</p>}
        </>
      ) : (
        <>
          <Side item={item} without="inserted" whole={item.left} />
          <Side item={item} without="cut" whole={item.right} />
        </>
      )}
    </div>
  );
}

/** What a row is, for those who do not see its sign. */
function rowName(item: TextItem): string | null {
  switch (item.kind) {
    case 'same':
      return null;
    case 'changed':
      return 'Changed paragraph';
    case 'cut':
      return item.moved ? 'Paragraph moved away' : 'Paragraph cut';
    case 'inserted':
      return item.moved ? 'Paragraph moved here' : 'Paragraph inserted';
  }
}

/** Both texts in one: cuts before what replaces them. */
function OneColumn({ item }: { readonly item: TextItem }): ReactNode {
  switch (item.kind) {
    case 'same':
      return <p>{item.left}</p>;
    case 'changed':
      return (
        <p>
          <DifferencePieces pieces={item.pieces} />
        </p>
      );
    case 'cut':
      return (
        <p>
          <del>{item.left}</del>
        </p>
      );
    case 'inserted':
      return (
        <p>
          <ins>{item.right}</ins>
        </p>
      );
  }
}

function Side(props: {
  readonly item: TextItem;
  readonly without: 'cut' | 'inserted';
  readonly whole: string | null;
}): ReactNode {
  const { item, without, whole } = props;
  if (whole === null) return <p className="difference-nothing" />;
  if (item.kind === 'changed') {
    return (
      <p>
        <DifferencePieces pieces={item.pieces.filter(({ kind }) => kind !== without)} />
      </p>
    );
  }
  return <p>{without === 'inserted' ? <del>{whole}</del> : <ins>{whole}</ins>}</p>;
}

/** A row's height before it is measured, by its length: some 55 characters a line of 24 pixels in either column. */
function estimated(item: DifferenceItem | undefined, narrow: boolean): number {
  if (item === undefined || item.kind === 'fold') return 34;
  const longest = Math.max(item.left?.length ?? 0, item.right?.length ?? 0);
  return 14 + 24 * Math.ceil((longest + 1) / (narrow ? 75 : 55));
}

/** Whether an element is too narrow for two columns; `null` before it is measured. */
function useNarrow(element: { readonly current: HTMLElement | null }): boolean | null {
  const [narrow, setNarrow] = useState<boolean | null>(null);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) return undefined;
    const measure = (): void => setNarrow(observed.clientWidth < narrowest);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return narrow;
}
