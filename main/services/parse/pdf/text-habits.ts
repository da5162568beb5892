import type { PdfLine } from './pdf-line.ts';

/** How a document is set: what is usual in it tells what is not. */
export interface TextHabits {
  /** Size of most letters, in points. */
  readonly bodySize: number;
  /** From one line of a paragraph to the next, in points, for letters of a size. */
  leading(size: number): number;
}

/** Finds out how a document is set, and lets each column reach as far as the same column does on other pages. */
export function textHabits(lines: readonly PdfLine[]): TextHabits {
  const bodySize = commonSize(lines);
  alignColumns(lines, bodySize);
  const leadings = new Map<number, Map<number, number>>();
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || next.column !== line.column || !sameSize(line.size, next.size)) {
      continue;
    }
    const distance = next.baseline - line.baseline;
    if (distance < line.size * 0.8 || distance > line.size * 2.6) continue;
    const key = Math.round(distance * 2) / 2;
    const size = Math.round(line.size);
    const counts = leadings.get(size) ?? new Map<number, number>();
    leadings.set(size, counts);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    bodySize,
    leading: (size) => commonLeading(leadings.get(Math.round(size))) ?? size * 1.25,
  };
}

/** Whether letters are of one size, as far as an eye can tell. */
export function sameSize(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(one, other) * 0.09;
}

function commonSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const key = Math.round(size * 4) / 4;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  let common = 0;
  for (const [size, count] of letters) if (count > (letters.get(common) ?? 0)) common = size;
  return common;
}

/**
 * The narrowest distance that a fair share of all lines keep: where paragraphs are short, the distance between them is as
 * frequent as that between their lines.
 */
function commonLeading(counts: ReadonlyMap<number, number> | undefined): number | null {
  if (counts === undefined) return null;
  const most = Math.max(...counts.values());
  const frequent = [...counts].filter(([, count]) => count * 4 >= most).map(([key]) => key);
  const narrowest = Math.min(...frequent);
  // Rounding may part one distance into two neighbours: the wider one counts.
  return counts.has(narrowest + 0.5) ? narrowest + 0.5 : narrowest;
}

/** A column of few lines has few that reach its margin; the same column on other pages shows where that is. */
function alignColumns(lines: readonly PdfLine[], bodySize: number): void {
  const rights = new Map<string, number>();
  const keyOf = ({ column }: PdfLine) => `${column.isOneOfSeveral} ${Math.round(column.left / 6)}`;
  for (const line of lines) {
    if (!sameSize(line.size, bodySize) || line.isCell) continue;
    rights.set(keyOf(line), Math.max(rights.get(keyOf(line)) ?? 0, line.right));
  }
  for (const line of lines) {
    line.column.right = Math.max(line.column.right, rights.get(keyOf(line)) ?? 0);
  }
}
