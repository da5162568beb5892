import { type ReactNode, useMemo } from 'react';
import type {
  ClusterSuggestion,
  ConflictSide,
  ConflictSuggestion,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceSuggestion,
  SuggestedPassage,
  Suggestion,
} from '../../../app/host/suggestions.ts';
import { listArticle } from '../../session/article-list.ts';
import { askToFileNearest, filterReview } from '../../session/review/review.ts';
import {
  besidePassage,
  passageChanges,
  quotationInText,
  sourceInWords,
} from '../../session/review/review-words.ts';
import { ChangeSide } from '../comparing/change-side.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { useText } from './use-text.ts';

/** The passages that a suggestion rests on, as its kind is best seen. */
export function SuggestionPassages({ suggestion }: { readonly suggestion: Suggestion }): ReactNode {
  switch (suggestion.kind) {
    case 'parallel':
      return <Pair pair={suggestion} />;
    case 'cluster':
      return <Cluster cluster={suggestion} />;
    case 'quotation':
      return <Quotation quotation={suggestion} />;
    case 'conflict':
      return <Conflict conflict={suggestion} />;
    case 'silence':
      return <Silence silence={suggestion} />;
  }
}

function Wording(props: {
  readonly passage: SuggestedPassage;
  readonly note?: string;
  readonly children: ReactNode;
}): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', props.passage.articleId));
  const title = article === null ? '' : listArticle(article).metadata.title;
  const source = sourceInWords(session, props.passage.articleId);
  return (
    <figure className="wording">
      <figcaption>
        <button
          type="button"
          className="review-source"
          title={`Only suggestions about “${title}”`}
          aria-label={`${source}: only suggestions about it`}
          onClick={() => filterReview(session, { articleId: props.passage.articleId })}
        >
          {source}
        </button>
        {props.note !== undefined && <span className="review-note">{props.note}</span>}
      </figcaption>
      <blockquote className="difference-words">{props.children}</blockquote>
    </figure>
  );
}

function Pair({ pair }: { readonly pair: ParallelSuggestion }): ReactNode {
  const { one, other, first } = pair;
  const pieces = useMemo(() => passageChanges(one.quote, other.quote), [one, other]);
  return (
    <div className="wordings">
      <Wording passage={one} {...(first === 'one' && { note: 'published first' })}>
        <ChangeSide pieces={pieces} side="left" />
      </Wording>
      <Wording passage={other} {...(first === 'other' && { note: 'published first' })}>
        <ChangeSide pieces={pieces} side="right" />
      </Wording>
    </div>
  );
}

/** Passages of a cluster that are shown here; its table has all. */
const mostShown = 12;

function Cluster({ cluster }: { readonly cluster: ClusterSuggestion }): ReactNode {
  const { passages } = cluster;
  const base = passages.find(({ wording }) => wording === 1) ?? passages[0];
  const shown = passages.slice(0, mostShown);
  return (
    <div className="wordings review-cluster">
      {shown.map((passage) => (
        <Wording
          key={`${passage.articleId} ${passage.start}`}
          passage={passage}
          note={[
            `wording ${passage.wording}`,
            passage.credits,
            passage.creditsSure ? '' : 'who says it is not sure',
          ]
            .filter(Boolean)
            .join(' · ')}
        >
          {base === undefined || passage === base ? (
            passage.quote
          ) : (
            <Against base={base} passage={passage} />
          )}
        </Wording>
      ))}
      {passages.length > shown.length && (
        <p className="hint">Its table has all {passages.length} passages: press Enter.</p>
      )}
    </div>
  );
}

function Against(props: {
  readonly base: SuggestedPassage;
  readonly passage: SuggestedPassage;
}): ReactNode {
  const { base, passage } = props;
  const pieces = useMemo(() => passageChanges(base.quote, passage.quote), [base, passage]);
  return <ChangeSide pieces={pieces} side="right" />;
}

