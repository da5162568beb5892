import { makePassage } from '../../../app/anchor/passage.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import { placesOf } from '../../../app/reanchor/carry-look.ts';
import type { CarryResult } from '../../../app/reanchor/carry-outcome.ts';
import { carryOver } from '../../../app/reanchor/carry-over.ts';
import type { RevisionId } from '../../../app/record/ids.ts';
import type { Passage } from '../../../app/record/records.ts';

export const oldRevision = '01890000-0000-7000-8000-000000000001' as RevisionId;
export const newRevision = '01890000-0000-7000-8000-000000000002' as RevisionId;

/** The passage of the n-th place of some words in a text. */
export function passageOf(text: string, words: string, nth = 1): Passage {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(`“${words}” does not stand there so often.`);
  return passageAt(text, start, start + words.length);
}

export function passageAt(text: string, start: number, end: number): Passage {
  return makePassage(text, oldRevision, start as TextOffset, end as TextOffset);
}

/** What became of words of one text in another one. */
export function carried(before: string, after: string, words: string, nth = 1): CarryResult {
  return carry(before, after, passageOf(before, words, nth));
}

export function carry(before: string, after: string, passage: Passage): CarryResult {
  const [result] = carryOver(before, { revisionId: newRevision, text: after }, [passage]);
  if (result === undefined) throw new Error('No result.');
  return result;
}

/** A result in short: its outcome, and the words of its places. */
export function inShort(result: CarryResult): readonly string[] {
  return [result.outcome, ...placesOf(result).map(({ passage }) => passage.quote)];
}
