import type { CarryOutcomeKind } from '../../../app/reanchor/carry-outcome.ts';
import type { CarriedOver } from '../../../app/record/records.ts';
import { scoreOfWaiting } from './carry-over-list.ts';
import type { WaitingAnnotation } from './carry-over-state.ts';

const names: Readonly<Record<CarryOutcomeKind, string>> = {
  unchanged: 'Unchanged',
  moved: 'Moved',
  changed: 'Changed',
  uncertain: 'Uncertain',
  lost: 'Not found',
};

const sentences: Readonly<Record<CarryOutcomeKind, string>> = {
  unchanged: 'The same words stand at their place.',
  moved: 'The very same words stand in the present revision, but elsewhere or in other company.',
  changed: 'Words like these stand in the present revision.',
  uncertain: 'Several places of the present revision are as good as each other. Choose one.',
  lost: 'The present revision has no words like these.',
};

/** What became of an annotation, in a word. */
export function outcomeName({ look }: WaitingAnnotation): string {
  return names[look.result.outcome];
}

/** What became of an annotation, in a sentence. */
export function outcomeSentence({ look }: WaitingAnnotation): string {
  const { result } = look;
  if (result.outcome === 'lost' && result.best !== null) {
    return 'The present revision has no words like these, but for what is shown, which is not much like them.';
  }
  if (result.outcome === 'uncertain' && result.hasMore) {
    return `More than ${result.places.length} places of the present revision are as good as each other. Choose one of these, or place it by hand.`;
  }
  return sentences[result.outcome];
}

/** "82 %"; `null` where there is no place at all, and of several that are as good as each other. */
export function scoreWords(one: WaitingAnnotation): string | null {
  if (one.look.result.outcome === 'uncertain') return null;
  const score = scoreOfWaiting(one);
  return score === 0 ? null : percentWords(score);
}

/** How an annotation came to its present passage, in words. */
export function carriedWords({ outcome, score }: CarriedOver): string {
  switch (outcome) {
    case 'unchanged':
      return 'unchanged';
    case 'placed':
      return 'placed by hand';
    case 'moved':
    case 'changed':
      return `${outcome} (${percentWords(score)})`;
  }
}

/** "82 %", never more than it is: what says 90 % is from 90 % on; only what is quite sure is 100 %. */
export function percentWords(score: number): string {
  return `${score === 1 ? 100 : Math.min(99, Math.floor(score * 100 + 1e-9))} %`;
}
