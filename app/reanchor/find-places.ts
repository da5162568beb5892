import search from 'approx-string-match';
import { snapToGraphemes } from '../anchor/graphemes.ts';
import { alignTokens } from './align-tokens.ts';
import type { AlignedTexts } from './aligned-texts.ts';
import { foldSigns } from './fold-signs.ts';
import { type MappedRange, mapRange } from './map-range.ts';
import { placesOfRun, tokensIn } from './token-index.ts';
import type { Tokens } from './tokens.ts';

/** Old words to be found in the new text: [start, end) of the old one and the tokens [from, to) that it touches. */
export interface SoughtRange {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** How many places of the same words are looked at closely: those with most of the words around them in common. */
const mostExact = 48;
/** How many neighbours on either side tell places of the same words apart. */
const neighbours = 8;
/** So many places of words, of the rarest first, tell where to look; a word in more than this tells nothing. */
const mostVotes = 800;
/** How many stretches of the new text are searched for words like those of one passage. */
const mostWindows = 4;
/** How many of the best matches in one stretch are looked at: they differ by an edge. */
const mostMatches = 3;
/** Longer quotes are found by their words alone. */
const longestPattern = 1_500;
/** A stretch that is searched is no longer than this, in tokens. */
const longestWindow = 4_000;
/** Old words beside the quote that help to set its edges. */
const edgeContext = 12;

/** Where the very words stand, typography and case apart, the likeliest first as far as their neighbours tell. */
export function exactPlaces(texts: AlignedTexts, sought: SoughtRange): readonly MappedRange[] {
  const { old, young, youngIndex } = texts;
  const { from, to } = sought;
  const places = placesOfRun(youngIndex, old.keys, from, to);
  const ranked =
    places.length <= mostExact
      ? places
      : places
          .map((place) => ({ place, alike: alikeAround(texts, sought, place) }))
          .sort((one, other) => other.alike - one.alike)
          .slice(0, mostExact)
          .map(({ place }) => place);
  const count = to - from;
  return ranked.flatMap((place) => {
    const pairs = Int32Array.from({ length: count }, (_, at) => place + at);
    const range = mapRange(
      slice(old, from, to),
      young,
      pairs,
      { from: 0, to: count },
      sought.start,
      sought.end,
    );
    return range === null ? [] : [range];
  });
}

function alikeAround(
  { old, young }: AlignedTexts,
  { from, to }: SoughtRange,
  place: number,
): number {
  let alike = 0;
  for (let step = 1; step <= neighbours; step += 1) {
    if (from - step >= 0 && old.keys[from - step] === young.keys[place - step]) alike += 1;
    const behind = place + (to - from) + step - 1;
    if (to + step - 1 < old.count && old.keys[to + step - 1] === young.keys[behind]) alike += 1;
  }
  return alike;
}

/** Where words like those of a passage stand: in the stretch they should be in and in those that share rare words. */
export function similarPlaces(texts: AlignedTexts, sought: SoughtRange): readonly MappedRange[] {
  const found: MappedRange[] = [];
  for (const window of windowsOf(texts, sought)) {
    const aligned = alignedIn(texts, sought, window);
    if (aligned !== null) found.push(aligned);
    found.push(...matchesIn(texts, sought, window));
  }
  return found;
}

/** A stretch of new tokens, [from, to). */
interface Window {
  readonly from: number;
  readonly to: number;
}

function windowsOf(texts: AlignedTexts, sought: SoughtRange): readonly Window[] {
  const { old, young, youngIndex, pairedBefore, pairedBehind } = texts;
  const { from, to } = sought;
  const count = to - from;
  const slack = Math.max(16, Math.ceil(count / 2));
  // Words that stand in a row in both texts are on one diagonal; the rarer they are the more they say.
  const votes = new Map<number, number>();
  const width = slack;
  let left = mostVotes;
  for (const at of rarestFirst(texts, sought)) {
    const places = youngIndex.placesOf(old.keys[at] ?? -1);
    left -= places.length;
    if (left < 0) break;
    const inQuote = at >= from && at < to;
    const weight = Math.log((young.count + 1) / (places.length + 1)) * (inQuote ? 1 : 0.5);
    for (const place of places) {
      const bucket = Math.floor((place - (at - from)) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + weight);
    }
  }
  const best = [...votes]
    .map(([bucket, weight]) => [bucket, weight + (votes.get(bucket + 1) ?? 0)] as const)
    .sort((one, other) => other[1] - one[1])
    .slice(0, mostWindows)
    .map(([bucket]) =>
      bounded(young, bucket * width - slack, bucket * width + 2 * width + count + slack),
    );
  const begin = from > 0 ? (pairedBefore[from - 1] ?? -1) : -1;
  const end = to < old.count ? (pairedBehind[to] ?? young.count) : young.count;
  const hole = bounded(young, begin - slack, end + slack);
  return hole.to - hole.from <= longestWindow ? [hole, ...best] : best;
}

/** The tokens of a passage and some beside it that the new text has, by how often. */
function rarestFirst(texts: AlignedTexts, { from, to }: SoughtRange): readonly number[] {
  const { old, youngIndex } = texts;
  const first = Math.max(0, from - neighbours);
  const last = Math.min(old.count, to + neighbours);
  return Array.from({ length: last - first }, (_, step) => first + step)
    .map((at) => ({ at, count: youngIndex.placesOf(old.keys[at] ?? -1).length }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => one.count - other.count)
    .map(({ at }) => at);
}

function bounded({ count }: Tokens, from: number, to: number): Window {
  return { from: Math.max(0, from), to: Math.min(count, to) };
}

/** Sets the edges by the words in common, with some words around the passage for company. */
function alignedIn(texts: AlignedTexts, sought: SoughtRange, window: Window): MappedRange | null {
  const { old, young } = texts;
  const first = Math.max(0, sought.from - edgeContext);
  const last = Math.min(old.count, sought.to + edgeContext);
  const pairs = alignTokens(
    old.keys.subarray(first, last),
    young.keys.subarray(window.from, window.to),
  );
  const range = { from: sought.from - first, to: sought.to - first };
  const part = slice(young, window.from, window.to);
  return mapRange(slice(old, first, last), part, pairs, range, sought.start, sought.end);
}

/** Finds the stretches that differ least from the quote, letter by letter (Myers 1999). */
function matchesIn(texts: AlignedTexts, sought: SoughtRange, window: Window): MappedRange[] {
  const { old, young } = texts;
  const quote = old.text.slice(sought.start, sought.end);
  if (quote.length > longestPattern || window.to <= window.from) return [];
  const begin = young.starts[window.from] ?? 0;
  const end = young.ends[window.to - 1] ?? 0;
  const text = foldSigns(young.text.slice(begin, end));
  const matches = search(text, foldSigns(quote), Math.floor(quote.length / 2));
  const wholeWords =
    sought.start === old.starts[sought.from] && sought.end === old.ends[sought.to - 1];
  return matches.slice(0, mostMatches).map((match) => {
    const range = snapToGraphemes(young.text, begin + match.start, begin + match.end);
    return wholeWords ? toWholeTokens(young, range) : range;
  });
}

/** Words that are in by half or more are in, others out; one at least is in. */
function toWholeTokens(tokens: Tokens, range: MappedRange): MappedRange {
  const touched = tokensIn(tokens, range.start, range.end);
  if (touched === null) return range;
  let { from, to } = touched;
  const isIn = (token: number): boolean => {
    const start = tokens.starts[token] ?? 0;
    const end = tokens.ends[token] ?? 0;
    const shared = Math.min(end, range.end) - Math.max(start, range.start);
    return 2 * shared >= end - start;
  };
  while (from + 1 < to && !isIn(from)) from += 1;
  while (to - 1 > from && !isIn(to - 1)) to -= 1;
  return { start: tokens.starts[from] ?? 0, end: tokens.ends[to - 1] ?? 0 };
}

function slice(tokens: Tokens, from: number, to: number): Tokens {
  return {
    text: tokens.text,
    count: to - from,
    keys: tokens.keys.subarray(from, to),
    starts: tokens.starts.subarray(from, to),
    ends: tokens.ends.subarray(from, to),
  };
}
