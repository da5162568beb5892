/** A text as the search compares it (rule S2), and the way back to the text that it was made of. */
export interface FoldedText {
  readonly text: string;
  /** Where in the original each code unit came from, and one entry for the end; `null`: from the same offset. */
  readonly starts: Uint32Array | null;
}

// Letters that people type without their stroke or apart, and that Unicode does not decompose.
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};

// Points of Arabic and Hebrew, which are seldom written, selectors of variants and the like.
const points =
  /(?![\u0300-\u036f\u3099\u309a])[\p{Script=Inherited}\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;
// What is not seen, such as soft hyphens, and the line that lengthens Arabic words.
const unseen = /[\p{Cf}\u0640]/gu;
const zeroWidthSpace = '\u200b';
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const otherLetter = /(?![\p{Script=Latin}\p{Script=Greek}])\p{L}/u;

const folded = new Map<number, string>();

/**
 * One character as it is compared, after the folded one before it: lower-case, without accents, compatibility forms as
 * what they stand for; empty when nothing of it counts. Folding what is folded changes nothing.
 */
function foldCharacter(codePoint: number, before: string): string {
  if (isAccent(codePoint)) {
    const accent = String.fromCodePoint(codePoint).normalize('NFKD');
    return dropsAccent(before, accent) ? '' : accent;
  }
  let result = folded.get(codePoint);
  if (result === undefined) {
    result = workOut(String.fromCodePoint(codePoint));
    folded.set(codePoint, result);
  }
  return result;
}

function isAccent(codePoint: number): boolean {
  if (codePoint < 0x3099) return codePoint >= 0x300 && codePoint <= 0x36f;
  return codePoint <= 0x309a || codePoint === 0xff9e || codePoint === 0xff9f;
}

/** Accents make no other letter in Latin and Greek; elsewhere they do (й), but for ё, which is mostly printed as е. */
function dropsAccent(before: string, accent: string): boolean {
  if (accent === '\u3099' || accent === '\u309a') return !kana.test(before);
  if (before === 'е' && accent === '\u0308') return true;
  return !otherLetter.test(before);
}

const beyondAscii = /[^\0-\x7f]+/g;

/** A text as it is compared, without the way back. Cost: little for what is ASCII. */
export function foldPlain(text: string): string {
  return text.replace(beyondAscii, foldRun).toLowerCase();
}

/** A text as it is compared, with the way back. Cost: the length, and more where folding changes lengths. */
export function foldText(text: string): FoldedText {
  let keepsOffsets = true;
  const plain = text.replace(beyondAscii, (run) => {
    const result = foldRun(run);
    // Equal in sum is not enough: each character has to keep its place.
    if (keepsOffsets) keepsOffsets = run.length === 1 ? result.length === 1 : keepsLengths(run);
    return result;
  });
  const lower = plain.toLowerCase();
  return { text: lower, starts: keepsOffsets ? null : startsOf(text, lower.length) };
}

/** Where in the original a range of a folded text is. Takes in what was dropped inside and accents at its end. */
export function originalRange(
  original: string,
  { starts }: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  if (starts === null) return { start, end };
  const first = starts[start] ?? 0;
  let last = starts[end] ?? original.length;
  // A letter may have become several: then its end is that of the whole letter.
  if (end > start && last === (starts[end - 1] ?? 0)) {
    let next = end;
    while (next < starts.length && starts[next] === last) next += 1;
    last = starts[next] ?? original.length;
  }
  while (last > first && isUnseen(original.charCodeAt(last - 1))) last -= 1;
  return { start: first, end: last };
}

function isUnseen(unit: number): boolean {
  return (
    unit > 0x7f && (unit < 0xd800 || unit > 0xdfff) && /\p{Cf}/u.test(String.fromCharCode(unit))
  );
}

/** What single characters between ASCII become, by code unit: the run that is met by far the most. */
const singles: (string | undefined)[] = [];

/** Characters beyond ASCII; what stands before them is ASCII, whose accents are dropped. */
function foldRun(run: string): string {
  if (run.length > 1) return foldLongRun(run);
  const unit = run.charCodeAt(0);
  const known = singles[unit];
  if (known !== undefined) return known;
  const result = foldLongRun(run);
  singles[unit] = result;
  return result;
}

function foldLongRun(run: string): string {
  let result = '';
  let before = '';
  for (const character of run) {
    const next = foldCharacter(character.codePointAt(0) ?? 0, before);
    before = baseOf(next, before);
    result += next;
  }
  return result;
}

/** The letter that an accent after this would stand on. */
function baseOf(next: string, before: string): string {
  let base = before;
  for (const character of next) if (!isAccent(character.codePointAt(0) ?? 0)) base = character;
  return base;
}

function keepsLengths(run: string): boolean {
  let before = '';
  for (const character of run) {
    const next = foldCharacter(character.codePointAt(0) ?? 0, before);
    if (next.length !== character.length) return false;
    before = baseOf(next, before);
  }
  return true;
}

function startsOf(text: string, length: number): Uint32Array {
  const starts = new Uint32Array(length + 1);
  let offset = 0;
  let at = 0;
  let before = '';
  while (offset < text.length) {
    const codePoint = text.codePointAt(offset) ?? 0;
    let units = 1;
    if (codePoint < 0x80) before = '';
    else {
      const next = foldCharacter(codePoint, before);
      before = baseOf(next, before);
      units = next.length;
    }
    for (let unit = 0; unit < units; unit += 1) starts[at + unit] = offset;
    at += units;
    offset += codePoint > 0xffff ? 2 : 1;
  }
  starts[length] = text.length;
  return starts;
}

function workOut(character: string): string {
  if (character === zeroWidthSpace) return ' ';
  let result = strip(character.normalize('NFKD')).toLowerCase();
  // Lower-casing can bring accents back.
  result = strip(result.normalize('NFKD'));
  let replaced = '';
  let before = 'x';
  for (const letter of result) {
    if (isAccent(letter.codePointAt(0) ?? 0) && dropsAccent(before, letter)) continue;
    replaced += letters[letter] ?? letter;
    before = baseOf(letter, before);
  }
  return replaced;
}

function strip(text: string): string {
  return text.replace(points, '').replace(unseen, '');
}
