import type { Amount } from './read-amount.ts';
import { readNumber, scaleAt } from './read-number.ts';
import type { Token } from './tokens.ts';
import type { UnitWord } from './units.ts';

const percent: UnitWord = { kind: 'percent', code: '%', factor: 1 };
const points: UnitWord = { kind: 'points', code: 'pp', factor: 1 };
const times: UnitWord = { kind: 'times', code: 'x', factor: 1 };

const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  tenth: 10,
  tenths: 10,
  hundredth: 100,
  hälfte: 2,
  drittel: 3,
  viertel: 4,
  fünftel: 5,
  sechstel: 6,
  zehntel: 10,
  moitié: 2,
  tiers: 3,
  quart: 4,
  cinquième: 5,
  dixième: 10,
  mitad: 2,
  tercio: 3,
  tercios: 3,
  cuarto: 4,
  quinto: 5,
  décimo: 10,
};
const counts: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ein: 1,
  eine: 1,
  einem: 1,
  einen: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  un: 1,
  une: 1,
  la: 1,
  die: 1,
  deux: 2,
  trois: 3,
  dos: 2,
  tres: 3,
};
/** What stands behind a part that is meant as a share; another word makes it an ordinal ("a third ship"). */
const behindPart =
  /^(?:of|de|des|du|d|von|der|davon|auf|in|more|less|fewer|higher|lower|smaller|larger|bigger|to|from|since|and|on|at|by|that|compared|over|höher|weniger|mehr|aller)$/u;

/**
 * A share of a whole at token `at`, as percent: "a third of", "two-thirds", "half of", "one in five", "two out of three".
 * `isHedged`: "nearly" or the like stands before it. `null`: there is none.
 */
export function readShare(
  tokens: readonly Token[],
  at: number,
  language: string,
  isHedged: boolean,
): Amount | null {
  return (
    halfAt(tokens, at, isHedged) ?? partAt(tokens, at, isHedged) ?? ratioAt(tokens, at, language)
  );
}

function shareOf(at: number, next: number, value: number, isRough = true): Amount {
  return {
    at,
    next,
    value: value * 100,
    step: isRough ? 1 : 0.5,
    scale: 1,
    unit: percent,
    form: 'words',
    isVague: false,
    isRough,
  };
}

function halfAt(tokens: readonly Token[], at: number, isHedged: boolean): Amount | null {
  if (tokens[at]?.lower !== 'half') return null;
  const before = tokens[at - 1]?.lower ?? '';
  if (
    /^(?:first|second|the|this|that|each|last|next|other|latter|a|and|one|better|final)$/u.test(
      before,
    )
  )
    return null;
  const next = tokens[at + 1];
  if (/^an?$/u.test(next?.lower ?? '')) return null;
  if (/^[-‐]$/u.test(next?.text ?? '') && next?.glued === true) return null;
  if (
    isHedged ||
    /^(?:of|the|its|their|his|her|our|all|those|these|is|are|were|was)$/u.test(next?.lower ?? '') ||
    next?.kind === 'sign'
  ) {
    return shareOf(at, at + 1, 0.5);
  }
  return null;
}

