import { germanCompound, type NumberWord, numberLinks, numberWordsOf } from './number-words.ts';
import { type ReadNumber, readDigits } from './read-digits.ts';
import type { Token } from './tokens.ts';
import { unitOf } from './units.ts';

/** A number at a place of a text. */
export interface NumberAt extends ReadNumber {
  /** The first token behind it. */
  readonly next: number;
  /** What its scale words multiply by: a million of "2.5 million"; 1 without any. */
  readonly scale: number;
  readonly form: 'digits' | 'words';
  /** Dozens, hundreds of thousands: the number is the least that it may mean. */
  readonly isVague: boolean;
}

const fractionSigns: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

/** The number in digits or words that begins at token `at`, with its scale words; `null`: there is none. Cost: its tokens. */
export function readNumber(
  tokens: readonly Token[],
  at: number,
  language: string,
): NumberAt | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number') return readDigitsAt(tokens, at, language);
  const sign = fractionSigns[token.text];
  if (sign !== undefined)
    return { value: sign, step: 0.05, next: at + 1, scale: 1, form: 'digits', isVague: false };
  if (token.kind !== 'word') return null;
  if (language === 'en') return readVague(tokens, at) ?? readEnglish(tokens, at);
  return readWords(tokens, at, language);
}

function readDigitsAt(tokens: readonly Token[], at: number, language: string): NumberAt | null {
  const read = readDigits(tokens[at]?.text ?? '', language);
  if (read === null) return null;
  let { value, step } = read;
  let next = at + 1;
  const fraction = tokens[next];
  if (fraction !== undefined && fractionSigns[fraction.text] !== undefined) {
    value += fractionSigns[fraction.text] ?? 0;
    step = 0.05;
    next += 1;
  } else if (
    tokens[next]?.lower === 'and' &&
    tokens[next + 1]?.lower === 'a' &&
    tokens[next + 2]?.lower === 'half'
  ) {
    value += 0.5;
    step = 0.1;
    next += 3;
  } else {
    const mixed = mixedFraction(tokens, next);
    if (mixed !== null && Number.isInteger(value)) {
      value += mixed;
      step = 0.05;
      next += 3;
    }
  }
  const scaled = scaleAt(tokens, next, language);
  if (scaled.scale > 1) step = isPlainInteger(tokens[at]?.text ?? '') ? 1 : step;
  return {
    value: value * scaled.scale,
    step: step * scaled.scale,
    next: scaled.next,
    scale: scaled.scale,
    form: 'digits',
    isVague: false,
  };
}

const isPlainInteger = (text: string) => /^\d+$/u.test(text);

/** "2 1/2". */
function mixedFraction(tokens: readonly Token[], at: number): number | null {
  const [one, slash, other] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (slash?.text !== '/' || !slash.glued || other?.glued !== true || one?.glued === true)
    return null;
  const [above, below] = [Number(one?.text), Number(other.text)];
  return above > 0 && above < below && below <= 16 ? above / below : null;
}

/** The scale words from token `at` on: "billion", "mil millones", glued `bn` and `k`; a hyphen may stand before them. */
export function scaleAt(
  tokens: readonly Token[],
  at: number,
  language: string,
): { readonly scale: number; readonly next: number } {
  const words = numberWordsOf(language);
  let scale = 1;
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (token === undefined || token.kind !== 'word') {
      const joined =
        token !== undefined && /^[-‐‑]$/u.test(token.text) && token.glued
          ? words.get(tokens[next + 1]?.lower ?? '')
          : undefined;
      if (joined?.multiplies === true && tokens[next + 1]?.glued === true) {
        scale *= joined.value;
        next += 2;
        continue;
      }
      break;
    }
    const glued = token.glued ? gluedScales[token.text] : undefined;
    const word = words.get(token.lower) ?? allScales(token.lower);
    if (glued !== undefined) scale *= glued;
    else if (word?.multiplies === true) scale *= word.value;
    else if (language === 'en' && token.lower === 'grand') scale *= 1000;
    else break;
    next += 1;
    // "Mio.", "Mrd."
    if (
      /^(?:mio|mrd|mill|bio|tys)$/u.test(token.lower) &&
      tokens[next]?.text === '.' &&
      tokens[next]?.glued === true
    )
      next += 1;
    if (scale > 1e15) break;
  }
  return { scale, next };
}

const gluedScales: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, bn: 1e9, tn: 1e12 };

/** Words for scales of languages that have no table, met in any language: names of Han and Cyrillic scripts mean one thing. */
function allScales(word: string): NumberWord | undefined {
  return /^\p{ASCII}/u.test(word) ? undefined : numberWordsOf('other').get(word);
}

const vagueScales: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  trillions: 1e12,
};

/** Dozens, tens of thousands, several hundred, a few dozen. */
function readVague(tokens: readonly Token[], at: number): NumberAt | null {
  const lower = tokens[at]?.lower ?? '';
  let scale = lower === 'tens' ? 10 : vagueScales[lower];
  let next = at + 1;
  if (lower === 'tens' && tokens[next]?.lower !== 'of') return null;
  if (scale === undefined) {
    const begin =
      lower === 'several' || lower === 'many'
        ? at + 1
        : lower === 'a' && tokens[at + 1]?.lower === 'few'
          ? at + 2
          : null;
    if (begin === null) return null;
    const { scale: found, next: behind } = scaleAt(tokens, begin, 'en');
    if (found === 1) {
      const plural = vagueScales[tokens[begin]?.lower ?? ''];
      if (plural === undefined) return null;
      scale = plural;
      next = begin + 1;
    } else {
      scale = found;
      next = behind;
    }
  }
  while (tokens[next]?.lower === 'of') {
    const more = vagueScales[tokens[next + 1]?.lower ?? ''];
    if (more === undefined || scale * more > 1e15) break;
    scale *= more;
    next += 2;
  }
  // "tens of people" is no number that anybody means.
  if (scale === 10) return null;
  return { value: 2 * scale, step: scale, next, scale, form: 'words', isVague: true };
}

