import { boundBefore } from './bounds.ts';
import { nounBehind, stateAround } from './counted-noun.ts';
import type { Figure, FigureBound, StatedDate } from './facts.ts';
import { countedOnes, type FoundFigure, makeFigure } from './make-figure.ts';
import { isPartOfName, isPartOfWord, skippedNumber } from './no-figure.ts';
import { numberWordsOf } from './number-words.ts';
import { type Amount, readAmount } from './read-amount.ts';
import { readBetween, readRange } from './read-range.ts';
import { readMultiple, readShare } from './read-share.ts';
import { baseLanguage, type Token } from './tokens.ts';
import { currencyOfCode } from './units.ts';
import { withWhoseDollars } from './whose-dollars.ts';

/**
 * The figures of a text's blocks, in its order (rules B1 to B6). What lies within `dates` is none. Never throws. Cost: the
 * tokens.
 */
export function findFigures(
  blocks: readonly (readonly Token[])[],
  language: string | null,
  dates: readonly Pick<StatedDate, 'start' | 'end'>[],
): readonly Figure[] {
  const base = baseLanguage(language);
  const figures: Figure[] = [];
  const weighs = poundsWeigh(blocks);
  let date = 0;
  for (const tokens of blocks) {
    let at = 0;
    while (at < tokens.length) {
      const { start } = tokens[at] as Token;
      while ((dates[date]?.end ?? Number.POSITIVE_INFINITY) <= start) date += 1;
      const taken = dates[date];
      if (taken !== undefined && taken.start <= start) {
        at += 1;
        continue;
      }
      const skipped = skippedNumber(tokens, at);
      if (skipped > 0) {
        at += skipped;
        continue;
      }
      const plain = figureAt(tokens, at, base);
      const found =
        plain === null || isBare(plain.figure)
          ? (shortenedAt(tokens, at, base, figures.at(-1)) ?? plain)
          : plain;
      if (found === null || (taken !== undefined && found.figure.end > taken.start)) {
        at += 1;
        continue;
      }
      figures.push(weighs ? weighed(found.figure, tokens[found.next - 1]) : found.figure);
      at = found.next;
    }
  }
  return withWhoseDollars(figures, blocks, language);
}

/** In a text with dollars and without pounds of money, pounds are weights. */
function poundsWeigh(blocks: readonly (readonly Token[])[]): boolean {
  let hasDollars = false;
  for (const tokens of blocks) {
    for (const { text, lower } of tokens) {
      if (text === '£' || lower === 'sterling' || lower === 'pence') return false;
      if (text === '$') hasDollars = true;
    }
  }
  return hasDollars;
}

function weighed(figure: Figure, last: Token | undefined): Figure {
  if (figure.unit.code !== 'GBP' || !/^pounds?$/u.test(last?.lower ?? '')) return figure;
  const weight = (pounds: number) => Number((pounds * 0.45359237).toPrecision(12));
  return {
    ...figure,
    least: weight(figure.least),
    most: weight(figure.most),
    step: weight(figure.step),
    unit: { kind: 'measure', code: 'kg' },
  };
}

/** "killed 12 people in Texas and four in Oklahoma": a number that leaves out what the one before it counts. */
function shortenedAt(
  tokens: readonly Token[],
  at: number,
  language: string,
  before: Figure | undefined,
): FoundFigure | null {
  if (before === undefined || before.unit.kind !== 'count' || language !== 'en') return null;
  if ((tokens[at]?.start ?? 0) - before.end > farthestShortened || !isCoordinated(tokens, at))
    return null;
  const amount = readAmount(tokens, at, language);
  if (amount === null || amount.unit !== null || amount.isVague) return null;
  const place = tokens[amount.next + 1];
  if (tokens[amount.next]?.lower !== 'in' || !/^\p{Lu}/u.test(place?.text ?? '')) return null;
  const found = makeFigure(tokens, amount, null, boundBefore(tokens, at));
  const { noun, state } = before;
  return { ...found, figure: { ...found.figure, noun, state: found.figure.state ?? state } };
}

const farthestShortened = 60;

const isBare = ({ unit, noun, state }: Figure): boolean =>
  unit.kind === 'count' && noun === null && state === null;

function isCoordinated(tokens: readonly Token[], at: number): boolean {
  for (let step = 1; step < 4; step += 1) {
    const lower = tokens[at - step]?.lower ?? '';
    if (/^(?:and|,|;)$/u.test(lower)) return true;
    if (!/^(?:another|at|least|about|some|more|than|nearly)$/u.test(lower)) return false;
  }
  return false;
}

