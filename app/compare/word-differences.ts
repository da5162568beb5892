import { segmenterFor } from '../anchor/segmenter.ts';
import { alignLists } from './align-lists.ts';

/** A stretch of two texts: in both, only in the left one (`cut`), or only in the right one (`inserted`). */
export interface DifferencePiece {
  readonly kind: 'same' | 'cut' | 'inserted';
  readonly text: string;
}

/** The segmenter takes a string apart in pieces of this many code units at most, so that memory stays small. */
const longestPiece = 65_536;

/**
 * What was cut and inserted between two texts, word by word; a cut stands before what replaces it. Joining all but the
 * inserted pieces gives `left`, all but the cut ones `right` (rule V1). Words are the platform's (UAX 29), so that
 * Chinese and Thai differ by words too. Cost as `alignLists`.
 */
export function wordDifferences(left: string, right: string): readonly DifferencePiece[] {
  const numbers = new Map<string, number>();
  const ours = words(left);
  const theirs = words(right);
  const runs = alignLists(numbered(ours, numbers), numbered(theirs, numbers));
  const pieces: DifferencePiece[] = [];
  let leftAt = 0;
  let rightAt = 0;
  for (const run of [...runs, { left: ours.length, right: theirs.length, count: 0 }]) {
    push(pieces, 'cut', ours.slice(leftAt, run.left).join(''));
    push(pieces, 'inserted', theirs.slice(rightAt, run.right).join(''));
    push(pieces, 'same', ours.slice(run.left, run.left + run.count).join(''));
    leftAt = run.left + run.count;
    rightAt = run.right + run.count;
  }
  return withoutSpecks(pieces);
}

function push(pieces: DifferencePiece[], kind: DifferencePiece['kind'], text: string): void {
  if (text !== '') pieces.push({ kind, text });
}

/**
 * A space or a comma between two changes is no common ground: "a b" replaced by "c d" is one change. Such specks go into
 * what was cut and into what was inserted, if something was.
 */
function withoutSpecks(pieces: readonly DifferencePiece[]): readonly DifferencePiece[] {
  const joined: DifferencePiece[] = [];
  let cut = '';
  let inserted = '';
  const end = (): void => {
    push(joined, 'cut', cut);
    push(joined, 'inserted', inserted);
    cut = '';
    inserted = '';
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'cut') cut += piece.text;
    else if (piece.kind === 'inserted') inserted += piece.text;
    else if (
      isSpeck(piece.text) &&
      isOneReplacement(cut, inserted, pieces.slice(index + 1, index + 3))
    ) {
      cut += piece.text;
      inserted += piece.text;
    } else {
      end();
      joined.push(piece);
    }
  }
  end();
  return joined;
}

/** Whether a change, and the one that follows after a speck, cut something and insert something between them. */
function isOneReplacement(
  cut: string,
  inserted: string,
  next: readonly DifferencePiece[],
): boolean {
  const [first, second] = next;
  if ((cut === '' && inserted === '') || first === undefined || first.kind === 'same') return false;
  const kinds = [first.kind, second?.kind];
  const cuts = cut !== '' || kinds.includes('cut');
  return cuts && (inserted !== '' || kinds.includes('inserted'));
}

function isSpeck(text: string): boolean {
  return text.length <= 2 && !/[\p{L}\p{N}]/u.test(text);
}

function numbered(items: readonly string[], numbers: Map<string, number>): number[] {
  return items.map((item) => {
    const known = numbers.get(item);
    if (known !== undefined) return known;
    numbers.set(item, numbers.size);
    return numbers.size - 1;
  });
}

/** A text as its words, spaces and marks; joined they are the text. */
function words(text: string): string[] {
  const found: string[] = [];
  const segmenter = segmenterFor('word');
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start);
    for (const { segment } of segmenter.segment(text.slice(start, end))) found.push(segment);
    start = end;
  }
  return found;
}

function pieceEnd(text: string, start: number): number {
  if (text.length - start <= longestPiece) return text.length;
  const space = text.lastIndexOf(' ', start + longestPiece);
  return space > start ? space + 1 : start + longestPiece;
}
