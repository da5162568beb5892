import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  type EqualSource,
  type EqualString,
  type EqualStrings,
  equalKey,
  findEqualStrings,
  highlightEqual,
  knownPlaces,
} from '../../session/search/equal-strings.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { EqualStringRow } from './equal-string-row.tsx';

/**
 * Where the same words stand elsewhere, to be highlighted like those that they were found by. A proposal: nothing is
 * highlighted but what is in sight or was checked when the analyst says so (rule A17).
 */
export function EqualStringsDialog({ source }: { readonly source: EqualSource }): ReactNode {
  const session = useSession();
  const [scope, setScope] = useState<'article' | 'all'>('article');
  const [found, setFound] = useState<EqualStrings | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let left = false;
    setFound(null);
    setSaid('');
    findEqualStrings(session, source, scope).then(
      (result) => {
        if (!left) setFound(result);
      },
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (!left) setFound({ items: [], isComplete: true, problem });
      },
    );
    return () => {
      left = true;
    };
  }, [session, source, scope]);
  const tags = useRecords((records) => records.list('tag'));
  const names = source.tagIds.flatMap((id) => tags.find((tag) => tag.id === id)?.name ?? []);
  const group = useId();
  return (
    <Dialog closeButton title="Find the same words" wide onClose={() => session.closeDialog()}>
      <p className="card-text parallel-quote">{source.words}</p>
      <div className="equal-scope" role="radiogroup" aria-label="Where to look">
        {(['article', 'all'] as const).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={group}
              checked={scope === value}
              onChange={() => setScope(value)}
            />
            {value === 'article' ? 'This article' : 'All articles'}
          </label>
        ))}
        <span className="hint">
          {names.length === 0
            ? 'Highlights without a tag'
            : `Highlights as ${names.map((name) => `“${name}”`).join(', ')}`}
        </span>
      </div>
      {found === null ? (
        <p role="status" className="hint">
          Looking…
        </p>
      ) : (
        <Found key={scope} source={source} found={found} said={said} onSaid={setSaid} />
      )}
    </Dialog>
  );
}

const rowHeight = 54;

function Found(props: {
  readonly source: EqualSource;
  readonly found: EqualStrings;
  readonly said: string;
  readonly onSaid: (text: string) => void;
}): ReactNode {
  const session = useSession();
  const { items, isComplete, problem } = props.found;
  const annotations = useRecords((records) => records.list('annotation'));
  const known = useMemo(() => knownPlaces(annotations), [annotations]);
  const isOpen = (item: EqualString): boolean => !known.has(equalKey(item));
  const open = items.filter(isOpen);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState(() => Math.max(0, items.findIndex(isOpen)));
  const wantsFocus = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const top = rows.scrollOffset ?? 0;
  const height = rows.scrollRect?.height ?? 0;
  const visible = rows
    .getVirtualItems()
    .filter(({ start, end }) => end > top + rowHeight / 2 && start < top + height - rowHeight / 2)
    .flatMap(({ index }) => items[index] ?? [])
    .filter(isOpen);
  const selected = open.filter((item) => checked.has(equalKey(item)));
  useEffect(() => {
    if (!wantsFocus.current) return;
    const box = scroller.current?.querySelector<HTMLElement>(`[data-index="${cursor}"] input`);
    if (box === null || box === undefined) return;
    wantsFocus.current = false;
    box.focus();
  });

  const check = (item: EqualString, on: boolean): void => {
    const next = new Set(checked);
    if (on) next.add(equalKey(item));
    else next.delete(equalKey(item));
    setChecked(next);
  };
  const goTo = (index: number): void => {
    wantsFocus.current = true;
    setCursor(index);
    rows.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = stepOf(event.key, cursor, items.length, (index) => {
      const item = items[index];
      return item !== undefined && isOpen(item);
    });
    if (next === null) return;
    event.preventDefault();
    if (next !== cursor) goTo(next);
  };
  const accept = async (chosen: readonly EqualString[]): Promise<void> => {
    props.onSaid(await highlightEqual(session, props.source, chosen));
    setChecked(new Set());
    scroller.current?.focus();
  };
  const isReadOnly = session.store.project.readOnly !== null;
  return (
    <>
      <p role="status" className="hint">
        {props.said === ''
          ? (problem ?? countsOf(items.length, open.length, isComplete))
          : props.said}
      </p>
      {items.length > 0 && (
        <div ref={scroller} className="equal-list" tabIndex={-1}>
          <ul
            className="equal-rows"
            aria-label="Places with the same words"
            style={{ height: rows.getTotalSize() }}
          >
            {rows.getVirtualItems().map(({ index, start }) => {
              const item = items[index];
              if (item === undefined) return null;
              return (
                <EqualStringRow
                  key={equalKey(item)}
                  item={item}
                  index={index}
                  total={items.length}
                  top={start}
                  isKnown={!isOpen(item)}
                  checked={checked.has(equalKey(item))}
                  isStop={index === cursor}
                  onCheck={(on) => check(item, on)}
                  onFocus={() => setCursor(index)}
                  onKeyDown={onKeyDown}
                />
              );
            })}
          </ul>
        </div>
      )}
      <div className="dialog-buttons">
        <label className="equal-all">
          <input
            type="checkbox"
            disabled={open.length === 0}
            checked={open.length > 0 && selected.length === open.length}
            ref={(box) => {
              if (box !== null) {
                box.indeterminate = selected.length > 0 && selected.length < open.length;
              }
            }}
            onChange={({ target }) => setChecked(new Set(target.checked ? open.map(equalKey) : []))}
          />
          Select all {open.length.toLocaleString('en-GB')}
        </label>
        <button
          type="button"
          className="button"
          disabled={visible.length === 0 || isReadOnly}
          onClick={() => void accept(visible)}
        >
          Highlight those visible ({visible.length})
        </button>
        <button
          type="button"
          className="button"
          disabled={selected.length === 0 || isReadOnly}
          onClick={() => void accept(selected)}
        >
          Highlight selected ({selected.length.toLocaleString('en-GB')})
        </button>
      </div>
    </>
  );
}

/** The row that a key goes to; `null`: it is no key of the list. Rows that can't be checked are passed over. */
function stepOf(
  key: string,
  from: number,
  count: number,
  isOpen: (index: number) => boolean,
): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: 1, End: -1 }[key];
  if (step === undefined) return null;
  let index = { Home: 0, End: count - 1 }[key] ?? from + step;
  while (index >= 0 && index < count) {
    if (isOpen(index)) return index;
    index += step;
  }
  return from;
}

function countsOf(count: number, open: number, isComplete: boolean): string {
  if (count === 0) return 'These words stand nowhere else.';
  const places = `${count.toLocaleString('en-GB')} ${count === 1 ? 'place' : 'places'}`;
  const known = count - open;
  const highlighted = known === 0 ? '' : `, ${known.toLocaleString('en-GB')} highlighted already`;
  return `${places}${highlighted}.${isComplete ? '' : ' There are more; these are the first.'}`;
}
