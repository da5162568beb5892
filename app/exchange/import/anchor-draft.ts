import { isPassageRange } from '../../anchor/passage.ts';
import type { TextOffset } from '../../base/brand.ts';
import type { Result } from '../../base/result.ts';
import { failure, success } from '../../base/result.ts';
import { carryOver } from '../../reanchor/carry-over.ts';
import type { RevisionId } from '../../record/ids.ts';
import type { CodePointOffsets } from '../code-point-offsets.ts';
import type { DraftSelector } from '../import-draft.ts';

/** Where a selector leads in a text. */
export interface AnchoredDraft {
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** `exact`: at its offsets, or the only place of its words; `moved`: its words elsewhere; `similar`: words like its own. */
  readonly how: 'exact' | 'moved' | 'similar';
}

/** Below this words that are only alike are not taken for those of a highlight that nobody can look at any more. */
const similarEnough = 0.8;
/** More places than this of the same words tell nothing. */
const mostPlaces = 1_000;
/** So far apart by the words around them are two places told from one another. */
const leastLead = 3;

/**
 * Finds the words of a selector in a text (rule J2): at its offsets if its words stand there; where its words stand alone;
 * of several places where most of the words around agree, or that is nearest to its offsets; else where the same words stand in
 * another typography, or words so like them that there is little doubt. Fails with a sentence for people. Cost: the text, in the
 * last case some ten times that.
 */
export function anchorDraft(
  text: string,
  offsets: CodePointOffsets,
  selector: DraftSelector,
): Result<AnchoredDraft, 'not-found'> {
  const position = utf16Position(offsets, selector);
  const { quote } = selector;
  if (quote === undefined || quote === '') return byPosition(text, position);
  if (position !== null && text.slice(position.start, position.end) === quote) {
    if (isPassageRange(text, position.start, position.end)) return found(position, 'exact');
  }
  return byWords(text, quote, selector, position) ?? byLikeWords(text, quote, selector);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function utf16Position(offsets: CodePointOffsets, { position }: DraftSelector): Range | null {
  if (position === undefined) return null;
  const { start, end, unit } = position;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return null;
  if (unit === 'utf-16') return { start, end };
  return { start: offsets.toUnits(start), end: offsets.toUnits(end) };
}

function byPosition(text: string, position: Range | null): Result<AnchoredDraft, 'not-found'> {
  if (position === null) return failure('not-found', 'It says neither which words nor where.');
  if (position.start === position.end) return failure('not-found', 'It marks no words.');
  if (!isPassageRange(text, position.start, position.end)) {
    return failure('not-found', 'It lies outside the text.');
  }
  return found(position, 'exact');
}

/** `null`: the very words are not there. */
function byWords(
  text: string,
  quote: string,
  { prefix = '', suffix = '' }: DraftSelector,
  position: Range | null,
): Result<AnchoredDraft, 'not-found'> | null {
  const places: { readonly start: number; readonly around: number; readonly far: number }[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (!isPassageRange(text, at, at + quote.length)) continue;
    const around =
      alikeBefore(text.slice(Math.max(0, at - prefix.length - 8), at), prefix) +
      alikeBehind(text.slice(at + quote.length, at + quote.length + suffix.length + 8), suffix);
    places.push({ start: at, around, far: position === null ? 0 : Math.abs(at - position.start) });
    if (places.length > mostPlaces) break;
  }
  const [best, second] = places.sort(
    (one, other) => other.around - one.around || one.far - other.far || one.start - other.start,
  );
  if (best === undefined) return null;
  const range = { start: best.start, end: best.start + quote.length };
  const isAlone = second === undefined;
  const isClear = isAlone || best.around >= second.around + leastLead || best.far < second.far;
  if (!isClear) {
    const count = places.length > mostPlaces ? `over ${mostPlaces}` : String(places.length);
    return failure(
      'not-found',
      `Its words stand ${count} times in the article, and nothing tells which is meant.`,
    );
  }
  return found(range, position === null && isAlone ? 'exact' : 'moved');
}

function byLikeWords(
  text: string,
  quote: string,
  { prefix = '', suffix = '' }: DraftSelector,
): Result<AnchoredDraft, 'not-found'> {
  const zero = 0 as TextOffset;
  const revisionId = '' as RevisionId;
  const stray = { revisionId, start: zero, end: zero, quote, prefix, suffix };
  const [result] = carryOver('', { revisionId, text }, [stray]);
  if (result?.outcome === 'moved') return found(result.place.passage, 'moved');
  if (result?.outcome === 'changed' && result.place.score >= similarEnough) {
    const { passage } = result.place;
    const isSame = letters(passage.quote) === letters(quote);
    return found(passage, isSame ? 'moved' : 'similar');
  }
  return failure('not-found', 'Its words do not stand in the article.');
}

function found({ start, end }: Range, how: AnchoredDraft['how']): Result<AnchoredDraft, never> {
  return success({ start: start as TextOffset, end: end as TextOffset, how });
}

/** What is left of words without their typography. */
function letters(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** How many code units at the ends of two texts are the same, runs of spaces apart. */
function alikeBefore(one: string, other: string): number {
  const [mine, theirs] = [squeeze(one), squeeze(other)];
  let count = 0;
  while (
    count < Math.min(mine.length, theirs.length) &&
    mine.at(-1 - count) === theirs.at(-1 - count)
  ) {
    count += 1;
  }
  return count;
}

function alikeBehind(one: string, other: string): number {
  const [mine, theirs] = [squeeze(one), squeeze(other)];
  let count = 0;
  while (count < Math.min(mine.length, theirs.length) && mine[count] === theirs[count]) count += 1;
  return count;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ');
}
