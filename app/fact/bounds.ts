import type { FigureBound } from './facts.ts';
import type { Token } from './tokens.ts';

const phrases = new Map<string, FigureBound>();

function add(bound: FigureBound, list: string): void {
  for (const phrase of list.split('|')) phrases.set(phrase.trim(), bound);
}

add(
  'about',
  `about|around|approximately|approx|roughly|some|circa|an estimated|estimated|close to|in the region of|or so|barely|somewhere around
  |rund|etwa|ungefähr|zirka|ca|gut|environ|quelque|près de|autour de|unos|unas|alrededor de|aproximadamente|cerca de|около|примерно|约|大约|circa`.replace(
    /\n\s*/gu,
    '',
  ),
);
add(
  'over',
  `more than|over|above|upwards of|upward of|in excess of|exceeding|exceeded|exceeds|exceed|greater than|topped|surpassed|mehr als|über|plus de|más de|более|свыше|超过|逾|più di|meer dan|mais de`,
);
add(
  'least',
  `at least|no fewer than|no less than|not less than|a minimum of|minimum of|mindestens|wenigstens|au moins|al menos|por lo menos|не менее|至少`,
);
add(
  'under',
  `nearly|almost|just under|just short of|not quite|approaching|less than|fewer than|under|below|knapp|fast|beinahe|weniger als|unter|presque|moins de|casi|menos de|почти|менее|近`,
);
add(
  'most',
  `up to|as much as|as many as|at most|a maximum of|maximum of|no more than|not more than|bis zu|höchstens|maximal|jusqu'à|jusqu à|hasta|como máximo|до|最多`,
);

/** Words that may stand between such a phrase and the number, and say nothing of how it is meant. */
const fillers = new Set(
  'a an the its their record total target mark threshold of just only well a total of another further additional at approximately even now still ein eine einen einem el la los las un une le les'.split(
    ' ',
  ),
);
const longestPhrase = 4;
const mostFillers = 5;

/**
 * How the figure that begins at token `at` is meant, by the words before it. `endsAt`: where the words of the phrase begin.
 * Cost: constant.
 */
export function boundBefore(tokens: readonly Token[], at: number): FigureBound | null {
  for (let skipped = 0; skipped <= mostFillers; skipped += 1) {
    const last = at - 1 - skipped;
    const bound = phraseEndingAt(tokens, last);
    if (bound !== null) return bound;
    if (!fillers.has(tokens[last]?.lower ?? '')) return null;
  }
  return null;
}

function phraseEndingAt(tokens: readonly Token[], last: number): FigureBound | null {
  let phrase = '';
  let longest: FigureBound | null = null;
  for (let length = 1; length <= longestPhrase; length += 1) {
    const token = tokens[last - length + 1];
    if (token === undefined || (token.kind === 'sign' && token.text !== "'")) break;
    phrase = phrase === '' ? token.lower : `${token.lower} ${phrase}`;
    longest = phrases.get(phrase) ?? longest;
  }
  return longest;
}

const behind: readonly (readonly [words: readonly string[], bound: FigureBound])[] = [
  [['or', 'more'], 'least'],
  [['or', 'so'], 'about'],
  [['or', 'less'], 'most'],
  [['or', 'fewer'], 'most'],
  [['at', 'most'], 'most'],
  [['at', 'least'], 'least'],
  [['+'], 'least'],
  [['-', 'odd'], 'about'],
  [['-', 'plus'], 'least'],
  [['oder', 'mehr'], 'least'],
  [['ou', 'plus'], 'least'],
  [['o', 'más'], 'least'],
];

/** How the figure that ends before token `at` is meant, by the words behind it. */
export function boundBehind(tokens: readonly Token[], at: number): FigureBound | null {
  for (const [words, bound] of behind) {
    if (words.every((word, step) => tokens[at + step]?.lower === word)) return bound;
  }
  return null;
}
