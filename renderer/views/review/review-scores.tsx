import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { SuggestionKind } from '../../../app/host/suggestions.ts';
import { changeReviewView } from '../../session/review/review.ts';
import { reviewKinds, reviewView } from '../../session/review/review-view.ts';
import { filterName, percent } from '../../session/review/review-words.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** How long a slider rests before the lists are made anew, in milliseconds. */
const restingPause = 250;

/** From which score on each kind is listed. Kept with the project. */
export function ReviewScores(): ReactNode {
  const session = useSession();
  useSessionState(({ review }) => review.view);
  const view = useRecords(() => reviewView(session));
  return (
    <fieldset className="review-scores">
      <legend>List suggestions from this score on</legend>
      {reviewKinds.map((kind) => (
        <Slider key={kind} kind={kind} value={view.least[kind]} />
      ))}
      <label className="review-formulas">
        <input
          type="checkbox"
          checked={view.formulas}
          onChange={({ target }) => changeReviewView(session, { formulas: target.checked })}
        />
        Formulas: set phrases that many articles share
      </label>
    </fieldset>
  );
}

function Slider(props: { readonly kind: SuggestionKind; readonly value: number }): ReactNode {
  const session = useSession();
  const { kind } = props;
  const [value, setValue] = useState(props.value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What was chosen and is not kept yet. */
  const waiting = useRef<number | null>(null);
  useEffect(() => setValue(props.value), [props.value]);
  const keep = useCallback((): void => {
    clearTimeout(timer.current);
    const score = waiting.current;
    waiting.current = null;
    if (score === null || !session.hasProject) return;
    const { least } = reviewView(session);
    changeReviewView(session, { least: { ...least, [kind]: score } });
  }, [session, kind]);
  // Closed before it rested: it was chosen all the same.
  useEffect(() => keep, [keep]);
  return (
    <label className="review-slider">
      <span>{filterName(kind)}</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(value * 100)}
        aria-valuetext={percent(value)}
        onChange={({ target }) => {
          const score = Number(target.value) / 100;
          setValue(score);
          waiting.current = score;
          clearTimeout(timer.current);
          timer.current = setTimeout(keep, restingPause);
        }}
      />
      <output>{percent(value)}</output>
    </label>
  );
}
