// A string is taken apart in pieces of this many code units at most, so that memory stays small.
const longestPiece = 65_536;

let segmenter: Intl.Segmenter | undefined;

// Languages of western and central Europe with their typographic signs, but for what makes the rules of UAX 29 long:
// low lines, colons between letters.
const plainLine =
  /^[ -^`-~\u00a0-\u00a9\u00ab\u00ac\u00ae-\u00b4\u00b6\u00b8\u00b9\u00bb-\u017f–—‘’“”„…]*$/;
const colonInWord = /[A-Za-zÀ-ÖØ-öø-ſ]:[A-Za-zÀ-ÖØ-öø-ſ]/;
// Rules WB5 to WB12 as far as those characters go.
const plainWord =
  /[A-Za-zÀ-ÖØ-öø-ſ0-9]+(?:(?:(?<=[A-Za-zÀ-ÖØ-öø-ſ])[.'‘’](?=[A-Za-zÀ-ÖØ-öø-ſ])|(?<=[0-9])[.,;'‘’](?=[0-9]))[A-Za-zÀ-ÖØ-öø-ſ0-9]+)*/g;

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
      const piece = line.slice(start, end);
      count +=
        plainLine.test(piece) && !colonInWord.test(piece)
          ? (piece.match(plainWord)?.length ?? 0)
          : countSegments(piece);
      start = end;
    }
  }
  return count;
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
