import type { MarkedSpan } from './pair-marks.ts';

const singleSigns = /['’‘‚]/gu;
const letter = /\p{L}/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const beforeOpening = /[\s([{\-–—:,;…/“"„]/u;
/** Words that begin with an apostrophe: 'em, 'til, 'twas, '90s. */
const clipped =
  /^(?:em|til|tis|twas|twere|n|cause|bout|round|cos|cuz|ere|\d\ds?|\d{4})(?![\p{L}\p{N}])/iu;
/** Words that end with one: players', goin', an', o'. */
const clippedEnd = /(?:s|in|an|o|th|ol|mo)$/iu;
const longest = 3_000;

interface Closing {
  readonly at: number;
  /** Whether it could as well be an apostrophe. */
  readonly weak: boolean;
}

/**
 * What the single marks of a block enclose, but for those inside `doubles` (in order, none in another); what encloses one
 * of these holds it. An apostrophe inside a word is no mark; one at a word's end (players', goin') closes only where
 * nothing surer does before the next opening. None is longer than 3,000 code units. Linear.
 */
export function pairSingleMarks(text: string, doubles: readonly MarkedSpan[]): MarkedSpan[] {
  const { openings, closings } = candidatesOf(text, doubles);
  const spans: MarkedSpan[] = [];
  let next = 0;
  let from = 0;
  for (const [index, at] of openings.entries()) {
    if (at < from) continue;
    while (next < closings.length && (closings[next]?.at ?? 0) <= at + 1) next += 1;
    const until = Math.min(openings[index + 1] ?? text.length, at + longest);
    const end = closingOf(closings, next, until, at + longest);
    if (end === null) continue;
    spans.push({ start: at, end: end + 1, opening: 1, closing: 1, sign: text.charAt(at) });
    from = end + 1;
  }
  return spans;
}

/** The first sure closing before the next opening; else the last doubtful one there; else the first sure one at all. */
function closingOf(
  closings: readonly Closing[],
  first: number,
  until: number,
  limit: number,
): number | null {
  let weak: number | null = null;
  for (let index = first; index < closings.length; index += 1) {
    const closing = closings[index];
    if (closing === undefined || closing.at >= limit) break;
    if (closing.at >= until && weak !== null) return weak;
    if (!closing.weak) return closing.at;
    if (closing.at < until) weak = closing.at;
    // More doubtful ones than a sentence has are a text of apostrophes.
    if (index - first > 40) break;
  }
  return weak;
}

function candidatesOf(text: string, doubles: readonly MarkedSpan[]) {
  const openings: number[] = [];
  const closings: Closing[] = [];
  let double = 0;
  for (const { 0: sign, index: at } of text.matchAll(singleSigns)) {
    while ((doubles[double]?.end ?? Number.POSITIVE_INFINITY) <= at) double += 1;
    if ((doubles[double]?.start ?? Number.POSITIVE_INFINITY) <= at) continue;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (letterOrDigit.test(before) && letterOrDigit.test(after) && sign !== '‚') continue;
    const atStart = before === '' || beforeOpening.test(before);
    if (atStart && after !== '' && /[\p{L}\p{N}“"«…$£€]/u.test(after) && sign !== '’') {
      if (!clipped.test(text.slice(at + 1, at + 8))) openings.push(at);
    } else if (sign !== '‚' && before !== '' && !/\s/u.test(before)) {
      closings.push({ at, weak: isWeak(text, at) });
    }
  }
  return { openings, closings };
}

function isWeak(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (/\p{N}/u.test(before)) return true;
  if (!letter.test(before)) return false;
  return /^\s\p{L}/u.test(text.slice(at + 1, at + 3)) && clippedEnd.test(text.slice(at - 3, at));
}
