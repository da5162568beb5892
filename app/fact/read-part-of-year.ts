import { monthOf, smallNumber } from './date-words.ts';
import { type DaySpan, monthSpan, type Publication } from './days.ts';
import type { StatedDate } from './facts.ts';
import type { Token } from './tokens.ts';

/** A date that is told from the published one. */
export interface RelativeDate {
  /** `null`: the published date is not known, or not as closely as this needs. */
  readonly span: DaySpan | null;
  readonly precision: StatedDate['precision'];
  readonly next: number;
}

/** Words that lead from the published day, with the step that they mean. */
export const steps: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  this: 0,
  next: 1,
  coming: 1,
};

/** A quarter of a year, from 1. */
export function quarterSpan(year: number, quarter: number): DaySpan {
  return { first: monthSpan(year, 3 * quarter - 2).first, last: monthSpan(year, 3 * quarter).last };
}

/**
 * "the first 11 months of last year", "the first half of 2024", "the third quarter", "Q4 2021", "the three months to June".
 * `null`: there is none. Cost: constant.
 */
export function readPartOfYear(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
): RelativeDate | null {
  const [, short] = /^q([1-4])$/u.exec(tokens[at]?.lower ?? '') ?? [];
  if (short !== undefined) {
    const { year, next } = yearBehind(tokens, at + 1, published);
    return {
      span: year === null ? null : quarterSpan(year, Number(short)),
      precision: 'quarter',
      next,
    };
  }
  const begin = tokens[at]?.lower === 'the' ? at + 1 : at;
  const order = tokens[begin]?.lower ?? '';
  const toMonth = readMonthsTo(tokens, begin, published);
  if (toMonth !== null) return toMonth;
  const nth = orders[order];
  if (nth === undefined) return null;
  const word = tokens[begin + 1]?.lower ?? '';
  if (word === 'quarter' || word === 'half') {
    const { year, next, isStated } = yearBehind(tokens, begin + 2, published);
    if (!isStated && (begin === at || word === 'half')) return null;
    const span =
      year === null || nth > (word === 'half' ? 2 : 4)
        ? null
        : word === 'quarter'
          ? quarterSpan(year, nth)
          : { first: monthSpan(year, 6 * nth - 5).first, last: monthSpan(year, 6 * nth).last };
    return { span, precision: word === 'quarter' ? 'quarter' : 'span', next };
  }
  const count = smallNumber(tokens[begin + 1]);
  if (nth !== 1 || count === null || count > 12 || tokens[begin + 2]?.lower !== 'months')
    return null;
  const { year, next, isStated } = yearBehind(tokens, begin + 3, published);
  if (!isStated) return null;
  return {
    span:
      year === null ? null : { first: monthSpan(year, 1).first, last: monthSpan(year, count).last },
    precision: 'span',
    next,
  };
}

const orders: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
};

/** "three months to June [2024]". */
function readMonthsTo(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
): RelativeDate | null {
  const count = smallNumber(tokens[at]);
  if (
    count === null ||
    tokens[at + 1]?.lower !== 'months' ||
    !/^(?:to|through|ended|ending|until)$/u.test(tokens[at + 2]?.lower ?? '')
  )
    return null;
  const month = monthOf(tokens[at + 3], 'en');
  if (month === null) return null;
  const { year, next, isStated } = yearBehind(tokens, at + 4, published);
  const last =
    isStated || published === null || published.month === null
      ? year
      : month <= published.month
        ? published.year
        : published.year - 1;
  return {
    span:
      last === null
        ? null
        : { first: monthSpan(last, month - count + 1).first, last: monthSpan(last, month).last },
    precision: 'span',
    next,
  };
}

/** The year behind "the first half": "of 2024", "of last year", "this year", or the published one. */
function yearBehind(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
): { readonly year: number | null; readonly next: number; readonly isStated: boolean } {
  let place = at;
  if (/^(?:of|in|,)$/u.test(tokens[place]?.lower ?? '')) place += 1;
  const token = tokens[place];
  if (token?.kind === 'number' && /^(?:19|20)\d\d$/u.test(token.text))
    return { year: Number(token.text), next: place + 1, isStated: true };
  const step = steps[token?.lower ?? ''];
  if (step !== undefined && tokens[place + 1]?.lower === 'year')
    return {
      year: published === null ? null : published.year + step,
      next: place + 2,
      isStated: true,
    };
  if (token?.lower === 'the' && tokens[place + 1]?.lower === 'year')
    return { year: published?.year ?? null, next: place + 2, isStated: true };
  return { year: published?.year ?? null, next: at, isStated: false };
}
