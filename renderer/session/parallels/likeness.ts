import { comparedWords } from '../../../app/compare/compared-words.ts';
import { countChanges } from '../../../app/compare/count-changes.ts';
import { passageChanges } from '../../../app/compare/passage-changes.ts';

/** How many words two passages have in the same order, of those of the longer one. */
export interface Likeness {
  readonly same: number;
  readonly of: number;
}

/** How much of their words two passages share (W2 to W5), however long they are. Cost: their length. */
export function likenessOf(one: string, other: string): Likeness {
  const of = Math.max(comparedWords(one).length, comparedWords(other).length);
  return { same: countChanges(passageChanges(one, other)).same, of };
}

/** "same words", "34 of 41 words": what every list of parallel passages says of likeness. */
export function likenessInWords({ same, of }: Likeness): string {
  return same >= of ? 'same words' : `${same} of ${of} words`;
}
