import type { TextOffset } from '../base/brand.ts';
import { characterClass, classOf, isWordBoundary } from './character-class.ts';
import { type FoldedText, foldText, originalRange } from './fold-words.ts';
import type { HitGroup, QueryPhrase } from './query.ts';

/** A place where a query's words stand: half-open, in UTF-16 code units of the text. */
export interface Hit {
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** A hit in the folded text, and which word of the text it begins with, where that is asked for. */
interface FoldedHit {
  readonly start: number;
  readonly end: number;
}

/**
 * Every place of a text where a group stands (rule S8), in order; places that overlap are one. Pure, so that the reading
 * surface and the catalogue find the same. Cost: the length of the text for each group, and little for ASCII.
 */
export function findHits(groups: readonly HitGroup[], text: string): Hit[] {
  if (groups.length === 0) return [];
  const folded = foldText(text);
  const found: FoldedHit[] = [];
  for (const group of groups) {
    if (group.kind === 'phrase') findPhrase(folded.text, group.phrase, found);
    else findNear(folded.text, group.phrases, group.distance, found);
  }
  return merged(found, folded, text);
}

function merged(found: FoldedHit[], folded: FoldedText, text: string): Hit[] {
  found.sort((one, other) => one.start - other.start || one.end - other.end);
  const hits: { start: number; end: number }[] = [];
  for (const hit of found) {
    const last = hits.at(-1);
    if (last !== undefined && hit.start < last.end) last.end = Math.max(last.end, hit.end);
    else hits.push({ start: hit.start, end: hit.end });
  }
  return hits.map((hit) => originalRange(text, folded, hit.start, hit.end) as Hit);
}

/** Adds each place of a phrase in a folded text. */
function findPhrase(text: string, { words, isPrefix }: QueryPhrase, found: FoldedHit[]): void {
  const [first = ''] = words;
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1)) {
    if (!isWordBoundary(text, start)) continue;
    const end = phraseEnd(text, start, words, isPrefix);
    if (end !== -1) found.push({ start, end });
  }
}

/** Where a phrase that begins at `start` ends; -1 when it does not stand there. */
function phraseEnd(
  text: string,
  start: number,
  words: readonly string[],
  isPrefix: boolean,
): number {
  let at = start;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (index > 0) at = nextWord(text, at);
    if (!text.startsWith(word, at)) return -1;
    at += word.length;
    if (isWordBoundary(text, at)) continue;
    if (!isPrefix || index < words.length - 1) return -1;
    at = wordEnd(text, at);
  }
  return at;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (classOf(codePoint) !== characterClass.separator) break;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return at;
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (!isWordBoundary(text, at)) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

interface NearHit extends FoldedHit {
  /** The count of the text's words before it. */
  readonly word: number;
}

/** Adds each place of a phrase that has all the others near it. */
function findNear(
  text: string,
  phrases: readonly QueryPhrase[],
  distance: number,
  found: FoldedHit[],
): void {
  const places = phrases.map((phrase) => {
    const hits: FoldedHit[] = [];
    findPhrase(text, phrase, hits);
    return hits;
  });
  if (places.some((hits) => hits.length === 0)) return;
  const starts = wordStarts(text);
  const counted = places.map((hits) =>
    hits.map((hit): NearHit => ({ ...hit, word: indexOfWord(starts, hit.start) })),
  );
  const taken = new Set<FoldedHit>();
  const anchors = new Set(counted.flat().map((hit) => hit.word));
  // The last phrase of a set begins at `anchor`; each of the others ends at most `distance` words before it.
  for (const anchor of anchors) {
    const near = counted.map((hits, index) => {
      const least = anchor - (phrases[index]?.words.length ?? 0) - distance;
      return between(hits, least, anchor);
    });
    if (near.some((hits) => hits.length === 0)) continue;
    for (const hit of near.flat()) taken.add(hit);
  }
  found.push(...taken);
}

/** Those whose word is in [least, most]; `hits` are in order. */
function between(hits: readonly NearHit[], least: number, most: number): readonly NearHit[] {
  let from = firstAtLeast(hits, least);
  const near: NearHit[] = [];
  for (; from < hits.length; from += 1) {
    const hit = hits[from];
    if (hit === undefined || hit.word > most) break;
    near.push(hit);
  }
  return near;
}

function firstAtLeast(hits: readonly NearHit[], least: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle]?.word ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where each word of a folded text begins. */
function wordStarts(text: string): number[] {
  const starts: number[] = [];
  let at = nextWord(text, 0);
  while (at < text.length) {
    starts.push(at);
    const codePoint = text.codePointAt(at) ?? 0;
    const step = codePoint > 0xffff ? 2 : 1;
    at = nextWord(text, wordEnd(text, at + step));
  }
  return starts;
}

function indexOfWord(starts: readonly number[], start: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
