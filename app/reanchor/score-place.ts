import { distance } from 'fastest-levenshtein';
import { foldSigns } from './fold-signs.ts';

/** What is known of a passage in its old text. */
export interface SoughtWords {
  readonly quote: string;
  /** Up to 32 code units before and after it. */
  readonly prefix: string;
  readonly suffix: string;
}

/** How well a place answers, part by part, each 0 to 1. */
export interface PlaceParts {
  readonly quote: number;
  readonly prefix: number;
  readonly suffix: number;
  /** Nearness to where the words around are now. */
  readonly position: number;
}

/**
 * What each part counts. The known baseline is Hypothesis' match-quote.ts with 50, 20, 20 and 2; here position is nearness
 * by the differences of the two texts, not by offset, and so is worth more. Chosen by trying others on generated edits
 * (`npm run bench -- anchor`).
 */
const weights = { quote: 50, prefix: 18, suffix: 18, position: 14 } as const;

/** Below this no place is taken for the passage (rule K4). */
export const scoreFloor = 0.5;
/** Of the quote alone: less than so much of it in common is no form of it. */
export const quoteFloor = 0.5;
/** Two places whose scores differ by less are as good as each other (rule K5). */
export const scoreMargin = 0.04;

/** The same for words that stand twice beside each other, where they stood once: what is around them says little. */
export const doubledMargin = 0.15;
/** A longer quote says more by itself: so much more it counts at the most, from so many code units on. */
const longQuote = { more: 50, from: 100 } as const;

/** The same words in other typography are nearly the same. */
const otherTypography = 0.99;
/** Of longer quotes the two ends are compared, so long each, in code units. */
const longestCompared = 4_000;
/** So much of the new text beside a place is compared with the 32 code units of context. */
const contextReach = 40;
/** So alike are two stretches of one language that have nothing to do with each other. */
const chance = 0.35;

/** The score of a place, 0 to 1. `length`: of the quote, in code units. */
export function scoreOf(parts: PlaceParts, length: number): number {
  const { quote, prefix, suffix, position } = parts;
  const quoteWeight = weights.quote + longQuote.more * Math.min(1, length / longQuote.from);
  const total = quoteWeight + weights.prefix + weights.suffix + weights.position;
  return (
    (quoteWeight * quote +
      weights.prefix * prefix +
      weights.suffix * suffix +
      weights.position * position) /
    total
  );
}

/** How well [start, end) of a text answers to the words that are sought, but for its position. */
export function comparePlace(
  sought: SoughtWords,
  text: string,
  start: number,
  end: number,
): Omit<PlaceParts, 'position'> {
  return {
    quote: quoteLikeness(sought.quote, text.slice(start, end)),
    prefix: contextLikeness(
      reversed(sought.prefix),
      reversed(text.slice(Math.max(0, start - contextReach), start)),
    ),
    suffix: contextLikeness(sought.suffix, text.slice(end, end + contextReach)),
  };
}

/** 0 to 1: one less the share of code units that differ. */
function quoteLikeness(quote: string, words: string): number {
  if (quote === words) return 1;
  const ours = foldSigns(quote);
  const theirs = foldSigns(words);
  if (ours === theirs) return otherTypography;
  const length = Math.max(ours.length, theirs.length);
  if (Math.abs(ours.length - theirs.length) > length / 2) return 0;
  if (length <= 2 * longestCompared) return 1 - distance(ours, theirs) / length;
  const begin = distance(ours.slice(0, longestCompared), theirs.slice(0, longestCompared));
  const end = distance(ours.slice(-longestCompared), theirs.slice(-longestCompared));
  return 1 - (begin + end) / (2 * longestCompared);
}

/** Where there was nothing before (the text's beginning), nothing must be there for a full likeness. */
function contextLikeness(sought: string, found: string): number {
  if (sought === '') return found === '' ? 1 : 0.5;
  const ours = foldSigns(sought);
  const likeness = 1 - anchoredDistance(ours, foldSigns(found)) / ours.length;
  return Math.max(0, (likeness - chance) / (1 - chance));
}

/** The least distance of a text to what another one begins with; at most its length. */
function anchoredDistance(ours: string, theirs: string): number {
  if (theirs.startsWith(ours)) return 0;
  const row = Uint8Array.from({ length: theirs.length + 1 }, (_, column) => column);
  for (let at = 0; at < ours.length; at += 1) {
    const unit = ours.charCodeAt(at);
    let diagonal = row[0] ?? 0;
    let before = at + 1;
    row[0] = before;
    for (let column = 1; column <= theirs.length; column += 1) {
      const above = row[column] ?? 0;
      const replaced = diagonal + (theirs.charCodeAt(column - 1) === unit ? 0 : 1);
      before = Math.min(replaced, above + 1, before + 1);
      row[column] = before;
      diagonal = above;
    }
  }
  return Math.min(...row);
}

function reversed(text: string): string {
  let result = '';
  for (let at = text.length - 1; at >= 0; at -= 1) result += text.charAt(at);
  return result;
}
