import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react';
import { choosePair } from '../../session/comparing/choose-pair.ts';
import type { ComparedPair } from '../../session/comparing/comparing-state.ts';
import { changesShortly, kindInWords, lettersOf } from '../../session/comparing/pair-words.ts';
import { shownPairs } from '../../session/comparing/shown-pairs.ts';
import { useFixedRows } from '../inspector/use-fixed-rows.ts';
import { useSession } from '../parts/session-context.ts';
import { targetOfKey } from '../parts/target-of-key.ts';

/** Of a row, in pixels; `comparing.css` gives rows that height. */
const rowHeight = 46;

/** All pairs as a list: an arrow key goes to the next one, Enter into the text. */
export function PairList(props: {
  readonly pairs: readonly ComparedPair[];
  readonly at: string | null;
}): ReactNode {
  const session = useSession();
  const scroller = useRef<HTMLDivElement>(null);
  const { pairs, at } = props;
  const index = pairs.findIndex(({ key }) => key === at);
  const { from, to } = useFixedRows(scroller, rowHeight, pairs.length, index);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Not what is drawn, which comes after what is: a key may be pressed again before.
    const { comparing } = session.get();
    const list = shownPairs(comparing);
    const here = list.findIndex(({ key }) => key === comparing.at);
    if (event.key === 'Enter') {
      event.preventDefault();
      const pair = list[here];
      const { activePane } = session.get();
      if (pair === undefined) return;
      const end = pair.right.paneId === activePane ? pair.right : pair.left;
      session.panes.activate(end.paneId);
      session.panes.focus(end.paneId);
      return;
    }
    const height = scroller.current?.clientHeight ?? 0;
    const target = targetOfKey(event.key, here, list.length, Math.floor(height / rowHeight));
    if (target === null) return;
    event.preventDefault();
    const next = list[target];
    if (next !== undefined) choosePair(session, next.key);
  };
  const inSight = from <= index && index < to;
  return (
    <div
      ref={scroller}
      className="pair-list"
      role="listbox"
      aria-label="Pairs"
      tabIndex={0}
      aria-activedescendant={inSight ? `pair-${index}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="pair-rows" style={{ height: pairs.length * rowHeight }}>
        {pairs.slice(from, to).map((pair, row) => (
          <PairRow
            key={pair.key}
            pair={pair}
            index={from + row}
            total={pairs.length}
            chosen={pair.key === at}
          />
        ))}
      </div>
    </div>
  );
}

const PairRow = memo(function PairRow(props: {
  readonly pair: ComparedPair;
  readonly index: number;
  readonly total: number;
  readonly chosen: boolean;
}): ReactNode {
  const session = useSession();
  const { pair, index } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={`pair-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
      aria-posinset={index + 1}
      aria-setsize={props.total}
      className="pair-row"
      data-kind={pair.link !== null ? 'link' : pair.verbatim ? 'verbatim' : 'reworded'}
      data-color={pair.type?.color}
      style={{ top: index * rowHeight }}
      onClick={() => choosePair(session, pair.key)}
    >
      <span className="pair-row-head">
        <span className="pair-sign" aria-hidden="true" />
        <span className="pair-letters">{lettersOf(session, pair)}</span>
        <span>{kindInWords(pair)}</span>
        <span className="pair-row-changes">{changesShortly(pair)}</span>
      </span>
      <span className="pair-row-quote">{pair.left.quote.slice(0, 200)}</span>
    </div>
  );
});
