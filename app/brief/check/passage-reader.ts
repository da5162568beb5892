import type { RevisionHash, TextOffset } from '../../base/brand.ts';
import type { StatedDate } from '../../fact/facts.ts';
import type { RevisionText } from '../../record/text.ts';
import type { DirectedFigure } from './figure-support.ts';
import { statedFacts } from './stated-facts.ts';
import { foldSigns, trimFolded } from './typed-quotations.ts';

/** Words that a citation leads to, read when they are asked for, and once. */
export interface Passage {
  readonly text: string;
  /** When its article was published, or the claim was made. */
  readonly published: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Its figures and dates. Cost: reading what of it was not read yet. */
  facts(): { readonly figures: readonly DirectedFigure[]; readonly dates: readonly StatedDate[] };
  /** Reads them a few kilobytes at a time. */
  factsInSteps(): Generator<void, void>;
  /** Its words as they are compared. Cost: folding what of it was not folded yet. */
  folded(): string;
  /** Folds them a few kilobytes at a time. */
  foldInSteps(): Generator<void, void>;
}

/** What is read at once of a long text, in code units: a few milliseconds. */
const longestPiece = 4_000;

/** A passage of words; blocks end at line feeds. `onPiece` hears of each piece that is read or folded. */
export function readPassage(
  text: string,
  published: string | null,
  language: string | null,
  onPiece: () => void,
): Passage {
  const waiting = piecesOf(text).reverse();
  const figures: DirectedFigure[] = [];
  const dates: StatedDate[] = [];
  const unfolded = piecesOf(text).reverse();
  const foldedPieces: string[] = [];
  let folded: string | null = null;
  const foldOne = (): boolean => {
    const piece = unfolded.pop();
    if (piece === undefined) return false;
    onPiece();
    foldedPieces.push(foldSigns(piece.text));
    return true;
  };
  const readOne = (): boolean => {
    const piece = waiting.pop();
    if (piece === undefined) return false;
    onPiece();
    const facts = statedFacts(piece, { published, language });
    figures.push(...facts.figures);
    dates.push(...facts.dates);
    return true;
  };
  return {
    text,
    published,
    language,
    facts() {
      while (readOne());
      return { figures, dates };
    },
    *factsInSteps() {
      while (readOne()) yield;
    },
    folded() {
      while (foldOne());
      folded ??= trimFolded(foldedPieces.join(' '));
      return folded;
    },
    *foldInSteps() {
      while (foldOne()) yield;
    },
  };
}

/** The lines of a text, as many together as make a piece. */
function piecesOf(text: string): RevisionText[] {
  const pieces: RevisionText[] = [];
  let lines: string[] = [];
  let length = 0;
  const end = (): void => {
    if (lines.some((line) => line !== '')) pieces.push(textOf(lines));
    lines = [];
    length = 0;
  };
  for (const line of text.split('\n')) {
    if (length + line.length > longestPiece) end();
    lines.push(line);
    length += line.length + 1;
  }
  end();
  return pieces;
}

function textOf(lines: readonly string[]): RevisionText {
  let start = 0;
  const blocks = lines.flatMap((line) => {
    const from = start as TextOffset;
    start += line.length + 1;
    const end = (from + line.length) as TextOffset;
    return line === '' ? [] : [{ kind: 'paragraph' as const, start: from, end }];
  });
  return { hash: '' as RevisionHash, text: lines.join('\n'), blocks };
}
