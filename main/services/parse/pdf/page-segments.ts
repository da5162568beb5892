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

/** The segments of a page's letters, from top to bottom, then from left to right. */
export function pageSegments(fragments: readonly PdfFragment[]): PdfSegment[] {
  const rows = groupRows(fragments);
  const segments = rows.flatMap((row) => splitRow(row));
  return segments.sort((one, other) => one.baseline - other.baseline || one.left - other.left);
}

/** Fragments by the line that they stand on; one that is raised or lowered a little stands on the line that it touches. */
function groupRows(fragments: readonly PdfFragment[]): PdfFragment[][] {
  // The largest first, so that a raised number finds its line and never makes one.
  const sorted = [...fragments].sort(
    (one, other) => one.baseline - other.baseline || other.size - one.size,
  );
  const rows: { readonly members: PdfFragment[]; baseline: number; size: number }[] = [];
  const small: PdfFragment[] = [];
  const common = commonSize(fragments);
  for (const fragment of sorted) {
    if (fragment.size < common * 0.92) {
      small.push(fragment);
      continue;
    }
    const row = rows.at(-1);
    const near = Math.min(fragment.size, row?.size ?? 0) * 0.3;
    if (row !== undefined && fragment.baseline - row.baseline <= near) row.members.push(fragment);
    else {
      rows.push({ members: [fragment], baseline: fragment.baseline, size: fragment.size });
    }
  }
  const own: { readonly members: PdfFragment[]; baseline: number; size: number }[] = [];
  for (const fragment of small) {
    const touching = rows.find((row) => touches(fragment, row));
    const ownRow = own.at(-1);
    if (touching !== undefined) touching.members.push(fragment);
    else if (
      ownRow !== undefined &&
      fragment.baseline - ownRow.baseline <= Math.min(fragment.size, ownRow.size) * 0.45
    ) {
      ownRow.members.push(fragment);
    } else {
      own.push({ members: [fragment], baseline: fragment.baseline, size: fragment.size });
    }
  }
  return [...rows, ...own].map(({ members }) => members);
}

/** Whether a small fragment is raised or lowered beside letters of a row: no further than those are high, and near them. */
function touches(
  fragment: PdfFragment,
  row: {
    readonly members: readonly PdfFragment[];
    readonly baseline: number;
    readonly size: number;
  },
): boolean {
  const rise = row.baseline - fragment.baseline;
  if (rise > row.size * 0.75 || rise < -row.size * 0.35) return false;
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

function splitRow(row: readonly PdfFragment[]): PdfSegment[] {
  const sorted = [...row].sort((one, other) => one.left - other.left);
  const groups: PdfFragment[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const fragment of sorted) {
    const group = groups.at(-1);
    const size = Math.max(fragment.size, group?.at(-1)?.size ?? 0);
    if (group === undefined || fragment.left - right > size * widestGap) groups.push([fragment]);
    else group.push(fragment);
    right = Math.max(right, fragment.right);
  }
  return groups.map(segmentOf);
}

/** A segment of fragments that are sorted from left to right, at least one. */
export function segmentOf(fragments: readonly PdfFragment[]): PdfSegment {
  const size = commonSize(fragments);
  const main = fragments.filter((fragment) => Math.abs(fragment.size - size) <= 0.5);
  return {
    fragments,
    left: Math.min(...fragments.map(({ left }) => left)),
    right: Math.max(...fragments.map(({ right }) => right)),
    baseline: (main[0] ?? fragments[0])?.baseline ?? 0,
    size,
  };
}
