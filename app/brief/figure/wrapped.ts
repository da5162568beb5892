/**
 * Words in lines that are not wider than `width`, `most` at most: broken between words, behind hyphens and slashes, and
 * where a script without spaces breaks; a word is cut, between letters as people count them, only if it is wider by
 * itself. What is left over ends with an ellipsis at the last line, behind a whole word if it has one. Cost: the words that are shown.
 */
export function wrapped(words: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { text, isApart } of unitsOf(words)) {
    const longer = line === '' ? text : `${line}${isApart ? ' ' : ''}${text}`;
    if (inkWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = text;
    while (lines.length <= most && inkWidth(line, size) > width) {
      const fit = fitting(line, width, size);
      lines.push(fit);
      line = line.slice(fit.length);
    }
    if (lines.length > most) break;
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  shown[most - 1] = ended(shown[most - 1] ?? '', width, size);
  return shown;
}

/** The width of the widest piece that no line breaks, in CSS pixels, as `wrapped` has it. */
export function widestUnit(words: string, size: number): number {
  let widest = 0;
  for (const { text } of unitsOf(words)) widest = Math.max(widest, inkWidth(text, size));
  return widest;
}

/** What lines are made of; `isApart`: a space stands before it. */
interface Unit {
  readonly text: string;
  readonly isApart: boolean;
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordSegments = new Intl.Segmenter('en', { granularity: 'word' });
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function* unitsOf(words: string): Generator<Unit> {
  for (const word of words.trim().split(/\s+/u)) {
    // A dash or slash within a word ends a line, and never begins one.
    const pieces = word.split(/(?<=[\p{L}\p{N}][-‐–—/])(?=[\p{L}\p{N}])/u).flatMap(piecesOf);
    for (const [index, text] of pieces.entries()) {
      if (text !== '') yield { text, isApart: index === 0 };
    }
  }
}

/** Signs stay with the word before them. */
function piecesOf(word: string): string[] {
  if (!unspaced.test(word)) return [word];
  const pieces: string[] = [];
  for (const { segment, isWordLike } of wordSegments.segment(word)) {
    const last = pieces.length - 1;
    if (last < 0 || isWordLike === true) pieces.push(segment);
    else pieces[last] += segment;
  }
  return pieces;
}

/** The longest beginning that is not wider; at least one letter. */
function fitting(words: string, width: number, size: number): string {
  let fit = '';
  for (const { segment } of letters.segment(words)) {
    if (fit !== '' && inkWidth(fit + segment, size) > width) break;
    fit += segment;
  }
  return fit;
}

/** A line with an ellipsis that stands within the width. */
function ended(line: string, width: number, size: number): string {
  let rest = line;
  while (inkWidth(`${rest}…`, size) > width) {
    const space = rest.lastIndexOf(' ');
    if (space <= 0) {
      rest = fitting(rest, width - inkWidth('…', size), size);
      break;
    }
    rest = rest.slice(0, space);
  }
  return `${rest.replace(/[\s.,;:·–—-]+$/u, '')}…`;
}

/**
 * About how wide words are in the typeface of figures, in CSS pixels; rather too wide than too narrow, since fonts differ.
 * Shares of the size, measured on Inter.
 */
function inkWidth(words: string, size: number): number {
  let units = 0;
  for (const sign of words) units += shareOf(sign);
  return units * size;
}

function shareOf(sign: string): number {
  if (/\p{M}/u.test(sign)) return 0;
  if (/[ijl.,:;'’‘|!·]/u.test(sign)) return 0.28;
  if (/[\sfrtI()[\]/-]/u.test(sign)) return 0.4;
  if (/[mwMW@%—…Œœ]/u.test(sign)) return 0.92;
  if (/\p{Lu}/u.test(sign)) return 0.7;
  return (sign.codePointAt(0) ?? 0) >= 0x1100 ? 1 : 0.58;
}
