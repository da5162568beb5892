import type { ReactNode } from 'react';
import type { Suggestion, SuggestionKind } from '../../../app/host/suggestions.ts';
import type { DecisionRecord } from '../../../app/record/records.ts';
import { countOf } from '../../session/article-list.ts';
import { momentWords } from '../../session/history/history-words.ts';
import { openReviewed } from '../../session/review/open-reviewed.ts';
import {
  acceptReviewed,
  askToAccept,
  bringBackReviewed,
  dismissReviewed,
} from '../../session/review/review.ts';
import type { ReviewRow } from '../../session/review/review-rows.ts';
import {
  acceptWords,
  creditsInWords,
  kindName,
  reason,
  rowWords,
  scoreMeaning,
  scoreWords,
} from '../../session/review/review-words.ts';
import { KeyLabel } from '../parts/key-label.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { SuggestionPassages } from './suggestion-passages.tsx';

/** One suggestion: why it is made, its passages, and what can be done with it. */
export function ReviewDetail({ row }: { readonly row: ReviewRow }): ReactNode {
  const session = useSession();
  if (row.kind === 'decision') return <Decided decision={row.decision} row={row} />;
  const { suggestion } = row;
  const name = kindName(suggestion);
  const credits = suggestion.kind === 'cluster' ? creditsInWords(suggestion) : '';
  return (
    <section className="waiting-detail review-detail" aria-label={`Suggestion: ${name}`}>
      <header className="waiting-head">
        <h3>
          {name.charAt(0).toUpperCase() + name.slice(1)}
          <Score score={suggestion.score} kind={suggestion.kind} />
        </h3>
        <p>
          {reason(session, withoutRemark(suggestion))}
          {credits !== '' && ` It is ${credits}.`}
        </p>
      </header>
      <SuggestionPassages suggestion={suggestion} />
      <p className="review-accepting">{acceptWords(session, suggestion)}</p>
      <Actions
        opens={suggestion.kind === 'silence' ? 'Open article' : opensOf(suggestion.kind)}
        accepts={suggestion.kind === 'silence' ? 'Confirm: no passage' : 'Accept'}
      />
    </section>
  );
}

/** "score 92 %", with what it means for those who point at it. */
function Score(props: { readonly score: number; readonly kind: SuggestionKind }): ReactNode {
  const meaning = scoreMeaning(props.kind);
  return (
    <span className="waiting-score" title={meaning}>
      {' '}
      {scoreWords(props.score)}
    </span>
  );
}

/** What must be known first stands apart, over the passages. */
function withoutRemark(suggestion: Suggestion): Suggestion {
  return suggestion.kind === 'conflict' ? { ...suggestion, remark: null } : suggestion;
}

function opensOf(kind: 'parallel' | 'cluster' | 'quotation' | 'conflict'): string {
  if (kind === 'cluster') return 'Open cluster';
  return kind === 'quotation' ? 'Open' : 'Open both';
}

function Actions(props: { readonly opens: string; readonly accepts: string }): ReactNode {
  const session = useSession();
  const { opens } = props;
  const chosen = useSessionState(({ review }) => review.chosen.size);
  const isReadOnly = session.store.project.readOnly !== null;
  const many = chosen > 1 ? ` ${chosen}` : '';
  return (
    <div className="waiting-actions" role="toolbar" aria-label="What to do with the suggestion">
      <button
        type="button"
        className="button primary"
        disabled={isReadOnly}
        onClick={() => void acceptReviewed(session)}
      >
        {many === '' ? props.accepts : `Accept${many}`} <KeyLabel value="a" />
      </button>
      {chosen < 2 && (
        <button
          type="button"
          className="button"
          disabled={isReadOnly}
          onClick={() => void askToAccept(session)}
        >
          Accept with changes… <KeyLabel value="e" />
        </button>
      )}
      <button
        type="button"
        className="button"
        disabled={isReadOnly}
        onClick={() => void dismissReviewed(session)}
      >
        Dismiss{many} <KeyLabel value="d" />
      </button>
      <button type="button" className="button quiet" onClick={() => openReviewed(session)}>
        {opens} <KeyLabel value="Enter" />
      </button>
    </div>
  );
}

function Decided(props: { readonly decision: DecisionRecord; readonly row: ReviewRow }): ReactNode {
  const session = useSession();
  const chosen = useSessionState(({ review }) => review.chosen.size);
  const { decision } = props;
  const words = rowWords(session, props.row);
  return (
    <section className="waiting-detail review-detail" aria-label="Dismissed suggestion">
      <header className="waiting-head">
        <h3>
          {words.kind.charAt(0).toUpperCase() + words.kind.slice(1)}
          <Score score={decision.score} kind={decision.suggestion} />
        </h3>
        <p>
          Dismissed by {decision.author} on {momentWords(decision.createdAt)}. It is not shown again
          for these words of {countOf(decision.articleIds.length, 'article')}.
        </p>
      </header>
      <blockquote className="difference-words">{words.words}</blockquote>
      <p className="review-accepting">{words.sources}</p>
      <div className="waiting-actions" role="toolbar" aria-label="What to do with the suggestion">
        <button
          type="button"
          className="button primary"
          disabled={session.store.project.readOnly !== null}
          onClick={() => void bringBackReviewed(session)}
        >
          Bring back{chosen > 1 ? ` ${chosen}` : ''} <KeyLabel value="d" />
        </button>
      </div>
    </section>
  );
}
