import type { KeyboardEvent, ReactNode } from 'react';
import { listArticle } from '../../session/article-list.ts';
import type { EqualString } from '../../session/search/equal-strings.ts';
import { useRecords } from '../parts/session-context.ts';

/** One place with the same words, in its context, to be checked; or that it is highlighted already. */
export function EqualStringRow(props: {
  readonly item: EqualString;
  readonly index: number;
  readonly total: number;
  /** In pixels from the list's start. */
  readonly top: number;
  readonly isKnown: boolean;
  readonly checked: boolean;
  /** Whether Tab goes to it. */
  readonly isStop: boolean;
  readonly onCheck: (on: boolean) => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}): ReactNode {
  const { item, isKnown } = props;
  const article = useRecords((records) => records.get('article', item.articleId));
  if (article === null) return null;
  const { metadata, outlet } = listArticle(article);
  return (
    <li
      className="equal-row"
      data-index={props.index}
      data-known={isKnown || undefined}
      aria-posinset={props.index + 1}
      aria-setsize={props.total}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <label>
        <input
          type="checkbox"
          checked={isKnown || props.checked}
          disabled={isKnown}
          tabIndex={props.isStop ? 0 : -1}
          onChange={({ target }) => props.onCheck(target.checked)}
          onFocus={props.onFocus}
          onKeyDown={props.onKeyDown}
        />
        <span className="equal-context">
          <span>
            {shortened(item.before)}
            <mark>{item.words}</mark>
            {item.after}
          </span>
        </span>
        <span className="equal-source">
          {article.number} · {outlet ?? metadata.title}
          {isKnown && ' · highlighted already'}
        </span>
      </label>
    </li>
  );
}

/** The last words before a place: what stands there must not push the place out of the row. */
function shortened(before: string): string {
  if (before.length <= contextShown) return before;
  const space = before.indexOf(' ', before.length - contextShown);
  return `…${before.slice(space === -1 ? -contextShown : space)}`;
}

const contextShown = 32;