function partAt(tokens: readonly Token[], at: number, isHedged: boolean): Amount | null {
  const first = tokens[at];
  const slashed = slashedPart(tokens, at);
  if (slashed !== null) return slashed;
  const count = counts[first?.lower ?? ''];
  if (first === undefined || count === undefined) return null;
  const hyphen = /^[-‐‑]$/u.test(tokens[at + 1]?.text ?? '') && tokens[at + 1]?.glued === true;
  const place = hyphen ? at + 2 : at + 1;
  const part = tokens[place];
  const below = part === undefined ? undefined : parts[part.lower];
  if (part === undefined || below === undefined || count >= below) return null;
  // "a half" alone, "two quarters" of a year.
  if (below === 2 && !/^(?:die|la)$/u.test(first.lower)) return null;
  const behind = tokens[place + 1];
  // "three quarters of a million" is a number.
  if (
    behind?.lower === 'of' &&
    tokens[place + 2]?.lower === 'a' &&
    scaleAt(tokens, place + 3, 'en').scale > 1
  )
    return null;
  const isPlain =
    behind === undefined ||
    (behind.kind === 'sign' && !/^[-‐‑'$€£]/u.test(behind.text)) ||
    behindPart.test(behind.lower);
  const isPlural = part.lower.endsWith('s') && count > 1;
  if (below === 4) {
    const point = pointBehind(tokens, place + 1);
    if (point > 0)
      return {
        at,
        next: place + 1 + point,
        value: count / 4,
        step: 0.05,
        scale: 1,
        unit: points,
        form: 'words',
        isVague: false,
      };
    if (
      behind?.lower === 'century' ||
      (behind?.lower === 'of' &&
        /^(?:a|the|20\d\d)$/u.test(tokens[place + 2]?.lower ?? '') &&
        /^(?:century|year|19|20)/u.test(tokens[place + 3]?.lower ?? ''))
    )
      return null;
    if (behind?.lower !== 'of' && !isHedged && !hyphen && behind?.lower !== 'der') return null;
  }
  if (!isPlain && !isPlural && !isHedged) return null;
  if (/^(?:the|this|that)$/u.test(tokens[at - 1]?.lower ?? '') && first.lower === 'one')
    return null;
  return shareOf(at, place + 1, count / below);
}

/** "a quarter point", "a quarter of a percentage point". */
function pointBehind(tokens: readonly Token[], at: number): number {
  const words = tokens.slice(at, at + 4).map(({ lower }) => lower);
  if (words[0] === 'point') return 1;
  if (words[0] === 'percentage' && words[1] === 'point') return 2;
  return words.join(' ') === 'of a percentage point' ? 4 : 0;
}

/** "2/3 of". */
function slashedPart(tokens: readonly Token[], at: number): Amount | null {
  const [above, below] = [Number(tokens[at]?.text), Number(tokens[at + 2]?.text)];
  if (tokens[at + 1]?.text !== '/' || !(above > 0) || !(below > above) || below > 10) return null;
  return tokens[at + 3]?.lower === 'of' ? shareOf(at, at + 3, above / below) : null;
}

/** "one in five", "9 out of 10", "two of three" is none. */
function ratioAt(tokens: readonly Token[], at: number, language: string): Amount | null {
  if (language !== 'en') return null;
  const one = readNumber(tokens, at, language);
  if (
    one === null ||
    one.value < 1 ||
    one.value > 99 ||
    one.scale > 1 ||
    !Number.isInteger(one.value)
  )
    return null;
  const isOut = tokens[one.next]?.lower === 'out' && tokens[one.next + 1]?.lower === 'of';
  const isIn = tokens[one.next]?.lower === 'in';
  if (!isOut && !isIn) return null;
  const place = one.next + (isOut ? 2 : 1);
  const whole =
    tokens[place]?.lower === 'every'
      ? readNumber(tokens, place + 1, language)
      : readNumber(tokens, place, language);
  if (whole === null || whole.value <= one.value || whole.isVague || whole.value > 1_000_000)
    return null;
  // "in 24 hours", "in 2022", "12 in 2022": no ratio; one is said of small round numbers.
  const isRound =
    whole.value <= 10 ||
    (whole.value % 10 === 0 && whole.value <= 100) ||
    (one.value === 1 && whole.form === 'words') ||
    (one.value === 1 && whole.value % 100 === 0 && (whole.value < 1900 || whole.value > 2100));
  if (!isRound || one.form !== whole.form) return null;
  const behind = tokens[whole.next]?.lower ?? '';
  if (
    /^(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|cities|countries|states|places|per|%|percent)$/u.test(
      behind,
    ) &&
    one.value !== 1
  )
    return null;
  if (/^(?:days?|weeks?|months?|hours?|minutes?|seconds?|per|%|percent)$/u.test(behind))
    return null;
  return shareOf(at, whole.next, one.value / whole.value, false);
}

const folds = /^(two|three|four|five|six|seven|eight|nine|ten|hundred)fold$/u;
const multiples: Readonly<Record<string, number>> = {
  doubled: 2,
  doubling: 2,
  tripled: 3,
  trebled: 3,
  tripling: 3,
  quadrupled: 4,
  quintupled: 5,
  halved: 0.5,
  halving: 0.5,
  verdoppelt: 2,
  verdreifacht: 3,
  halbiert: 0.5,
  doublé: 2,
  triplé: 3,
  duplicó: 2,
  triplicó: 3,
};

/** "doubled", "fivefold", "twice the", "three times the", "10-fold". `null`: there is none. */
export function readMultiple(
  tokens: readonly Token[],
  at: number,
  language: string,
): Amount | null {
  const lower = tokens[at]?.lower ?? '';
  const made = (value: number, next: number, step = 0.1): Amount => ({
    at,
    next,
    value,
    step,
    scale: 1,
    unit: times,
    form: 'words',
    isVague: false,
  });
  const known = multiples[lower];
  if (known !== undefined) return made(known, at + 1);
  const [, fold] = folds.exec(lower) ?? [];
  if (fold !== undefined)
    return made(
      readNumber([{ ...(tokens[at] as Token), lower: fold }], 0, 'en')?.value ?? 100,
      at + 1,
    );
  if (/^(?:twice|thrice)$/u.test(lower) && isComparing(tokens, at + 1))
    return made(lower === 'twice' ? 2 : 3, at + 1);
  if (language !== 'en') return null;
  const number = readNumber(tokens, at, language);
  if (number === null || number.isVague) return null;
  const hyphen = /^[-‐‑]$/u.test(tokens[number.next]?.text ?? '') ? 1 : 0;
  const word = tokens[number.next + hyphen];
  const step = number.form === 'digits' ? number.step : 0.1;
  if (word?.lower === 'fold' && (word.glued || hyphen === 1))
    return made(number.value, number.next + hyphen + 1, step);
  if (
    word?.lower === 'times' &&
    hyphen === 0 &&
    (isComparing(tokens, number.next + 1) || tokens[at - 1]?.lower === 'by')
  )
    return made(number.value, number.next + 1, step);
  if (word?.lower === 'x' && word.glued && hyphen === 0)
    return made(number.value, number.next + 1, step);
  return null;
}

const comparing =
  /^(?:the|its|their|his|her|our|as|that|those|more|higher|larger|bigger|greater|what|than|usual|last|normal|faster|longer|of)$/u;

function isComparing(tokens: readonly Token[], at: number): boolean {
  return (
    comparing.test(tokens[at]?.lower ?? '') &&
    !(tokens[at]?.lower === 'the' && /^(?:president|minister)$/u.test(tokens[at + 1]?.lower ?? ''))
  );
}