function readEnglish(tokens: readonly Token[], at: number): NumberAt | null {
  const lower = tokens[at]?.lower ?? '';
  if (lower === 'half' || lower === 'three' || lower === 'a' || lower === 'one') {
    const part = partOfScale(tokens, at);
    if (part !== null) return part;
  }
  if (lower === 'half' && /^an?$/u.test(tokens[at + 1]?.lower ?? '')) {
    // "half an hour", "half a mile"
    const unit = unitOf(tokens[at + 2]?.lower ?? '');
    return unit === undefined
      ? null
      : { value: 0.5, step: 0.1, next: at + 2, scale: 1, form: 'words', isVague: false };
  }
  if (lower === 'a' || lower === 'an') {
    const { scale, next } = scaleAt(tokens, at + 1, 'en');
    if (scale === 1) return null;
    return { value: scale, step: scale, next, scale, form: 'words', isVague: false };
  }
  return readWords(tokens, at, 'en');
}

/** "half a million", "half a dozen", "a quarter of a million", "three quarters of a million". */
function partOfScale(tokens: readonly Token[], at: number): NumberAt | null {
  const lowers = tokens.slice(at, at + 5).map(({ lower }) => lower);
  const forms: readonly (readonly [words: readonly string[], part: number])[] = [
    [['half', 'a'], 0.5],
    [['a', 'half'], 0.5],
    [['a', 'quarter', 'of', 'a'], 0.25],
    [['three', 'quarters', 'of', 'a'], 0.75],
  ];
  for (const [words, part] of forms) {
    if (!words.every((word, step) => lowers[step] === word)) continue;
    const { scale, next } = scaleAt(tokens, at + words.length, 'en');
    if (scale > 1)
      return { value: part * scale, step: scale / 20, next, scale, form: 'words', isVague: false };
  }
  return null;
}

/** Number words of a language: units and tens are added, hundreds and more multiply. */
function readWords(tokens: readonly Token[], at: number, language: string): NumberAt | null {
  const words = numberWordsOf(language);
  const link = numberLinks[language];
  let total = 0;
  let current: number | null = null;
  let largest = 1;
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (token === undefined) break;
    const joins = next > at && (token.lower === link || /^[-‐‑]$/u.test(token.text));
    const place = joins ? next + 1 : next;
    const reading = tokens[place];
    if (reading === undefined || reading.kind !== 'word') break;
    const compound: number | null = language === 'de' ? germanCompound(reading.lower) : null;
    const word: NumberWord | undefined =
      words.get(reading.lower) ??
      (compound === null ? undefined : { value: compound, multiplies: false });
    if (word === undefined || (joins && token.kind === 'sign' && (!token.glued || !reading.glued)))
      break;
    if (word.multiplies) {
      if (joins && token.lower === link) break;
      // "mil millones"; a scale alone is a number in languages that set no article before it ("mil personas").
      if (current === null && total === 0 && (language === 'en' || word.value > 1000)) break;
      if (word.value === 100) current = (current ?? 1) * 100;
      else if (current === null && total > 0) total *= word.value;
      else {
        total += (current ?? 1) * word.value;
        current = null;
      }
      largest = Math.max(largest, word.value);
    } else {
      if (joins && token.lower === link && !canLink(language, current, total, word.value)) break;
      if (current !== null && !canAdd(current, word.value, language)) break;
      // "one million two hundred", but not "two million three".
      current =
        language === 'fr' && word.value === 20 && current !== null && current % 100 === 4
          ? current + 76
          : (current ?? 0) + word.value;
    }
    next = place + 1;
  }
  if (next === at) return null;
  let value = total + (current ?? 0);
  let step = current === null && largest > 1 ? largest : 1;
  if (
    language === 'en' &&
    tokens[next]?.lower === 'and' &&
    tokens[next + 1]?.lower === 'a' &&
    tokens[next + 2]?.lower === 'half'
  ) {
    const { scale, next: behind } = scaleAt(tokens, next + 3, language);
    value = (value + 0.5) * scale;
    step = scale / 10;
    next = behind;
    largest = scale;
  }
  if (
    language === 'en' &&
    tokens[next]?.lower === 'grand' &&
    !/^\p{L}{4,}/u.test(tokens[next + 1]?.text ?? '')
  ) {
    return {
      value: value * 1000,
      step: 1000,
      next: next + 1,
      scale: 1000,
      form: 'words',
      isVague: false,
    };
  }
  return { value, step, next, scale: largest, form: 'words', isVague: false };
}

function canAdd(current: number, value: number, language: string): boolean {
  const rest = current % 100;
  if (language === 'fr' && value === 20 && rest === 4) return true;
  if (rest === 0) return current > 0 && value < 100;
  if (language === 'fr' && (rest === 60 || rest === 80) && value < 20) return true;
  return rest >= 20 && rest % 10 === 0 && value < 10;
}

function canLink(language: string, current: number | null, total: number, value: number): boolean {
  if (language === 'en')
    return current !== null ? current % 100 === 0 && value < 100 : total > 0 && value < 100;
  return current !== null && current % 10 === 0 && value < 20;
}
