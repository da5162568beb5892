import search from 'approx-string-match';
import type { Passage } from '../../../app/record/records.ts';

/**
 * Finds a quote in a text as web annotators do: the exact places, or else all places with the fewest edits, of which the
 * one wins that scores best by quote (50), prefix (20), suffix (20) and position (2).
 */
export function matchPlainly(text: string, { quote, prefix, suffix, start }: Passage): number {
  const errors = Math.min(256, quote.length / 2);
  const places = approximate(text, quote, errors);
  let best = -1;
  let bestScore = -1;
  for (const place of places) {
    const before = text.slice(Math.max(0, place.start - prefix.length), place.start);
    const behind = text.slice(place.end, place.end + suffix.length);
    const position = 1 - Math.abs(place.start - start) / text.length;
    const score =
      50 * (1 - place.errors / quote.length) +
      20 * likeness(before, prefix) +
      20 * likeness(behind, suffix) +
      2 * position;
    if (score > bestScore) [best, bestScore] = [place.start, score];
  }
  return best;
}

function approximate(text: string, quote: string, errors: number) {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return exact.length > 0 ? exact : search(text, quote, errors);
}

function likeness(text: string, sought: string): number {
  if (sought === '' || text === '') return 0;
  const [match] = search(text, sought, sought.length);
  return match === undefined ? 0 : 1 - match.errors / sought.length;
}
