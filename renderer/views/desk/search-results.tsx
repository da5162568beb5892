import { type KeyboardEvent, memo, type ReactNode } from 'react';
import type { FoundArticle } from '../../../app/host/search.ts';
import { listArticle } from '../../session/article-list.ts';
import { goToRow } from '../../session/search/concordance.ts';
import { openFoundArticle } from '../../session/search/search.ts';
import { type FoundList, rowAt } from '../../session/search/search-state.ts';
import { useRecords, useSession } from '../parts/session-context.ts';
import { stepOfKey } from './search-keys.ts';
import { useFoundRows } from './use-found-rows.ts';

/** As `.found-article` has it: one line of title and of facts, two of the snippet. */
const rowHeight = 107;

/** Ranked articles with snippets. The keyboard is on the list; rows out of sight are not drawn, nor read. */
export function SearchResults({ found }: { readonly found: FoundList<FoundArticle> }): ReactNode {
  const session = useSession();
  const { scroller, virtual, rows, cursor } = useFoundRows(found.total, rowHeight);
  const open = (index: number, beside: boolean): void => {
    const article = rowAt(found, index);
    if (article !== undefined) openFoundArticle(session, article, beside);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    // Not the one that was drawn: keys may come quicker than drawings.
    const at = session.get().search.cursor;
    const step = stepOfKey(event.key, at, found.total, 5);
    if (step !== null) goToRow(session, step);
    else if (event.key === 'Enter') open(at, event.shiftKey);
    else if (event.key === 'Escape') {
      document.querySelector<HTMLElement>('[data-focus-name="search"]')?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      className="found-articles"
      role="listbox"
      aria-label="Search results"
      tabIndex={0}
      data-focus-name="results"
      aria-activedescendant={
        rows.some(({ index }) => index === cursor) ? `found-${cursor}` : undefined
      }
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {rows.map((row) => (
          <div
            key={row.key}
            className="found-article"
            id={`found-${row.index}`}
            role="option"
            // The list has the keyboard; this one is never focused.
            tabIndex={-1}
            aria-selected={row.index === cursor}
            aria-posinset={row.index + 1}
            aria-setsize={found.total}
            style={{ transform: `translateY(${row.start}px)` }}
            onClick={(event) => {
              goToRow(session, row.index);
              open(row.index, event.shiftKey);
            }}
            onKeyDown={onKeyDown}
          >
            <FoundArticleText article={rowAt(found, row.index)} />
          </div>
        ))}
      </div>
    </div>
  );
}

const FoundArticleText = memo(function FoundArticleText({
  article: found,
}: {
  readonly article: FoundArticle | undefined;
}): ReactNode {
  const article = useRecords((records) =>
    found === undefined ? null : records.get('article', found.articleId),
  );
  if (found === undefined) return <span className="found-facts">…</span>;
  if (article === null) return <span className="found-facts">An article that is gone</span>;
  const { metadata, outlet, date, number } = listArticle(article);
  return (
    <>
      <div className="found-title">{metadata.title}</div>
      <div className="found-facts">
        <span className="found-outlet" data-missing={outlet === null || undefined}>
          {outlet ?? 'Outlet not stated'}
        </span>
        <span>{date ?? 'no date'}</span>
        <span>{number}</span>
      </div>
      <p className="found-snippet">
        {found.snippet.map((part, index) =>
          part.isHit ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a snippet never changes
            <mark key={index}>{part.text}</mark>
          ) : (
            part.text.replaceAll('\n', ' ¶ ')
          ),
        )}
      </p>
    </>
  );
});
