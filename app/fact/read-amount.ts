import { isPlural } from './counted-noun.ts';
import { readNumber } from './read-number.ts';
import { readUnit } from './read-unit.ts';
import type { Token } from './tokens.ts';
import { currencyOfCode, currencyOfSign, type UnitWord, unitOf } from './units.ts';

/** A number with its unit, as it is written: the factor of the unit is not in its value yet. */
export interface Amount {
  /** First token, and the first behind it. */
  readonly at: number;
  readonly next: number;
  readonly value: number;
  readonly step: number;
  readonly scale: number;
  readonly unit: UnitWord | null;
  readonly form: 'digits' | 'words';
  readonly isVague: boolean;
  /** A part in words ("a third"), which is seldom meant to the letter. */
  readonly isRough?: boolean;
}

const dash = /^[-−–‐‑]$/u;

/** The amount that begins at token `at`; `null`: there is none. Cost: its tokens. */
export function readAmount(tokens: readonly Token[], at: number, language: string): Amount | null {
  const currency = currencyAt(tokens, at);
  let begin = currency?.next ?? at;
  const isNegative = isMinus(tokens, begin);
  if (isNegative) begin += 1;
  const number = readNumber(tokens, begin, language);
  if (number === null) return null;
  if (currency !== null && number.form === 'words') return null;
  const sign = isNegative ? -1 : 1;
  const { step, isVague, form } = number;
  const base = { at, form, isVague };
  const short = shortScale(tokens, number.next, currency !== null);
  const next = short === null ? number.next : number.next + 1;
  const scale = number.scale * (short ?? 1);
  const value = sign * number.value * (short ?? 1);
  if (currency !== null) {
    return {
      ...base,
      next: behindCurrency(tokens, next),
      value,
      step: step * (short ?? 1),
      scale,
      unit: currency.unit,
    };
  }
  const found = short === null ? unitBehind(tokens, next, scale, language) : null;
  const amount = { ...base, value, step: step * (short ?? 1), scale };
  if (found === null) return { ...amount, next, unit: null };
  return withInches(tokens, { ...amount, next: found.next, unit: found.unit });
}

function currencyAt(
  tokens: readonly Token[],
  at: number,
): { readonly unit: UnitWord; readonly next: number } | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'number') return null;
  const made = (code: string, next: number) => ({
    unit: { kind: 'currency', code, factor: 1 } as const,
    next,
  });
  if (token.kind === 'sign') {
    const code = currencyOfSign('', token.text);
    return code === null || !isNumber(tokens[at + 1]) ? null : made(code, at + 1);
  }
  const after = tokens[at + 1];
  if (after?.kind === 'sign' && after.glued && isNumber(tokens[at + 2])) {
    const code = currencyOfSign(token.lower, after.text);
    if (code !== null) return made(code, at + 2);
  }
  const code = currencyOfCode(token.text);
  if (code === null) return null;
  const next = after?.text === '.' ? at + 2 : at + 1;
  return isNumber(tokens[next]) ? made(code, next) : null;
}

const isNumber = (token: Token | undefined): boolean => token?.kind === 'number';

/** "US$5 million dollars", "$5 USD": the currency a second time. */
function behindCurrency(tokens: readonly Token[], next: number): number {
  const unit = unitOf(tokens[next]?.lower ?? '');
  return unit?.kind === 'currency' &&
    unit.factor === 1 &&
    tokens[next]?.kind === 'word' &&
    !/^(?:real|try|rand)$/u.test(tokens[next]?.lower ?? '')
    ? next + 1
    : next;
}

function isMinus(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token?.lower === 'minus' && tokens[at - 1]?.lower === 'or') return false;
  if (token?.lower === 'minus') return after?.kind === 'number' || readNumberWord(after);
  if (
    token === undefined ||
    !/^[-−–]$/u.test(token.text) ||
    after?.kind !== 'number' ||
    !after.glued
  )
    return false;
  return !token.glued;
}

const readNumberWord = (token: Token | undefined): boolean =>
  token !== undefined && readNumber([token], 0, 'en') !== null;

/** `m`, `b`, `t` right behind an amount of money are millions, billions, trillions; `m` before people as well. */
function shortScale(tokens: readonly Token[], at: number, isMoney: boolean): number | null {
  const token = tokens[at];
  if (token === undefined || !token.glued || token.kind !== 'word') return null;
  if (isMoney) return { m: 1e6, M: 1e6, b: 1e9, B: 1e9, t: 1e12, T: 1e12 }[token.text] ?? null;
  const behind = tokens[at + 1];
  return token.text === 'm' && behind?.kind === 'word' && isPlural(behind.lower) ? 1e6 : null;
}

function unitBehind(
  tokens: readonly Token[],
  at: number,
  scale: number,
  language: string,
): { readonly unit: UnitWord; readonly next: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  // "5.4 per cent", "30 U.S. dollars", "a quarter point".
  const found = readUnit(tokens, at);
  if (found === null) return null;
  const { unit } = found;
  if (
    unit.code === 'GBP' &&
    /^pounds?$/u.test(token.lower) &&
    scale < 1e6 &&
    isWeight(tokens, at)
  ) {
    return { unit: { kind: 'measure', code: 'kg', factor: 0.45359237 }, next: found.next };
  }
  // "10 won the prize", "20 may follow": verbs.
  if (
    language === 'en' &&
    /^(?:real|rand|lira|stone|st|celsius|min|sec)$/u.test(token.lower) &&
    !token.glued &&
    unit.kind !== 'currency'
  )
    return /^(?:stone|min|sec|celsius)$/u.test(token.lower) ? found : null;
  return found;
}

const weights =
  /^(?:weigh|weighs|weighed|weighing|weight|bomb|bombs|of|heavy|lighter|heavier|cocaine|meat|fish)$/u;

/** Pounds are money unless the words around them are about weight. */
function isWeight(tokens: readonly Token[], at: number): boolean {
  for (let step = 1; step < 6; step += 1) {
    if (weights.test(tokens[at - step]?.lower ?? '')) return true;
  }
  return weights.test(tokens[at + 1]?.lower ?? '');
}

/** "6ft 2in": one length. */
function withInches(tokens: readonly Token[], amount: Amount): Amount {
  if (amount.unit?.code !== 'm' || amount.unit.factor !== 0.3048) return amount;
  const inches = tokens[amount.next];
  const unit = tokens[amount.next + 1];
  if (
    inches?.kind !== 'number' ||
    !/^(?:in|ins|inch|inches)$/u.test(unit?.lower ?? '') ||
    Number(inches.text) >= 12
  )
    return amount;
  return {
    ...amount,
    value: amount.value + Number(inches.text) / 12,
    step: 1 / 12,
    next: amount.next + 2,
  };
}

/** Whether a token is a dash that may stand between the ends of a range. */
export function isDash(token: Token | undefined): boolean {
  return token !== undefined && dash.test(token.text);
}
