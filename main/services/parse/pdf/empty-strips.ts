import type { PdfFragment } from './pdf-fragment.ts';

/** A strip of a page from top to bottom in which nothing stands, with text on both sides. Points. */
export interface EmptyStrip {
  readonly left: number;
  readonly right: number;
  /** The lines, by their baselines, that it runs through. */
  readonly top: number;
  readonly bottom: number;
}

/** Letters on one line, sorted from left to right. */
export interface StripRow {
  readonly fragments: readonly PdfFragment[];
  readonly baseline: number;
  readonly size: number;
}

interface OpenStrip {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Lines with text to the left, and to the right. */
  readonly onLeft: number;
  readonly onRight: number;
  readonly rows: number;
}

/** A strip runs through at least so many lines: spaces between words do not lie above each other that often. */
const fewestRows = 8;
const fewestOnEachSide = 5;
/** It is at least so wide, in the size of the letters beside it. */
const narrowest = 0.55;
/** As many strips at once as no page has columns, so that a wild page costs no more than a tame one. */
const mostOpen = 60;

/**
 * The gaps between the columns of a page. Told by running down through many lines, whatever the width of the spaces between
 * words: in narrow columns that are set flush those are as wide as the gap.
 *
 * @param rows from top to bottom
 */
export function emptyStrips(rows: readonly StripRow[]): EmptyStrip[] {
  const found: EmptyStrip[] = [];
  let open: OpenStrip[] = [];
  let last = 0;
  const end = (strip: OpenStrip, bottom: number) => {
    const isGap =
      strip.rows >= fewestRows &&
      strip.onLeft >= fewestOnEachSide &&
      strip.onRight >= fewestOnEachSide;
    if (isGap) found.push({ left: strip.left, right: strip.right, top: strip.top, bottom });
  };
  for (const row of rows) {
    const gaps = gapsOf(row);
    const next = new Map<string, OpenStrip>();
    const add = (strip: OpenStrip) => {
      const key = `${Math.round(strip.left)} ${Math.round(strip.right)}`;
      if ((next.get(key)?.rows ?? 0) < strip.rows) next.set(key, strip);
    };
    for (const strip of open) {
      const kept = gaps
        .map((gap) => narrowed(strip, gap))
        .filter((one) => one.right - one.left >= row.size * narrowest);
      for (const one of kept) add(one);
      if (kept.length === 0) end(strip, last);
    }
    for (const gap of gaps) {
      if (gap.right - gap.left < row.size * narrowest) continue;
      add(narrowed({ ...gap, top: row.baseline, onLeft: 0, onRight: 0, rows: 0 }, gap));
    }
    open = [...next.values()].sort((one, other) => other.rows - one.rows).slice(0, mostOpen);
    last = row.baseline;
  }
  for (const strip of open) end(strip, last);
  return found;
}

/** The places of a line where nothing stands, from the page's left edge and to its right one. */
function gapsOf({ fragments }: StripRow): { readonly left: number; readonly right: number }[] {
  const gaps: { left: number; right: number }[] = [];
  let left = Number.NEGATIVE_INFINITY;
  for (const fragment of fragments) {
    if (fragment.left > left) gaps.push({ left, right: fragment.left });
    left = Math.max(left, fragment.right);
  }
  gaps.push({ left, right: Number.POSITIVE_INFINITY });
  return gaps;
}

function narrowed(
  strip: OpenStrip,
  gap: { readonly left: number; readonly right: number },
): OpenStrip {
  return {
    ...strip,
    left: Math.max(strip.left, gap.left),
    right: Math.min(strip.right, gap.right),
    onLeft: strip.onLeft + (Number.isFinite(gap.left) ? 1 : 0),
    onRight: strip.onRight + (Number.isFinite(gap.right) ? 1 : 0),
    rows: strip.rows + 1,
  };
}

/** Whether a gap between two pieces of a line lies in one of the strips. */
export function isInStrip(
  strips: readonly EmptyStrip[],
  left: number,
  right: number,
  baseline: number,
): boolean {
  return strips.some(
    (strip) =>
      baseline >= strip.top - 1 &&
      baseline <= strip.bottom + 1 &&
      strip.left < right &&
      strip.right > left,
  );
}
