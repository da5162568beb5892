import type { TextOffset } from '../base/brand.ts';
import { boundBehind } from './bounds.ts';
import { nounBehind, nounOfNumber, stateAround } from './counted-noun.ts';
import type { Figure, FigureBound } from './facts.ts';
import { type Amount, isDash } from './read-amount.ts';
import type { Token } from './tokens.ts';

/** A figure, and the first token behind it. */
export interface FoundFigure {
  readonly figure: Figure;
  readonly next: number;
}
/** People and things that "one" counts; before other words it is a pronoun. */
export const countedOnes =
  /^(?:person|man|woman|child|boy|girl|soldier|officer|policeman|civilian|victim|death|survivor|missile|drone|rocket|ship|boat|plane|helicopter|vehicle|car|tank|house|building|seat|vote|bridge|body|passenger|suspect|bomb|shot|attack|explosion|blast|case|arrest|student|worker|protester|prisoner|hostage|fatality|injury)$/u;

/**
 * The figure that an amount makes, or a range from the first to the second: its value in the unit of its code, what it counts
 * and how it is meant. `before`: what the words before it say of that. Cost: constant.
 */
export function makeFigure(
  tokens: readonly Token[],
  low: Amount,
  high: Amount | null,
  before: FigureBound | null,
): FoundFigure {
  const last = high ?? low;
  const unit = low.unit ?? last.unit;
  const magnitude = unit === null && isMagnitude(tokens, low.at, last.next);
  const isCount = unit === null && !magnitude;
  let { next } = last;
  let [least, most] = [normalised(low), normalised(last)];
  let bound: FigureBound = boundBehind(tokens, next) ?? before ?? 'exact';
  if (
    bound === 'over' &&
    unit?.kind === 'duration' &&
    !/^(?:for|in|well|just|after|lasted|of|than|little)$/u.test(wordBeforeOver(tokens, low.at))
  )
    bound = 'exact';
  let step = Math.max(low.step, last.step) * (unit?.factor ?? 1);
  if (low.isVague) {
    bound = 'vague';
    most = least * 50 - 1;
  } else if (low.isRough === true && bound === 'exact') bound = 'about';
  if (least > most) [least, most] = [most, least];
  const age = ageBehind(tokens, next);
  const isAge =
    age > 0 || (isCount && (isAgeAt(tokens, low.at, next) || isAged(tokens, low.at, high)));
  if (isAge && isCount) {
    least *= 12;
    most *= 12;
    step = 12;
  }
  if (age > 0) next += age;
  const start = tokens[low.at]?.start ?? 0;
  const end = tokens[last.next + age - 1]?.end ?? start;
  return {
    figure: {
      start: start as TextOffset,
      end: end as TextOffset,
      least,
      most,
      bound,
      step,
      unit: isAge
        ? { kind: 'duration', code: 'month' }
        : magnitude
          ? { kind: 'measure', code: 'magnitude' }
          : unit === null
            ? { kind: 'count', code: '' }
            : { kind: unit.kind, code: unit.code === 'degF' ? 'degC' : unit.code },
      noun: isCount && !isAge ? nounOf(tokens, low, next) : null,
      state: isCount && !isAge ? stateAround(tokens, low.at, next) : null,
    },
    next,
  };
}

function nounOf(
  tokens: readonly Token[],
  { at, value, form, isVague }: Amount,
  next: number,
): string | null {
  const word = tokens[next]?.lower ?? '';
  if (value === 1 && form === 'words' && countedOnes.test(word)) return word;
  // "27 of the 30 miners"
  if (
    word === 'of' &&
    !isVague &&
    /^(?:the|its|their|his|her)$/u.test(tokens[next + 1]?.lower ?? '')
  ) {
    return nounBehind(tokens, next + (tokens[next + 2]?.kind === 'number' ? 3 : 2));
  }
  const skipped = boundBehind(tokens, next) !== null ? 2 : isVague && word === 'of' ? 1 : 0;
  return nounBehind(tokens, next + skipped) ?? nounOfNumber(tokens, at);
}

function wordBeforeOver(tokens: readonly Token[], at: number): string {
  for (let step = 1; step < 4; step += 1) {
    if (tokens[at - step]?.lower === 'over') return tokens[at - step - 1]?.lower ?? '';
  }
  return 'than';
}

function normalised({ value, unit }: Amount): number {
  if (unit === null) return value;
  if (unit.code === 'degF') return Number((((value - 32) * 5) / 9).toPrecision(12));
  const result = value * unit.factor;
  // Factors are decimal: what they add beyond the twelfth digit is noise of the arithmetic.
  return Number(result.toPrecision(12));
}

/** "45-year-old", "45 years old": how many tokens belong to it behind the unit. */
function ageBehind(tokens: readonly Token[], next: number): number {
  if (!/^(?:year|years|month|months)$/u.test(tokens[next - 1]?.lower ?? '')) return 0;
  if (tokens[next]?.text === '-' && tokens[next + 1]?.lower === 'old') return 2;
  return tokens[next]?.lower === 'old' ? 1 : 0;
}

/** "aged 19 to 54", "aged between 38 and 71". */
function isAged(tokens: readonly Token[], at: number, high: Amount | null): boolean {
  return high !== null && /^aged (?:between )?$/u.test(wordsBefore(tokens, at));
}

function wordsBefore(tokens: readonly Token[], at: number): string {
  const before = tokens[at - 1]?.lower ?? '';
  return before === 'between' ? `${tokens[at - 2]?.lower} between ` : `${before} `;
}

/** Strength of an earthquake: "a magnitude 6.4 quake", "a 7.8-magnitude quake". */
function isMagnitude(tokens: readonly Token[], at: number, next: number): boolean {
  const isDashed = isDash(tokens[at - 1]);
  if (tokens[at - (isDashed ? 2 : 1)]?.lower === 'magnitude') return true;
  return tokens[next + (isDash(tokens[next]) ? 1 : 0)]?.lower === 'magnitude';
}

/** "Elena Marsh, 47, told", "the envoy, 62, said", "aged 45", "at the age of 71". */
function isAgeAt(tokens: readonly Token[], at: number, next: number): boolean {
  if (next !== at + 1) return false;
  const value = Number(tokens[at]?.text);
  if (!(value > 0 && value < 115)) return false;
  const before = tokens[at - 1];
  if (/^(?:aged|âgé|edad)$/u.test(before?.lower ?? '')) return true;
  if (before?.lower === 'of' && tokens[at - 2]?.lower === 'age') return true;
  if (before?.text !== ',' || tokens[at - 2]?.kind !== 'word') return false;
  const behind = tokens[next];
  if (behind?.text === ',') return value > 4;
  return (
    (behind === undefined || /^[.“”"]$/u.test(behind.text)) &&
    /^\p{Lu}/u.test(tokens[at - 2]?.text ?? '')
  );
}
