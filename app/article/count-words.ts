// A string is taken apart in pieces of this many code units at most, so that memory stays small.
const longestPiece = 65_536;

let segmenter: Intl.Segmenter | undefined;

// What a code unit is to the rules of UAX 29, as far as they concern languages of western and central Europe with their
// typographic signs. Not low lines, which make the rules long: `other` is what only the platform's segmenter knows.
const other = 0;
const between = 1;
const letter = 2;
const digit = 3;
/** Joins letters, and digits. */
const joint = 4;
/** Joins digits. */
const digitJoint = 5;
const colon = 6;

const plain =
  /[ -^`-~\u00a0-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6\u00b8\u00b9\u00bb-\u017f–—‘’“”„…]/;
const kinds = Uint8Array.from({ length: 0x2027 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function kindOf(character: string): number {
  if (!plain.test(character)) return other;
  if (/[A-Za-zÀ-ÖØ-öø-ſ]/.test(character)) return letter;
  if (/[0-9]/.test(character)) return digit;
  if (/[.'‘’]/.test(character)) return joint;
  if (/[,;]/.test(character)) return digitJoint;
  return character === ':' ? colon : between;
}

/**
 * How many words a text holds, by Unicode's rules (UAX 29; a dictionary for Chinese, Japanese, Thai and the like). About
 * 10 MB a second by the platform's segmenter; lines of Latin letters are counted some times as quickly, with the same
 * result.
 */
export function countWords(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) {
    for (let start = 0; start < line.length; ) {
      const end = pieceEnd(line, start);
      count += countPlain(line, start, end) ?? countSegments(line.slice(start, end));
      start = end;
    }
  }
  return count;
}

/** By rules WB5 to WB12; `null` where there are other signs than plain ones, or a colon between letters. */
function countPlain(line: string, start: number, end: number): number | null {
  let count = 0;
  // What the word that is being read ends with so far.
  let last = between;
  for (let at = start; at < end; at += 1) {
    const kind = kindAt(line, at);
    if (kind === other) return null;
    if (kind === letter || kind === digit) {
      if (last === between) count += 1;
      last = kind;
    } else if (last !== between && kind !== between) {
      const joins = kind === joint || (kind === digitJoint && last === digit);
      const isFollowed = at + 1 < end && kindAt(line, at + 1) === last;
      if (kind === colon && last === letter && isFollowed) return null;
      if (!joins || !isFollowed) last = between;
    } else last = between;
  }
  return count;
}

function kindAt(line: string, at: number): number {
  return kinds[line.charCodeAt(at)] ?? other;
}

/** By the platform's segmenter. */
export function countSegments(text: string): number {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  let count = 0;
  for (const line of text.split('\n')) {
    for (let start = 0; start < line.length; ) {
      const end = pieceEnd(line, start);
      for (const segment of segmenter.segment(line.slice(start, end))) {
        if (segment.isWordLike === true) count += 1;
      }
      start = end;
    }
  }
  return count;
}

/** Where a piece that starts at `start` ends: at the line's end, or after the last space that fits. */
function pieceEnd(line: string, start: number): number {
  if (line.length - start <= longestPiece) return line.length;
  const space = line.lastIndexOf(' ', start + longestPiece);
  return space > start ? space + 1 : start + longestPiece;
}
