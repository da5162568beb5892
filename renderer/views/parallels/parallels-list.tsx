import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react';
import type { ArticleId } from '../../../app/record/ids.ts';
import { pairActionOfKey } from '../../session/parallels/pair-actions.ts';
import {
  clusterInWords,
  decidedInWords,
  directionInWords,
  sizeInWords,
  sourceInWords,
  wordingInWords,
} from '../../session/parallels/parallel-words.ts';
import {
  choosePair,
  leavePairs,
  openPair,
  parallelsListName,
} from '../../session/parallels/parallels-list.ts';
import type { SeenPair } from '../../session/parallels/seen-pair.ts';
import { shownParallels } from '../../session/parallels/shown-parallels.ts';
import { useFixedRows } from '../inspector/use-fixed-rows.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { targetOfKey } from '../parts/target-of-key.ts';
import { PairActions } from './pair-actions.tsx';

/** Of a row, in pixels; `parallels.css` gives rows that height. */
const rowHeight = 62;

/** Code units of a quotation: more than a line holds. */
const mostShown = 120;

/** One line a pair: an arrow key goes to the next one, Enter opens the other article beside. */
export function ParallelsList(props: {
  readonly articleId: ArticleId;
  readonly pairs: readonly SeenPair[];
}): ReactNode {
  const session = useSession();
  const { articleId, pairs } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const at = useSessionState((state) => state.parallels.at);
  const index = pairs.findIndex(({ key }) => key === at);
  const { from, to } = useFixedRows(scroller, rowHeight, pairs.length, index);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Not what is drawn, which comes after what is: a key may be pressed again before.
    const { listed } = shownParallels(session, articleId);
    const here = listed.findIndex(({ key }) => key === session.get().parallels.at);
    const seen = listed[here];
    if (event.key === 'Escape') {
      event.preventDefault();
      session.panes.focus(session.get().activePane);
      return;
    }
    const action = pairActionOfKey(event.key);
    if (action !== null) {
      event.preventDefault();
      if (seen !== undefined) action.run(session, articleId, seen);
      return;
    }
    const height = scroller.current?.clientHeight ?? 0;
    const target = targetOfKey(event.key, here, listed.length, Math.floor(height / rowHeight));
    if (target === null) return;
    event.preventDefault();
    const next = listed[target];
    if (next !== undefined) choosePair(session, articleId, next.key);
  };
  const inSight = from <= index && index < to;
  return (
    <>
      <div
        ref={scroller}
        className="parallels-list"
        role="listbox"
        aria-label="Parallel passages"
        tabIndex={0}
        data-focus-name={parallelsListName}
        aria-activedescendant={inSight ? `parallel-${index}` : undefined}
        onKeyDown={onKeyDown}
        onBlur={() => leavePairs(session, articleId)}
      >
        <div
          role="presentation"
          className="parallels-rows"
          style={{ height: pairs.length * rowHeight }}
        >
          {pairs.slice(from, to).map((seen, row) => (
            <Row
              key={seen.key}
              seen={seen}
              index={from + row}
              total={pairs.length}
              chosen={seen.key === at}
            />
          ))}
        </div>
      </div>
      <PairActions articleId={articleId} seen={pairs[index] ?? null} />
    </>
  );
}

const Row = memo(function Row(props: {
  readonly seen: SeenPair;
  readonly index: number;
  readonly total: number;
  readonly chosen: boolean;
}): ReactNode {
  const session = useSession();
  const { seen, index } = props;
  useRecords((records) => records.get('article', seen.other.articleId));
  const facts = [directionInWords(session, seen), wordingInWords(seen), decidedInWords(seen)];
  const openHere = (): void => {
    choosePair(session, seen.own.articleId, seen.key);
    openPair(session, seen);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={`parallel-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={props.chosen}
      aria-posinset={index + 1}
      aria-setsize={props.total}
      className="parallels-row"
      style={{ transform: `translateY(${index * rowHeight}px)` }}
      onClick={() => choosePair(session, seen.own.articleId, seen.key)}
      onDoubleClick={openHere}
    >
      <span className="parallels-row-head">
        <span className="parallels-source">{sourceInWords(session, seen.other.articleId)}</span>
        <span className="card-number">{sizeInWords(seen)}</span>
      </span>
      <span className="parallels-facts">
        <span className="parallels-facts-text">{facts.filter(Boolean).join(' · ')}</span>
        {seen.pair.clusterKey !== null && (
          <span className="parallels-cluster">{clusterInWords(session, seen)}</span>
        )}
      </span>
      <span className="parallels-quote">{seen.own.quote.slice(0, mostShown)}</span>
    </div>
  );
});
