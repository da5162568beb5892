import { type DifferencePiece, wordDifferences } from '../compare/word-differences.ts';
import type { Passage } from '../record/records.ts';
import type { CarryPlace, CarryResult } from './carry-outcome.ts';

/** What stands before and after words of a text, in one line. */
export interface WordsAround {
  readonly before: string;
  readonly after: string;
}

/** A place as it is shown beside the old words. */
export interface PlaceLook {
  readonly place: CarryPlace;
  /** From the old wording to the new one. */
  readonly difference: readonly DifferencePiece[];
  readonly around: WordsAround;
}

/** A result with all that has to be shown of it, so that nobody needs the two texts any more. */
export interface CarryLook {
  readonly result: CarryResult;
  /** Around the old words. */
  readonly around: WordsAround;
  /** The places of the result, the best first. Of one that is lost, the likest if there is any. */
  readonly places: readonly PlaceLook[];
}

/** How much of the text is shown on either side, in code units. */
const shown = 140;
/** Longer wordings are shown without their differences: nobody reads them, and finding them takes long. */
const longestCompared = 20_000;

/** What is shown of a result. `passage` is the old one in `oldText`. */
export function lookAt(
  passage: Passage,
  result: CarryResult,
  oldText: string,
  newText: string,
): CarryLook {
  return {
    result,
    around: wordsAround(oldText, passage),
    places: placesOf(result).map((place) => ({
      place,
      difference: difference(passage.quote, place.passage.quote),
      around: wordsAround(newText, place.passage),
    })),
  };
}

/** The places that a result names, the best first. */
export function placesOf(result: CarryResult): readonly CarryPlace[] {
  if (result.outcome === 'uncertain') return result.places;
  if (result.outcome === 'lost') return result.best === null ? [] : [result.best];
  return [result.place];
}

function difference(left: string, right: string): readonly DifferencePiece[] {
  if (left.length <= longestCompared && right.length <= longestCompared) {
    return wordDifferences(left, right);
  }
  return [
    { kind: 'cut', text: left },
    { kind: 'inserted', text: right },
  ];
}

/**
 * What stands before and after a passage, whole words, a pilcrow where a paragraph ends: a line that stands in a text more
 * than once is told from its like by what stands about it.
 */
function wordsAround(text: string, { start, end }: Passage): WordsAround {
  const from = Math.max(0, start - shown);
  const to = Math.min(text.length, end + shown);
  const before = text.slice(from, start).toWellFormed();
  const after = text.slice(end, to).toWellFormed();
  return {
    before: onOneLine(from === 0 ? before : `…${before.slice(before.search(space) + 1)}`),
    after: onOneLine(to === text.length ? after : `${after.slice(0, lastSpace(after))}…`),
  };
}

const space = /[ \n]/u;

function lastSpace(text: string): number {
  const at = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
  return at < 0 ? text.length : at;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\n+/gu, ' ¶ ');
}
