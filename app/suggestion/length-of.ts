import { isLittleWord } from '../fact/little-words.ts';
import type { Token } from '../fact/tokens.ts';

/** Verbs whose subject has the length that stands behind them. */
const verbs =
  /^(?:run|runs|ran|running|stretch|stretches|stretched|extend|extends|extended|measure|measures|measured|measuring|span|spans|spanned)$/u;
/** Verbs of saying how long something is: "measures the line at 33.5 kilometres". */
const puts =
  /^(?:measure|measures|measured|put|puts|give|gives|gave|estimate|estimates|estimated)$/u;
const beVerbs = /^(?:is|are|was|were|be|been)$/u;
const dimension = /^(?:long|wide|high|tall|deep|in)$/u;
const sizes: Readonly<Record<string, string>> = {
  wide: 'width',
  high: 'height',
  tall: 'height',
  deep: 'depth',
};
/** Words for any length, which say nothing of whose it is. */
const anyLength =
  /^(?:distance|distances|total|radius|range|stretch|section|part|rest|most|half|way|it|which|that)$/u;
const between = 4;

/**
 * The one thing whose length a figure is, as a word in lower case with the dimension ("length tunnel"), by the grammar beside
 * it: "the tunnel would run 31 kilometres", "a 31-kilometre tunnel", "the tunnel is 31 km long". `null`: it is a distance,
 * or nothing tells. `from`, `to`: its tokens, the second one behind it. Cost: constant.
 */
export function lengthOf(tokens: readonly Token[], from: number, to: number): string | null {
  const size = dimensionBehind(tokens, to);
  const name = (thing: string | null) =>
    thing === null || anyLength.test(thing) ? null : `${sizes[size ?? ''] ?? 'length'} ${thing}`;
  const unit = tokens[to - 1]?.lower ?? '';
  // "a 31-kilometre rail tunnel": the unit in the singular.
  if (!/s$/u.test(unit) && size !== 'in') {
    const head = headBehind(
      tokens,
      size === null ? to : to + (/^[-‐‑]$/u.test(tokens[to]?.text ?? '') ? 2 : 1),
    );
    if (head !== null) return name(head);
  }
  let at = from - 1;
  while (
    /^(?:about|some|around|nearly|almost|roughly|just|only|for|over|more|than|approximately)$/u.test(
      tokens[at]?.lower ?? '',
    )
  )
    at -= 1;
  const word = tokens[at]?.lower ?? '';
  if (verbs.test(word) || (size !== null && beVerbs.test(word)))
    return name(subjectBefore(tokens, at));
  if (word === 'at') {
    const thing = tokens[at - 1];
    const verb = tokens.slice(Math.max(0, at - between), at - 1);
    return isThing(thing) && verb.some(({ lower }) => puts.test(lower)) ? name(thing.lower) : null;
  }
  if (word === 'of' && isThing(tokens[at - 1])) return name(tokens[at - 1]?.lower ?? null);
  return null;
}

function dimensionBehind(tokens: readonly Token[], to: number): string | null {
  const at = /^[-‐‑]$/u.test(tokens[to]?.text ?? '') ? to + 1 : to;
  const word = tokens[at]?.lower ?? '';
  if (!dimension.test(word)) return null;
  return word === 'in' && tokens[at + 1]?.lower !== 'length' ? null : word;
}

/** The last of the words behind, up to a little word: "rail tunnel". */
function headBehind(tokens: readonly Token[], at: number): string | null {
  let head: string | null = null;
  for (let step = 0; step < between; step += 1) {
    const token = tokens[at + step];
    if (!isThing(token)) break;
    head = token.lower;
  }
  return head;
}

const determiners = /^(?:the|a|an|this|that|its|their)$/u;
const prepositions =
  /^(?:of|to|from|for|in|on|at|by|with|near|under|over|between|along|through|across|behind|beside)$/u;
const farthestSubject = 10;

/** "The line would run", "the road to the bridge would run": the noun before that no preposition stands before. */
function subjectBefore(tokens: readonly Token[], at: number): string | null {
  let subject: string | null = null;
  for (let step = 1; step <= farthestSubject; step += 1) {
    const token = tokens[at - step];
    if (token === undefined || /^[.;:!?]$/u.test(token.text)) break;
    if (prepositions.test(token.lower)) subject = null;
    else if (subject === null && isThing(token)) subject = token.lower;
    else if (determiners.test(token.lower) && subject !== null) {
      if (!prepositions.test(tokens[at - step - 1]?.lower ?? '')) break;
      subject = null;
    }
  }
  return subject;
}

function isThing(token: Token | undefined): token is Token & { readonly kind: 'word' } {
  return (
    token?.kind === 'word' &&
    token.text.length > 2 &&
    !isLittleWord(token.lower) &&
    !/^\p{Lu}/u.test(token.text)
  );
}
