/** A text as it is compared in searching, with the way back to the text itself. */
export interface FoldedText {
  readonly folded: string;
  /** Where the code point that made the folded code unit at `index` starts in the text; its length at the end. */
  sourceOf(index: number): number;
  /** Whether the folded code unit at `index` is the first that its code point made. True at the end. */
  isBoundary(index: number): boolean;
}

/** Combining marks that letters of Latin and Greek are told apart by: U+0300 to U+036F. */
const accent = /[\u0300-\u036f]/u;
const accents = /[\u0300-\u036f]+/gu;
const latinOrGreek = /[\p{Script=Latin}\p{Script=Greek}]/u;

/** Signs that a keyboard does not tell apart: quotation marks, apostrophes, hyphens, spaces. */
const signs: ReadonlyMap<string, string> = new Map([
  ...pairs('‘’‚‛′ʼ', "'"),
  ...pairs('“”„‟″', '"'),
  ...pairs('\u2010\u2011', '-'),
]);
const space = /[\p{Zs}\t]/u;

/** What each code point becomes, once it was asked for: a text has few different ones. */
const known = new Map<string, string>();

/**
 * Folds a text as searching compares it (rule S): upper and lower case alike (ß is ss, final sigma is sigma), accents of
 * Latin and Greek letters left out whether they are part of the letter or a mark after it, typographic quotation marks,
 * apostrophes, hyphens and spaces as the keyboard writes them. Marks of other scripts make other letters (й, が) and stay.
 * `exact`: only signs and spaces are folded. Cost: one pass over the text.
 */
export function foldText(text: string, exact = false): FoldedText {
  const parts: string[] = [];
  // Kept only once a code point becomes longer or shorter: most texts need none.
  let sources: number[] | null = null;
  let length = 0;
  let dropsAccents = true;
  for (let at = 0; at < text.length; ) {
    const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
    let folded = exact ? foldSign(point) : foldPoint(point);
    if (!exact && folded.length === 1 && accent.test(folded)) {
      if (dropsAccents) folded = '';
    } else if (!exact) dropsAccents = !keepsAccents(folded);
    if (sources === null && folded.length !== point.length) sources = identity(length);
    for (let unit = 0; sources !== null && unit < folded.length; unit += 1) sources.push(at);
    parts.push(folded);
    length += folded.length;
    at += point.length;
  }
  const folded = parts.join('');
  if (sources === null) return foldedInPlace(text, folded);
  const map = Int32Array.from([...sources, text.length]);
  return {
    folded,
    sourceOf: (index) => map[index] ?? text.length,
    isBoundary: (index) => index === 0 || map[index] !== map[index - 1],
  };
}

/** Of a text whose code points kept their lengths: only a surrogate pair has an inside. */
function foldedInPlace(text: string, folded: string): FoldedText {
  const isBoundary = (index: number): boolean => {
    const unit = text.charCodeAt(index);
    return !(unit >= 0xdc00 && unit <= 0xdfff && index > 0 && isHigh(text.charCodeAt(index - 1)));
  };
  return { folded, sourceOf: (index) => (isBoundary(index) ? index : index - 1), isBoundary };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function identity(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function foldPoint(point: string): string {
  const before = known.get(point);
  if (before !== undefined) return before;
  const folded = point === 'ß' || point === 'ẞ' ? 'ss' : foldLetter(point);
  known.set(point, folded);
  return folded;
}

function foldLetter(point: string): string {
  if (accent.test(point)) return point;
  // Twice: the small form of İ is an i with a mark.
  const small = point.normalize('NFD').toLowerCase().normalize('NFD').replaceAll('ς', 'σ');
  return foldSign(latinOrGreek.test(small) ? small.replace(accents, '') : small);
}

function foldSign(point: string): string {
  return signs.get(point) ?? (space.test(point) ? ' ' : point);
}

const lastLetter = /\p{L}(?=\P{L}*$)/u;

function keepsAccents(folded: string): boolean {
  const letter = lastLetter.exec(folded)?.[0];
  return letter !== undefined && !latinOrGreek.test(letter);
}

function pairs(from: string, to: string): readonly (readonly [string, string])[] {
  return [...from].map((sign) => [sign, to] as const);
}
