import { type ReactNode, useEffect, useRef } from 'react';
import { presentArticles } from '../../session/article-list.ts';
import { setView } from '../../session/desk.ts';
import { filterReview } from '../../session/review/review.ts';
import { counted, filterName } from '../../session/review/review-words.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useReviewRows } from './use-review-rows.ts';

/** What stands in the place of an empty queue: why it is empty, and what to do. */
export function ReviewEmpty(): ReactNode {
  const session = useSession();
  const { rows, review } = useReviewRows();
  const told = useSessionState(({ parallels }) => parallels.told);
  const evidence = useRecords((records) => records.count('evidence'));
  const articles = useRecords((records) => presentArticles(records).length);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The last suggestion went, or this view came later than the command that showed it: the keyboard is on nothing.
    const held = document.activeElement;
    if (held === document.body || held?.matches('[data-area]') === true) element.current?.focus();
  }, []);
  const isLooking = told === null || told.state === 'looking' || review.totals === null;
  const others = rows.counts.all > 0 && review.filter !== 'all';
  const back = (
    <button
      type="button"
      className="button"
      data-begin=""
      onClick={() => {
        setView(session, 'read');
        session.panes.focus(session.get().activePane);
      }}
    >
      Back to the reader
    </button>
  );
  const all = (
    <button
      type="button"
      className="button"
      data-begin=""
      onClick={() => filterReview(session, { filter: 'all', articleId: null })}
    >
      Show all suggestions
    </button>
  );
  return (
    <div ref={element} className="desk-empty" data-focus-name="review" tabIndex={-1}>
      {content()}
    </div>
  );

  function content(): ReactNode {
    if (review.failure !== null || told?.state === 'failed') {
      return (
        <>
          <h2>Suggestions cannot be read</h2>
          <p role="alert">{review.failure ?? told?.message}</p>
        </>
      );
    }
    if (articles < 2) {
      return (
        <>
          <h2>Suggestions come from comparing articles</h2>
          <p>
            Import at least two: the program then looks for passages they share, quotations with
            their speakers, figures that differ, and articles that leave something out. Nothing of
            it counts until you accept it.
          </p>
          <p>{back}</p>
        </>
      );
    }
    if (review.filter === 'dismissed') {
      return (
        <>
          <h2>Nothing was dismissed</h2>
          <p>What you dismiss with D is kept here, so that it can be brought back.</p>
          <p>{all}</p>
        </>
      );
    }
    if (review.filter === 'silence' && evidence === 0) {
      return (
        <>
          <h2>Silences are looked for from your claims</h2>
          <p>
            Make a claim with a passage as evidence, or accept a quotation or a cluster: the program
            then proposes the articles in which it found no passage like it.
          </p>
          <p>{all}</p>
        </>
      );
    }
    if (isLooking) {
      const progress =
        told === null || told.total === 0
          ? ''
          : ` ${counted(told.done)} of ${counted(told.total)} articles are looked through.`;
      return (
        <>
          <h2>The program is still looking</h2>
          <p>
            It reads the articles in the background.{progress} What it finds appears here; work on
            meanwhile.
          </p>
          <p>{back}</p>
        </>
      );
    }
    if (others || review.articleId !== null) {
      return (
        <>
          <h2>Nothing of this kind is left</h2>
          <p>
            {review.articleId === null
              ? `No suggestion under “${filterName(review.filter)}” is open.`
              : 'No suggestion about this article is open.'}
          </p>
          <p>{all}</p>
        </>
      );
    }
    if (rows.counts.dismissed > 0 || session.store.records.list('decision').length > 0) {
      return (
        <>
          <h2>Everything is decided</h2>
          <p>
            No suggestion is left. New articles and new revisions bring new ones; what was dismissed
            stays under “Dismissed”.
          </p>
          <p>{back}</p>
        </>
      );
    }
    return (
      <>
        <h2>Nothing was found</h2>
        <p>
          No two articles share a passage of eight words or more, and there are no quotations or
          figures to propose. Lower scores and formulas can be shown with “Scores…” above.
        </p>
        <p>{back}</p>
      </>
    );
  }
}
