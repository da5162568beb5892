import { alignWith, readText } from '../../../app/reanchor/aligned-texts.ts';
import { nearness } from '../../../app/reanchor/nearness.ts';
import { comparePlace, quoteFloor, scoreOf } from '../../../app/reanchor/score-place.ts';
import { tokensIn } from '../../../app/reanchor/token-index.ts';
import type { Passage } from '../../../app/record/records.ts';

/** A range of words with its score. */
export interface SlowPlace {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** Every range of whole words of a text with its score, the best first: what the search must not miss, found slowly. */
export function everyPlace(before: string, after: string, passage: Passage): SlowPlace[] {
  const texts = alignWith(readText(after), before);
  const tokens = tokensIn(texts.old, passage.start, passage.end);
  if (tokens === null) return [];
  const sought = { start: passage.start, end: passage.end, ...tokens };
  const { starts, ends, count } = texts.young;
  const places: SlowPlace[] = [];
  for (let first = 0; first < count; first += 1) {
    for (let last = first; last < count; last += 1) {
      const range = { start: starts[first] ?? 0, end: ends[last] ?? 0 };
      if (range.end - range.start > 2 * passage.quote.length + 10) break;
      const parts = comparePlace(passage, after, range.start, range.end);
      if (parts.quote < quoteFloor) continue;
      const position = nearness(texts, sought, range);
      places.push({ ...range, score: scoreOf({ ...parts, position }, passage.quote.length) });
    }
  }
  return places.sort((one, other) => other.score - one.score);
}
