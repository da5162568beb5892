import { segmenterFor } from '../anchor/segmenter.ts';

/** A word of a passage that is compared. */
export interface ComparedWord {
  /** Words with the same key are the same word (rule W2). */
  readonly key: string;
  /** Code units in the text that was given. */
  readonly start: number;
  readonly end: number;
}

/** The segmenter takes a string apart in pieces of this many code units at most, so that memory stays small. */
const longestPiece = 65_536;

/**
 * The words of a text in their order, as the platform finds them (UAX 29), so that Chinese and Thai have words too. Signs
 * between words are none. Cost: the length.
 */
export function comparedWords(text: string): readonly ComparedWord[] {
  const found: ComparedWord[] = [];
  const segmenter = segmenterFor('word');
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end))) {
      if (isWordLike !== true) continue;
      const at = start + index;
      found.push({ key: wordKey(segment), start: at, end: at + segment.length });
    }
    start = end;
  }
  return found;
}

/**
 * What a word is compared by (rule W2): without regard to case, to forms of one sign (NFKC: full width, ligatures), to
 * accents of European letters, to which apostrophe it has, to soft hyphens and to signs between groups of three digits.
 */
export function wordKey(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\u2060]/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ＇`´]/gu, "'")
    .replace(/(?<=\d)[,'\u0020](?=\d{3}(?!\d))/gu, '');
}

function pieceEnd(text: string, start: number): number {
  if (text.length - start <= longestPiece) return text.length;
  const space = text.lastIndexOf(' ', start + longestPiece);
  return space > start ? space + 1 : start + longestPiece;
}
