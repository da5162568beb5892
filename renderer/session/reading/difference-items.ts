import type { DifferenceRow, TextDifferences } from '../../../app/compare/text-differences.ts';
import type { DifferencePiece } from '../../../app/compare/word-differences.ts';
import type { RevisionText } from '../../../app/record/text.ts';

/** A line of the view: one row of blocks, or a stretch of unchanged ones that is folded. */
export type DifferenceItem =
  | {
      readonly kind: 'fold';
      readonly id: string;
      /** How many blocks it hides. */
      readonly count: number;
    }
  | {
      readonly kind: 'same' | 'changed' | 'cut' | 'inserted';
      readonly id: string;
      /** What stands on either side; `null`: nothing does. Of `changed`, with the stretches of both. */
      readonly left: string | null;
      readonly right: string | null;
      readonly pieces: readonly DifferencePiece[];
      /** Whether the block stands elsewhere in the other text. */
      readonly moved: boolean;
      /** The difference that it belongs to, counted from 0; `null`: none. Differences in a row are one. */
      readonly difference: number | null;
    };

/** Unchanged blocks that stay in sight on either side of a difference. */
const context = 1;
/** How many changes of one difference are said. */
const mostSaid = 4;
/** Fewer blocks are not worth folding. */
const leastFolded = 3;

/**
 * The lines of two texts read side by side. Folds whose id is in `open` are opened. Cost: rows and opened blocks; texts
 * are sliced, not copied.
 */
export function differenceItems(
  differences: TextDifferences,
  left: RevisionText,
  right: RevisionText,
  open: ReadonlySet<string>,
): readonly DifferenceItem[] {
  const items: DifferenceItem[] = [];
  let difference = -1;
  let inDifference = false;
  const { rows } = differences;
  for (const [index, row] of rows.entries()) {
    if (row.kind !== 'same') {
      if (!inDifference) difference += 1;
      inDifference = true;
      items.push(rowItem(row, left, right, difference));
      continue;
    }
    inDifference = false;
    const before = index === 0 ? 0 : context;
    const after = index === rows.length - 1 ? 0 : context;
    const hidden = row.count - before - after;
    const id = `fold ${row.left}`;
    const folded = hidden >= leastFolded && !open.has(id);
    for (let step = 0; step < row.count; step += 1) {
      if (folded && step === before) {
        items.push({ kind: 'fold', id, count: hidden });
        step += hidden;
        if (step >= row.count) break;
      }
      const text = blockText(left, row.left + step);
      items.push({
        kind: 'same',
        id: `same ${row.left + step}`,
        left: text,
        right: text,
        pieces: [],
        moved: false,
        difference: null,
      });
    }
  }
  return items;
}

/** How many differences there are: rows that are not the same, those in a row counted once. */
export function countDifferences({ rows }: TextDifferences): number {
  return rows.filter((row, index) => row.kind !== 'same' && beginsDifference(rows, index)).length;
}

/** A difference in words, for those who hear it: "Replaced “Thursday” by “Friday”. Cut: “…”." */
export function describeDifference(items: readonly DifferenceItem[], difference: number): string {
  const words: string[] = [];
  for (const item of items) {
    if (item.kind === 'fold' || item.difference !== difference) continue;
    if (item.kind === 'changed') words.push(...describePieces(item.pieces));
    else if (item.kind === 'cut') {
      words.push(`${item.moved ? 'Moved away' : 'Cut'}: “${shortened(item.left ?? '')}”`);
    } else {
      words.push(`${item.moved ? 'Moved here' : 'Inserted'}: “${shortened(item.right ?? '')}”`);
    }
    if (words.length >= mostSaid) break;
  }
  return words
    .slice(0, mostSaid)
    .map((said) => (said.endsWith('.”') ? said : `${said}.`))
    .join(' ');
}

function describePieces(pieces: readonly DifferencePiece[]): string[] {
  const words: string[] = [];
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    const before = pieces[index - 1];
    if (piece.kind === 'cut' && next?.kind === 'inserted') {
      words.push(`Replaced “${shortened(piece.text)}” by “${shortened(next.text)}”`);
    } else if (piece.kind === 'cut') words.push(`Cut “${shortened(piece.text)}”`);
    else if (piece.kind === 'inserted' && before?.kind !== 'cut') {
      words.push(`Inserted “${shortened(piece.text)}”`);
    }
  }
  return words;
}

/** Longest stretch that is said, in UTF-16 code units. */
const longestSaid = 120;

function shortened(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= longestSaid) return trimmed;
  return `${trimmed.slice(0, longestSaid - 1).toWellFormed()}…`;
}

function beginsDifference(rows: readonly DifferenceRow[], index: number): boolean {
  const before = rows[index - 1];
  return before === undefined || before.kind === 'same';
}

function rowItem(
  row: Exclude<DifferenceRow, { kind: 'same' }>,
  left: RevisionText,
  right: RevisionText,
  difference: number,
): DifferenceItem {
  const shared = { difference, pieces: [], moved: false } as const;
  switch (row.kind) {
    case 'changed':
      return {
        ...shared,
        kind: 'changed',
        id: `changed ${row.left}`,
        left: blockText(left, row.left),
        right: blockText(right, row.right),
        pieces: row.pieces,
      };
    case 'cut':
      return {
        ...shared,
        kind: 'cut',
        id: `cut ${row.left}`,
        left: blockText(left, row.left),
        right: null,
        moved: row.movedTo !== null,
      };
    case 'inserted':
      return {
        ...shared,
        kind: 'inserted',
        id: `inserted ${row.right}`,
        left: null,
        right: blockText(right, row.right),
        moved: row.movedFrom !== null,
      };
  }
}

function blockText({ text, blocks }: RevisionText, index: number): string {
  const block = blocks[index];
  return block === undefined ? '' : text.slice(block.start, block.end);
}
