import type { ReactNode } from 'react';
import type { PlaceLook, WordsAround } from '../../../app/reanchor/carry-look.ts';
import { listArticle } from '../../session/article-list.ts';
import {
  acceptPlace,
  acceptReviewed,
  keepReviewed,
  removeReviewed,
  revisionName,
} from '../../session/carry-over/carry-over.ts';
import { surePlace } from '../../session/carry-over/carry-over-list.ts';
import { beginPlacing } from '../../session/carry-over/carry-over-placing.ts';
import type { WaitingAnnotation } from '../../session/carry-over/carry-over-state.ts';
import {
  outcomeName,
  outcomeSentence,
  percentWords,
  scoreWords,
} from '../../session/carry-over/carry-over-words.ts';
import { labelOf } from '../../session/reading/describe-annotation.ts';
import { DifferencePieces } from '../parts/difference-pieces.tsx';
import { KeyLabel } from '../parts/key-label.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';

/** One annotation: its old words beside what was found, and what can be done. */
export function WaitingDetail({ one }: { readonly one: WaitingAnnotation }): ReactNode {
  const session = useSession();
  const article = useRecords((records) => records.get('article', one.articleId));
  const label = labelOf(session, one.id);
  const { look } = one;
  const sure = surePlace(one);
  const chooses = sure === null;
  return (
    <section className="waiting-detail" aria-label={`Annotation ${label}`}>
      <header className="waiting-head">
        <h3>
          {label} · <span data-outcome={look.result.outcome}>{outcomeName(one)}</span>
          {sure !== null && <span className="waiting-score"> {percentWords(sure.score)}</span>}
        </h3>
        <p className="waiting-source">{article !== null && listArticle(article).metadata.title}</p>
        <p>{outcomeSentence(one)}</p>
      </header>
      <div className="wordings">
        <Wording
          title={`Old words, ${revisionName(session, one.passage.revisionId)}`}
          around={look.around}
        >
          {chooses || look.places[0] === undefined ? (
            one.passage.quote
          ) : (
            <DifferencePieces
              pieces={look.places[0].difference.filter(({ kind }) => kind !== 'inserted')}
            />
          )}
        </Wording>
        {look.places.map((place, index) => (
          <Place
            key={`${place.place.passage.start} ${place.place.passage.end}`}
            one={one}
            look={place}
            number={chooses ? index + 1 : null}
          />
        ))}
      </div>
      <Actions one={one} label={label} />
    </section>
  );
}

/** A place that was found. `number`: of one that has to be chosen, the key that does. */
function Place(props: {
  readonly one: WaitingAnnotation;
  readonly look: PlaceLook;
  readonly number: number | null;
}): ReactNode {
  const session = useSession();
  const { one, look, number } = props;
  const where = revisionName(session, one.to);
  return (
    <Wording
      title={number === null ? `New words, ${where}` : `Place ${number}, ${where}`}
      around={look.around}
      aside={
        number !== null && (
          <>
            {scoreWords(one) !== null && (
              <span className="waiting-score">{percentWords(look.place.score)}</span>
            )}
            <button
              type="button"
              className="button"
              aria-label={`Choose place ${number}`}
              onClick={() => acceptPlace(session, one, look.place)}
            >
              Choose <KeyLabel value={String(number)} />
            </button>
          </>
        )
      }
    >
      <DifferencePieces pieces={look.difference.filter(({ kind }) => kind !== 'cut')} />
    </Wording>
  );
}

function Wording(props: {
  readonly title: string;
  readonly around: WordsAround;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <figure className="wording">
      <figcaption>
        <span>{props.title}</span>
        {props.aside}
      </figcaption>
      <blockquote className="difference-words">
        <span className="wording-around">{props.around.before}</span>
        <mark>{props.children}</mark>
        <span className="wording-around">{props.around.after}</span>
      </blockquote>
    </figure>
  );
}

function Actions({
  one,
  label,
}: {
  readonly one: WaitingAnnotation;
  readonly label: string;
}): ReactNode {
  const session = useSession();
  return (
    <div className="waiting-actions" role="toolbar" aria-label={`What to do with ${label}`}>
      {surePlace(one) !== null && (
        <button type="button" className="button primary" onClick={() => acceptReviewed(session)}>
          Carry over <KeyLabel value="Enter" />
        </button>
      )}
      <button type="button" className="button" onClick={() => beginPlacing(session)}>
        Place by hand… <KeyLabel value="m" />
      </button>
      <button type="button" className="button" onClick={() => keepReviewed(session)}>
        Keep on {revisionName(session, one.passage.revisionId)} <KeyLabel value="k" />
      </button>
      <button type="button" className="button" onClick={() => openOld(one)}>
        Show the old words
      </button>
      <button type="button" className="button quiet" onClick={() => removeReviewed(session)}>
        Remove <KeyLabel value="Delete" />
      </button>
    </div>
  );

  function openOld({ id }: WaitingAnnotation): void {
    const annotation = session.store.records.get('annotation', id);
    if (annotation !== null) session.panes.openAnnotation(annotation);
  }
}
