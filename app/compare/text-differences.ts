import type { RevisionText } from '../record/text.ts';
import { alignLists } from './align-lists.ts';
import { pairBlocks } from './pair-blocks.ts';
import { type DifferencePiece, wordDifferences } from './word-differences.ts';

/**
 * One line of two texts that are read side by side. `left` and `right` are indices of blocks; `movedTo` and `movedFrom`
 * say where the same block stands in the other text.
 */
export type DifferenceRow =
  | { readonly kind: 'same'; readonly left: number; readonly right: number; readonly count: number }
  | {
      readonly kind: 'changed';
      readonly left: number;
      readonly right: number;
      readonly pieces: readonly DifferencePiece[];
    }
  | { readonly kind: 'cut'; readonly left: number; readonly movedTo: number | null }
  | { readonly kind: 'inserted'; readonly right: number; readonly movedFrom: number | null };

/** Two texts read against each other. */
export interface TextDifferences {
  readonly rows: readonly DifferenceRow[];
  /** Blocks: moved ones count once, and neither as cut nor as inserted. */
  readonly counts: {
    readonly same: number;
    readonly changed: number;
    readonly cut: number;
    readonly inserted: number;
    readonly moved: number;
  };
  /** 0 to 1: twice the code units that both have against those of both (rule V4). */
  readonly similarity: number;
}

/** A shorter block that stands elsewhere is a coincidence, not a move. */
const shortestMove = 25;

/**
 * The differences of two texts. Rules V1 to V4. Cost on a 2.5 GHz core, two texts of 800,000 code units: 0.1 s when one
 * paragraph in ten differs, 0.4 s when each does, 0.8 s when the whole is one paragraph.
 */
export function textDifferences(left: RevisionText, right: RevisionText): TextDifferences {
  const ours = blockTexts(left);
  const theirs = blockTexts(right);
  const numbers = new Map<string, number>();
  const runs = alignLists(keys(ours, numbers), keys(theirs, numbers));
  const rows: DifferenceRow[] = [];
  let leftAt = 0;
  let rightAt = 0;
  for (const run of [...runs, { left: ours.length, right: theirs.length, count: 0 }]) {
    const gap = gapRows(ours.slice(leftAt, run.left), theirs.slice(rightAt, run.right));
    for (const row of gap) rows.push(shifted(row, leftAt, rightAt));
    if (run.count > 0) rows.push({ kind: 'same', ...run });
    leftAt = run.left + run.count;
    rightAt = run.right + run.count;
  }
  const marked = withMoves(rows, ours, theirs);
  return { rows: marked, ...measured(marked, ours, theirs) };
}

function blockTexts({ text, blocks }: RevisionText): readonly string[] {
  return blocks.map(({ start, end }) => text.slice(start, end));
}

function keys(texts: readonly string[], numbers: Map<string, number>): number[] {
  return texts.map((text) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  });
}

/** What stands between two stretches in common: paired blocks with their words, the others cut or inserted whole. */
function* gapRows(left: readonly string[], right: readonly string[]): Iterable<DifferenceRow> {
  let leftAt = 0;
  let rightAt = 0;
  const pairs = pairBlocks(left, right);
  for (const pair of [...pairs, { left: left.length, right: right.length }]) {
    for (; leftAt < pair.left; leftAt += 1) yield { kind: 'cut', left: leftAt, movedTo: null };
    for (; rightAt < pair.right; rightAt += 1) {
      yield { kind: 'inserted', right: rightAt, movedFrom: null };
    }
    const ours = left[leftAt];
    const theirs = right[rightAt];
    if (ours === undefined || theirs === undefined) continue;
    yield { kind: 'changed', left: leftAt, right: rightAt, pieces: wordDifferences(ours, theirs) };
    leftAt += 1;
    rightAt += 1;
  }
}

function shifted(row: DifferenceRow, left: number, right: number): DifferenceRow {
  switch (row.kind) {
    case 'cut':
      return { ...row, left: row.left + left };
    case 'inserted':
      return { ...row, right: row.right + right };
    case 'same':
    case 'changed':
      return { ...row, left: row.left + left, right: row.right + right };
  }
}

/** Marks blocks that were cut in one place and inserted, word for word, in another one (rule V3). */
function withMoves(
  rows: readonly DifferenceRow[],
  ours: readonly string[],
  theirs: readonly string[],
): readonly DifferenceRow[] {
  const inserted = new Map<string, number[]>();
  for (const row of rows) {
    if (row.kind !== 'inserted') continue;
    const text = theirs[row.right] ?? '';
    if (text.length < shortestMove) continue;
    const places = inserted.get(text);
    if (places === undefined) inserted.set(text, [row.right]);
    else places.push(row.right);
  }
  const movedFrom = new Map<number, number>();
  const movedTo = new Map<number, number>();
  for (const row of rows) {
    if (row.kind !== 'cut') continue;
    const right = inserted.get(ours[row.left] ?? '')?.shift();
    if (right === undefined) continue;
    movedTo.set(row.left, right);
    movedFrom.set(right, row.left);
  }
  return rows.map((row) => {
    if (row.kind === 'cut') return { ...row, movedTo: movedTo.get(row.left) ?? null };
    if (row.kind === 'inserted') return { ...row, movedFrom: movedFrom.get(row.right) ?? null };
    return row;
  });
}

function measured(
  rows: readonly DifferenceRow[],
  ours: readonly string[],
  theirs: readonly string[],
): Pick<TextDifferences, 'counts' | 'similarity'> {
  const counts = { same: 0, changed: 0, cut: 0, inserted: 0, moved: 0 };
  let shared = 0;
  for (const row of rows) {
    if (row.kind === 'same') {
      counts.same += row.count;
      for (let step = 0; step < row.count; step += 1) shared += ours[row.left + step]?.length ?? 0;
    } else if (row.kind === 'changed') {
      counts.changed += 1;
      for (const { kind, text } of row.pieces) if (kind === 'same') shared += text.length;
    } else if (row.kind === 'cut' && row.movedTo !== null) {
      counts.moved += 1;
      shared += ours[row.left]?.length ?? 0;
    } else if (row.kind === 'cut') counts.cut += 1;
    else if (row.movedFrom === null) counts.inserted += 1;
  }
  const total = lengthOf(ours) + lengthOf(theirs);
  return { counts, similarity: total === 0 ? 1 : (2 * shared) / total };
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