/** Whether a token may begin a figure: a cheap test, so that words cost next to nothing. */
function mayBegin(tokens: readonly Token[], at: number, language: string): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind !== 'word')
    return token.kind === 'number' || !/^[.,;:!?()"“”'’]$/u.test(token.text);
  if (language !== 'en') return true;
  if (starters.has(token.lower) || numberWordsOf(language).has(token.lower)) return true;
  if (token.lower.endsWith('fold') || currencyOfCode(token.text) !== null) return true;
  return (
    tokens[at + 1]?.kind === 'sign' && tokens[at + 1]?.glued === true && /^\p{Lu}/u.test(token.text)
  );
}

const starters = new Set(
  'a an between minus half several many tens dozens scores hundreds thousands millions billions trillions twice thrice doubled doubling tripled trebled tripling quadrupled quintupled halved halving'.split(
    ' ',
  ),
);

function figureAt(tokens: readonly Token[], at: number, language: string): FoundFigure | null {
  if (!mayBegin(tokens, at, language)) return null;
  const between = readBetween(tokens, at, language);
  if (between !== null) return makeFigure(tokens, between.low, between.high, null);
  const bound = boundBefore(tokens, at);
  const multiple = readMultiple(tokens, at, language);
  if (multiple !== null) return makeFigure(tokens, multiple, null, bound);
  const share = readShare(tokens, at, language, bound !== null);
  if (share !== null) return makeFigure(tokens, share, null, bound);
  const amount = readAmount(tokens, at, language);
  if (amount === null) return null;
  const range = readRange(tokens, amount, language);
  if (range !== null) return makeFigure(tokens, range.low, range.high, bound);
  if (isPartOfWord(tokens, amount) || isNoFigure(tokens, amount, bound, language)) return null;
  return makeFigure(tokens, amount, null, bound);
}

const articles =
  /^(?:the|these|those|other|same|first|last|next|past|previous|both|latter|remaining)$/u;

/** Numbers that count nothing new: "the two leaders", "one" for somebody, a bare number within a name. */
function isNoFigure(
  tokens: readonly Token[],
  amount: Amount,
  bound: FigureBound | null,
  language: string,
): boolean {
  const { at, next, form, unit, value } = amount;
  const noun = nounBehind(tokens, next);
  if (form === 'words' && isAdjective(tokens, next)) return true;
  if (amount.scale > 1)
    return (
      form === 'words' &&
      value === 100 &&
      tokens[at]?.lower === 'a' &&
      noun === null &&
      unit === null
    );
  if (unit !== null) {
    if (form === 'digits') return false;
    if (value === 1 && unit.kind === 'duration')
      return tokens[at + 1]?.text !== '-' && bound === null;
    return (
      language === 'en' &&
      articles.test(tokens[at - 1]?.lower ?? '') &&
      unit.kind === 'duration' &&
      value < 2
    );
  }
  if (form === 'digits') {
    if (isPartOfName(tokens, amount))
      return noun === null && stateAround(tokens, at, next) === null;
    return value === 0 && noun === null;
  }
  const before = tokens[at - 1]?.lower ?? '';
  if (language === 'en') {
    if (articles.test(before) && value <= 10) return true;
    if (value === 1)
      return (
        !countedOnes.test(tokens[next]?.lower ?? '') ||
        /^(?:no|this|that|each|every|another|any|which)$/u.test(before)
      );
    return (
      value <= 10 &&
      noun === null &&
      bound === null &&
      stateAround(tokens, at, next) === null &&
      !isBareCount(tokens, next)
    );
  }
  if (value === 1) return true;
  return value <= 10 && !/^\p{L}{3,}/u.test(tokens[next]?.text ?? '');
}

/** "two-way", "three-party": no number of ways or parties that anybody counts. */
function isAdjective(tokens: readonly Token[], next: number): boolean {
  const word = tokens[next + 1];
  return (
    /^[-‐‑]$/u.test(tokens[next]?.text ?? '') &&
    tokens[next]?.glued === true &&
    /^(?:way|sided|party|state|time|tier|step|pronged|faced|handed|nation|piece|part|dimensional|horse|man)$/u.test(
      word?.lower ?? '',
    )
  );
}

/** "Seven of the dead", "three died": a number word that stands for those counted. */
function isBareCount(tokens: readonly Token[], next: number): boolean {
  return /^(?:of|more|others|heads|members|new|remain|remained|escaped|survived|fled|surrendered|drowned|resigned)$/u.test(
    tokens[next]?.lower ?? '',
  );
}