function Quotation({ quotation }: { readonly quotation: QuotationSuggestion }): ReactNode {
  const { passage, speaker, cue, form, place } = quotation;
  const text = useText(passage.hash);
  const parts = useMemo(
    () => (text === null ? null : quotationInText(quotation, text)),
    [quotation, text],
  );
  const cueWords = cue !== null && text !== null ? text.text.slice(cue.start, cue.end) : null;
  return (
    <div className="wordings review-single">
      <Wording passage={passage}>
        {parts === null ? (
          <mark>{passage.quote}</mark>
        ) : (
          parts.map(({ text: words, is }, index) => {
            // Parts of one text keep their order.
            const key = `${index} ${is}`;
            if (is === 'passage') return <mark key={key}>{words}</mark>;
            if (is === 'speaker') return <strong key={key}>{words}</strong>;
            if (is === 'cue') return <em key={key}>{words}</em>;
            return (
              <span key={key} className="wording-around">
                {words}
              </span>
            );
          })
        )}
      </Wording>
      <dl className="review-facts">
        <dt>Speaker</dt>
        <dd>
          {speaker === null ? 'not told' : speaker.name}
          {speaker !== null && !speaker.sure && (
            <span className="review-unsure"> not sure, please check</span>
          )}
        </dd>
        <dt>Said by</dt>
        <dd>{cueWords === null ? 'no word for it stands here' : `“${cueWords}”`}</dd>
        {place !== null && (
          <>
            <dt>Where</dt>
            <dd>{place}</dd>
          </>
        )}
        <dt>Form</dt>
        <dd>
          {{ direct: 'direct quotation', block: 'block quotation', reported: 'reported' }[form]}
        </dd>
      </dl>
    </div>
  );
}

function Conflict({ conflict }: { readonly conflict: ConflictSuggestion }): ReactNode {
  return (
    <>
      {conflict.remark !== null && <p className="review-remark">{conflict.remark}</p>}
      <div className="wordings">
        <ConflictWording side={conflict.one} />
        <ConflictWording side={conflict.other} />
      </div>
    </>
  );
}

function ConflictWording({ side }: { readonly side: ConflictSide }): ReactNode {
  const { passage, range, value } = side;
  const { quote, start } = passage;
  const from = Math.max(0, range.start - start);
  const to = Math.max(from, range.end - start);
  const text = useText(passage.hash);
  const beside = useMemo(
    () => (text === null ? null : besidePassage(passage, text)),
    [passage, text],
  );
  return (
    <Wording passage={passage} note={value}>
      {beside !== null && <span className="wording-around">{beside.before}</span>}
      {quote.slice(0, from)}
      <mark>{quote.slice(from, to)}</mark>
      {quote.slice(to)}
      {beside !== null && <span className="wording-around">{beside.after}</span>}
    </Wording>
  );
}

function Silence({ silence }: { readonly silence: SilenceSuggestion }): ReactNode {
  const session = useSession();
  const claim = useRecords((records) => records.get('claim', silence.claimId));
  const { nearest } = silence;
  return (
    <>
      <dl className="review-facts">
        <dt>Claim</dt>
        <dd className="review-claim">
          {claim === null ? 'a claim that is gone' : `C${claim.number}: ${claim.wording}`}
        </dd>
        <dt>Article</dt>
        <dd>{sourceInWords(session, silence.articleId)}</dd>
        <dt>Search</dt>
        <dd>
          <code>{silence.search}</code>
        </dd>
      </dl>
      {nearest === null ? (
        <p className="hint">No sentence of the article has one of these words.</p>
      ) : (
        <div className="wordings review-single">
          <Wording passage={nearest} note="what comes nearest">
            {nearest.quote}
          </Wording>
          {session.store.project.readOnly === null && (
            <p className="review-nearest">
              <button
                type="button"
                className="button"
                onClick={() => askToFileNearest(session, silence)}
              >
                File as evidence…
              </button>{' '}
              if this sentence says it in other words.
            </p>
          )}
        </div>
      )}
    </>
  );
}
