import { partAtColumnEdges } from './column-edges.ts';
import { type EmptyStrip, emptyStrips, isInStrip, type StripRow } from './empty-strips.ts';
import { greatest, least } from './extremes.ts';
import type { PdfFragment } from './pdf-fragment.ts';

/** Letters that stand side by side on one line, close enough to belong together. */
export interface PdfSegment {
  readonly fragments: readonly PdfFragment[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Of most of its letters. */
  readonly size: number;
}

/** Letters further apart than this, in their own size, may stand in two columns. */
const widestGap = 1;

/** Where columns run beside a line, only a gap as wide as this parts what is not in the gap between them. */
const widestGapInColumns = 4;

/** The segments of a page's letters, from top to bottom, then from left to right. */
export function pageSegments(fragments: readonly PdfFragment[]): PdfSegment[] {
  const rows = groupRows(fragments).map((members) => {
    const sorted = members.sort((one, other) => one.left - other.left);
    const { baseline, size } = segmentOf(sorted);
    return { fragments: sorted, baseline, size };
  });
  rows.sort((one, other) => one.baseline - other.baseline);
  const strips = emptyStrips(rows);
  const pieces = partAtColumnEdges(
    rows.map((row) => splitRow(row, strips)),
    fragments,
  );
  const segments = pieces.flatMap((row) => row.map(segmentOf));
  return segments.sort((one, other) => one.baseline - other.baseline || one.left - other.left);
}

interface Row {
  readonly members: PdfFragment[];
  readonly baseline: number;
  readonly size: number;
}

/** Letters whose sizes differ by less than this factor stand on a line of their own right, not raised beside others. */
const smallerBy = 0.92;

/**
 * Fragments by the line that they stand on; one that is smaller and raised or lowered a little beside larger letters stands
 * on their line. In proportion to fragments times lines.
 */
function groupRows(fragments: readonly PdfFragment[]): PdfFragment[][] {
  const step = (size: number) => Math.round(size * 2);
  // The largest first, so that a raised number finds its line and never makes one.
  const sorted = [...fragments].sort(
    (one, other) => step(other.size) - step(one.size) || one.baseline - other.baseline,
  );
  const rows: Row[] = [];
  for (const fragment of sorted) {
    const row = rows.findLast((candidate) => standsOn(fragment, candidate));
    if (row === undefined) {
      rows.push({ members: [fragment], baseline: fragment.baseline, size: fragment.size });
    } else row.members.push(fragment);
  }
  return rows.map(({ members }) => members);
}

function standsOn(fragment: PdfFragment, row: Row): boolean {
  const rise = row.baseline - fragment.baseline;
  if (Math.abs(rise) <= fragment.size * 0.3 && fragment.size >= row.size * smallerBy) return true;
  if (Math.abs(rise) <= fragment.size * 0.1) return true;
  if (fragment.size >= row.size * smallerBy) return false;
  if (rise > row.size * 0.75 || rise < -row.size * 0.45) return false;
  return row.members.some(
    (member) =>
      fragment.left - member.right < row.size * 0.6 &&
      member.left - fragment.right < row.size * 0.6,
  );
}

function commonSize(fragments: readonly PdfFragment[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of fragments) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  let common = 0;
  for (const [size, count] of letters) if (count > (letters.get(common) ?? 0)) common = size;
  return common;
}

function splitRow(row: StripRow, strips: readonly EmptyStrip[]): PdfFragment[][] {
  const beside = strips.filter(
    ({ top, bottom }) => row.baseline >= top - 1 && row.baseline <= bottom + 1,
  );
  const groups: PdfFragment[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const fragment of row.fragments) {
    const group = groups.at(-1);
    const size = Math.max(fragment.size, group?.at(-1)?.size ?? 0);
    const gap = fragment.left - right;
    const isParted =
      beside.length === 0
        ? gap > size * widestGap
        : gap > size * widestGapInColumns ||
          (gap > 0 && isInStrip(beside, right, fragment.left, row.baseline));
    if (group === undefined || isParted) groups.push([fragment]);
    else group.push(fragment);
    right = Math.max(right, fragment.right);
  }
  return groups;
}

/** A segment of fragments that are sorted from left to right, at least one. */
export function segmentOf(fragments: readonly PdfFragment[]): PdfSegment {
  const size = commonSize(fragments);
  const main = fragments.filter((fragment) => Math.abs(fragment.size - size) <= 0.5);
  return {
    fragments,
    left: least(fragments.map(({ left }) => left)),
    right: greatest(fragments.map(({ right }) => right)),
    baseline: (main[0] ?? fragments[0])?.baseline ?? 0,
    size,
  };
}
