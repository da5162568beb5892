import type { TextOffset } from '../base/brand.ts';
import type { RevisionId } from '../record/ids.ts';
import type { Passage } from '../record/records.ts';
import { splitsSurrogatePair } from './code-points.ts';

/** How many code units before and after the quote a passage keeps, at most. */
const contextLength = 32;

/**
 * The passage [start, end) of a revision's canonical text, with its quote and the words around it (rule A1). Trims
 * nothing: what a selection means is for `trimSelection` to say. Throws a `RangeError` for a range that is empty,
 * outside the text, not made of integers, or that starts or ends inside a surrogate pair.
 */
export function makePassage(
  text: string,
  revisionId: RevisionId,
  start: TextOffset,
  end: TextOffset,
): Passage {
  if (!isPassageRange(text, start, end)) {
    throw new RangeError(`No passage at [${start}, ${end}) of a text of ${text.length} code units`);
  }
  return {
    revisionId,
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(contextStart(text, start), start),
    suffix: text.slice(end, contextEnd(text, end)),
  };
}

/** Whether a passage may stand at [start, end) of the text (rules T3 and A1). */
export function isPassageRange(text: string, start: number, end: number): boolean {
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    start >= 0 &&
    start < end &&
    end <= text.length &&
    !splitsSurrogatePair(text, start) &&
    !splitsSurrogatePair(text, end)
  );
}

function contextStart(text: string, start: number): number {
  const cut = Math.max(0, start - contextLength);
  return splitsSurrogatePair(text, cut) ? cut + 1 : cut;
}

function contextEnd(text: string, end: number): number {
  const cut = Math.min(text.length, end + contextLength);
  return splitsSurrogatePair(text, cut) ? cut - 1 : cut;
}
