import { foldSigns, isDash } from './fold-signs.ts';

/**
 * A text as its words and signs, without the white space between them. Token i is [starts[i], ends[i]) of the text;
 * `keys[i]` is a number that tokens of the same word share, typography and case apart.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly keys: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Words by their folded form, numbered as they come. Texts that are to be compared share one. */
export class TokenKeys {
  readonly #numbers = new Map<string, number>();
  #count = 0;

  /** How many keys there are: they are 0 to one less. */
  get count(): number {
    return this.#count;
  }

  keyOf(word: string): number {
    // The same spelling comes again and again, and folding costs more than looking up.
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const folded = foldWord(word);
    const number = this.#numbers.get(folded) ?? this.#count++;
    this.#numbers.set(folded, number);
    this.#numbers.set(word, number);
    return number;
  }
}

const space = 1;
const letter = 2;
/** A sign that is a token of its own. */
const sign = 3;
/** What belongs to the sign before it: a combining mark, a joiner, a variation selector. */
const mark = 4;
const dash = 5;
const dot = 6;
const high = 7;

/** The class of each code unit, found when it is first met. */
const classes = new Uint8Array(65_536);

/**
 * Takes a text apart. Words are runs of letters and digits; each sign of a script without spaces is one by itself, so is
 * each other sign with what is joined to it; dashes in a row are one, and so are dots. Cost: the text, about 0.1 s for
 * 800,000 code units.
 */
export function tokenize(text: string, words: TokenKeys): Tokens {
  const most = text.length + 1;
  const keys = new Int32Array(most);
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === space) {
      at += 1;
      continue;
    }
    const end = tokenEnd(text, at, kind);
    keys[count] = words.keyOf(text.slice(at, end));
    starts[count] = at;
    ends[count] = end;
    count += 1;
    at = end;
  }
  return {
    text,
    count,
    keys: keys.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  };
}

function tokenEnd(text: string, start: number, kind: number): number {
  if (kind === dash || kind === dot) return runEnd(text, start, kind);
  if (kind !== letter && !(kind === high && isWideLetter(text, start))) return signEnd(text, start);
  let at = start;
  while (at < text.length) {
    const next = classOf(text.charCodeAt(at));
    if (next === letter || next === mark) at += 1;
    else if (next === high && isWideLetter(text, at)) at += 2;
    else break;
  }
  return at;
}

function runEnd(text: string, start: number, kind: number): number {
  let at = start;
  while (at < text.length && classOf(text.charCodeAt(at)) === kind) at += 1;
  return at;
}

const regionalIndicator = /^\p{Regional_Indicator}{2}/u;
const skinTone = /^\p{Emoji_Modifier}/u;

/** A sign with the marks on it; emoji that a joiner ties together, and the two signs of a flag, are one. */
function signEnd(text: string, start: number): number {
  const isPair = classOf(text.charCodeAt(start)) === high;
  if (isPair && regionalIndicator.test(text.slice(start, start + 4))) return start + 4;
  let at = start + (isPair ? 2 : 1);
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const joins = unit === 0x200d;
    if (classOf(unit) === mark) at += 1;
    else if (skinTone.test(text.slice(at, at + 2))) at += 2;
    else break;
    const next = text.codePointAt(at) ?? 0;
    if (joins && next > 0x2000) at += next > 0xffff ? 2 : 1;
  }
  return Math.min(at, text.length);
}

function classOf(unit: number): number {
  const known = classes[unit] ?? 0;
  if (known !== 0) return known;
  const found = findClass(String.fromCharCode(unit), unit);
  classes[unit] = found;
  return found;
}

const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function findClass(unit: string, code: number): number {
  if (code >= 0xd800 && code <= 0xdbff) return high;
  if (/[\p{M}\p{Cf}]/u.test(unit)) return mark;
  if (/\s/u.test(unit)) return space;
  if (isDash(unit)) return dash;
  if (unit === '.' || unit === '…') return dot;
  if (withoutSpaces.test(unit)) return sign;
  return /[\p{L}\p{N}]/u.test(unit) ? letter : sign;
}

function isWideLetter(text: string, at: number): boolean {
  const pair = text.slice(at, at + 2);
  return /^[\p{L}\p{N}]/u.test(pair) && !withoutSpaces.test(pair);
}

const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

function foldWord(word: string): string {
  if (/^[\x00-\x7f]*$/.test(word)) {
    return /^-+$/.test(word) ? '-' : /^\.\.+$/.test(word) ? '…' : foldSigns(word);
  }
  if (isDash(word.charAt(0))) return '-';
  if (word.includes('…')) return '…';
  return foldSigns(word.normalize('NFKC').replaceAll(unseen, '')).toLowerCase();
}
