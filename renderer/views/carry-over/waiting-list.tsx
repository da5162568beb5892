import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { listArticle } from '../../session/article-list.ts';
import {
  acceptNumbered,
  acceptReviewed,
  goToWaiting,
  keepReviewed,
  removeReviewed,
} from '../../session/carry-over/carry-over.ts';
import type { WaitingGroup } from '../../session/carry-over/carry-over-list.ts';
import { beginPlacing } from '../../session/carry-over/carry-over-placing.ts';
import type { WaitingAnnotation } from '../../session/carry-over/carry-over-state.ts';
import { outcomeName, scoreWords } from '../../session/carry-over/carry-over-words.ts';
import { setView } from '../../session/desk.ts';
import { letterKeysOn } from '../../session/letter-keys.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import type { Session } from '../../session/session.ts';
import { stepOfKey } from '../desk/search-keys.ts';
import { useSession } from '../parts/session-context.ts';

type Line =
  | { readonly kind: 'article'; readonly article: ArticleRecord; readonly count: number }
  | { readonly kind: 'waiting'; readonly one: WaitingAnnotation; readonly place: number };

/** As carry-over.css has it, in pixels. */
const heights = { article: 34, waiting: 66 } as const;

/** What waits, by article. The keyboard is on the list; what can be done with the line it is on has a key. */
export function WaitingList(props: {
  readonly groups: readonly WaitingGroup[];
  readonly at: AnnotationId;
}): ReactNode {
  const session = useSession();
  const { groups, at } = props;
  const lines = useMemo(() => linesOf(groups), [groups]);
  const items = useMemo(() => groups.flatMap((group) => group.items), [groups]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[lines[index]?.kind ?? 'waiting'],
    overscan: 8,
  });
  const cursor = lines.findIndex((line) => line.kind === 'waiting' && line.one.id === at);
  useEffect(() => {
    if (cursor >= 0) virtual.scrollToIndex(cursor);
  }, [virtual, cursor]);
  // The code of this view comes later than the command that showed it, which left the keyboard where it could.
  useEffect(() => {
    const held = document.activeElement;
    if (held === document.body || held?.matches('[data-area]') === true) scroller.current?.focus();
  }, []);
  // A line whose heights before it have changed stands elsewhere.
  useEffect(() => {
    if (lines.length > 0) virtual.measure();
  }, [virtual, lines]);
  const rows = virtual.getVirtualItems();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const present = items.findIndex(({ id }) => id === (session.get().carryOver.at ?? at));
    const step = stepOfKey(event.key, present, items.length, 8);
    if (step !== null) {
      const wanted = items[Math.min(Math.max(step, 0), items.length - 1)];
      if (wanted !== undefined) goToWaiting(session, wanted.id);
    } else if (!act(session, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className="waiting-list"
      role="listbox"
      aria-label="Annotations to carry over"
      tabIndex={0}
      data-focus-name="carry-over"
      aria-activedescendant={
        rows.some(({ index }) => index === cursor) ? `waiting-${at}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {rows.map((row) => {
          const line = lines[row.index];
          if (line === undefined) return null;
          const style = { transform: `translateY(${row.start}px)` };
          return line.kind === 'article' ? (
            <ArticleLine key={row.key} line={line} style={style} />
          ) : (
            <WaitingLine
              key={row.key}
              line={line}
              style={style}
              count={items.length}
              isAt={line.one.id === at}
            />
          );
        })}
      </div>
    </div>
  );
}

/** What a key does with the one that the review is at. `false`: nothing. */
function act(session: Session, key: string): boolean {
  if (key === 'Enter') acceptReviewed(session);
  else if (key === 'Delete') removeReviewed(session);
  else if (key === 'Escape') {
    setView(session, 'read');
    session.panes.focus(session.get().activePane);
  } else if (!letterKeysOn()) return false;
  else if (key === 'k') keepReviewed(session);
  else if (key === 'm') beginPlacing(session);
  else if (/^[1-8]$/.test(key)) acceptNumbered(session, Number(key));
  else return false;
  return true;
}

/** The title of an article over its annotations; each of them says it for those who do not see it. */
function ArticleLine(props: {
  readonly line: Extract<Line, { kind: 'article' }>;
  readonly style: { readonly transform: string };
}): ReactNode {
  const { metadata, outlet } = listArticle(props.line.article);
  return (
    <div className="waiting-article" style={props.style} aria-hidden="true">
      <b>{metadata.title}</b>
      <span>{outlet}</span>
      <span className="count">{props.line.count}</span>
    </div>
  );
}

function WaitingLine(props: {
  readonly line: Extract<Line, { kind: 'waiting' }>;
  readonly style: { readonly transform: string };
  readonly count: number;
  readonly isAt: boolean;
}): ReactNode {
  const session = useSession();
  const { one, place } = props.line;
  const label = labelOf(session, one.id);
  const score = scoreWords(one);
  const article = session.store.records.get('article', one.articleId);
  const title = article === null ? '' : listArticle(article).metadata.title;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keyboard, and answers its keys
    <div
      className="waiting-line"
      id={`waiting-${one.id}`}
      style={props.style}
      role="option"
      // The list has the keyboard; this one is never focused.
      tabIndex={-1}
      aria-selected={props.isAt}
      aria-posinset={place}
      aria-setsize={props.count}
      onClick={() => goToWaiting(session, one.id)}
    >
      <span className="waiting-facts">
        <span className="waiting-number">{label}</span>
        <span className="waiting-outcome" data-outcome={one.look.result.outcome}>
          {outcomeName(one)}
        </span>
        {score !== null && <span className="waiting-score">{score}</span>}
      </span>
      <span className="waiting-quote">{one.passage.quote}</span>
      <span className="visually-hidden">, in “{title}”</span>
    </div>
  );
}

function linesOf(groups: readonly WaitingGroup[]): readonly Line[] {
  let place = 0;
  return groups.flatMap(({ article, items }): Line[] => [
    { kind: 'article', article, count: items.length },
    ...items.map((one): Line => {
      place += 1;
      return { kind: 'waiting', one, place };
    }),
  ]);
}
