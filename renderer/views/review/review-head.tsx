import { CircleHelp, SlidersHorizontal, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { listArticle } from '../../session/article-list.ts';
import { filterReview, showAnyScore } from '../../session/review/review.ts';
import type { ReviewRows } from '../../session/review/review-rows.ts';
import type { ReviewFilter } from '../../session/review/review-state.ts';
import { reviewKinds } from '../../session/review/review-view.ts';
import { counted, filterName } from '../../session/review/review-words.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { pressBesideQueue } from './review-keys.ts';
import { ReviewScores } from './review-scores.tsx';

const filters: readonly ReviewFilter[] = ['all', ...reviewKinds, 'dismissed'];

/** Which part of the queue is shown, from which scores on, and how far the program is. */
export function ReviewHead({ rows }: { readonly rows: ReviewRows }): ReactNode {
  const session = useSession();
  const filter = useSessionState(({ review }) => review.filter);
  const [scoresShown, setScoresShown] = useState(false);
  return (
    <header className="review-head">
      <div className="review-title">
        <h2>Review</h2>
        <Progress />
        <span className="review-tools">
          <button
            type="button"
            className="button quiet"
            aria-expanded={scoresShown}
            onClick={() => setScoresShown(!scoresShown)}
          >
            <SlidersHorizontal size={14} aria-hidden="true" />
            Scores…
          </button>
          <button
            type="button"
            className="button quiet"
            onClick={() => session.openDialog({ kind: 'how-suggestions-work' })}
          >
            <CircleHelp size={14} aria-hidden="true" />
            How suggestions work
          </button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a look of its own that can't be taken off everywhere */}
      <div
        className="review-filters"
        role="group"
        aria-label="Kinds of suggestions"
        onKeyDown={(event) => {
          // Who chose a kind goes on with its suggestions: the letters of the queue act from here.
          if (event.nativeEvent.isComposing || !pressBesideQueue(session, event)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {filters.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={filter === one}
            data-on={filter === one || undefined}
            onClick={() => filterReview(session, { filter: one })}
          >
            {filterName(one)}
            <span className="review-count">{counted(rows.counts[one])}</span>
          </button>
        ))}
        <ArticleChip />
        <BelowScore below={rows.below} />
      </div>
      {scoresShown && <ReviewScores />}
    </header>
  );
}

/** That the chosen scores leave something out, and the way back. */
function BelowScore({ below }: { readonly below: number }): ReactNode {
  const session = useSession();
  if (below === 0) return null;
  return (
    <span className="review-below">
      {counted(below)} below your score
      <button type="button" className="button quiet" onClick={() => showAnyScore(session)}>
        Show all
      </button>
    </span>
  );
}

function ArticleChip(): ReactNode {
  const session = useSession();
  const articleId = useSessionState(({ review }) => review.articleId);
  const article = useRecords((records) => records.get('article', articleId ?? ''));
  if (article === null) return null;
  const { metadata } = listArticle(article);
  return (
    <button
      type="button"
      className="chip"
      data-on
      aria-label={`Only “${metadata.title}”: show all articles`}
      onClick={() => filterReview(session, { articleId: null })}
    >
      <span className="chip-text">Only “{metadata.title}”</span>
      <X size={12} aria-hidden="true" />
    </button>
  );
}

function Progress(): ReactNode {
  const told = useSessionState(({ parallels }) => parallels.told);
  const left = useSessionState(({ review }) => review.asked.left);
  const failure = useSessionState(({ review }) => review.failure);
  if (failure !== null || told?.state === 'failed') {
    return (
      <span className="review-progress" data-bad>
        {failure ?? told?.message ?? 'Looking for suggestions failed.'}
      </span>
    );
  }
  if (told?.state === 'looking') {
    return (
      <span className="review-progress">
        Looking: {counted(told.done)} of {counted(told.total)} articles
      </span>
    );
  }
  if (left > 0) return <span className="review-progress">Asking about your claims…</span>;
  return told?.message === undefined ? null : (
    <span className="review-progress">{told.message}</span>
  );
}
