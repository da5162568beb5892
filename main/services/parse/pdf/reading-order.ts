import { greatest, least } from './extremes.ts';
import type { PdfSegment } from './page-segments.ts';

/** A column of a page, or what goes across all columns: segments that are read one after the other. */
export interface PdfRegion {
  /** From top to bottom, then from left to right. Never empty. */
  readonly segments: readonly PdfSegment[];
  /** Whether it is one of several columns side by side. */
  readonly isColumn: boolean;
}

/** Columns have at least so many lines; fewer side by side are a table's row, or a name and a date. */
const fewestLines = 3;
/** Lines of a column are at least so many letters long, or else they are cells of a table. */
const shortestLine = 14;
/** How much of a region may be tried as the beginning of a column, so that a wild page costs no more than a tame one. */
const mostEdges = 40;

/**
 * The regions of a page in reading order (rule T14). A gap that runs down between lines on both sides parts columns; what
 * goes across it parts the page from top to bottom. Between two such the left column is read before the right one, and
 * each column again is looked at for columns.
 */
export function readingOrder(segments: readonly PdfSegment[], depth = 0): PdfRegion[] {
  const gutter = depth > 6 ? null : findGutter(segments);
  if (gutter === null) return segments.length === 0 ? [] : [{ segments, isColumn: depth > 0 }];
  const regions: PdfRegion[] = [];
  let whole: PdfSegment[] = [];
  const endWhole = () => {
    if (whole.length > 0) regions.push(...readingOrder(whole, depth));
    whole = [];
  };
  for (const band of bandsOf(segments, gutter)) {
    if (isColumns(band)) {
      for (const segment of takeHeading(band)) whole.push(segment);
      endWhole();
      regions.push(...readingOrder(band.left, depth + 1), ...readingOrder(band.right, depth + 1));
    } else {
      // Not spread: a page may hold more pieces than a call may have arguments.
      for (const segment of band.across) whole.push(segment);
      for (const segment of byPlace([...band.left, ...band.right])) whole.push(segment);
    }
  }
  endWhole();
  return regions;
}

interface Band {
  readonly left: PdfSegment[];
  readonly right: PdfSegment[];
  /** What goes across the gap under or above the columns. */
  readonly across: PdfSegment[];
}

/** Takes the last lines of a heading that goes across both columns out, which are too short to reach the right one. */
function takeHeading({ left, right }: Band): PdfSegment[] {
  const size = left[Math.floor(left.length / 2)]?.size ?? 0;
  let count = 0;
  for (const segment of left) {
    if (segment.baseline > topOf(right) - size || segment.size < size * 1.1) break;
    count += 1;
  }
  return left.splice(0, count);
}

function findGutter(segments: readonly PdfSegment[]): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (const edge of leftEdges(segments)) {
    let score = 0;
    let width = 0;
    for (const band of bandsOf(segments, edge)) {
      if (!isColumns(band)) continue;
      score += band.left.length + band.right.length;
      width = Math.max(width, gapOf(band));
    }
    // Among equals the widest gap.
    if (score > 0 && score + width / 1000 > bestScore) {
      best = edge;
      bestScore = score + width / 1000;
    }
  }
  return best;
}

/** Where several segments begin and others stand to the left. */
function leftEdges(segments: readonly PdfSegment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left } of segments) {
    const key = Math.round(left / 3);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= fewestLines)
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostEdges)
    .map(([key]) => key * 3 - 2);
}

/** Parts segments at what goes across a gap. Each band holds what is above the next such line. */
function bandsOf(segments: readonly PdfSegment[], edge: number): Band[] {
  const bands: Band[] = [];
  let band: Band = { left: [], right: [], across: [] };
  for (const segment of segments) {
    if (segment.left < edge && segment.right > edge + 1) {
      if (band.left.length + band.right.length > 0) {
        bands.push(band);
        band = { left: [], right: [], across: [] };
      }
      bands.push({ left: [], right: [], across: [segment] });
    } else if (segment.left < edge) band.left.push(segment);
    else band.right.push(segment);
  }
  if (band.left.length + band.right.length > 0) bands.push(band);
  return bands;
}

function isColumns(band: Band): boolean {
  const { left, right } = band;
  if (left.length < fewestLines || right.length < fewestLines) return false;
  const size = right[0]?.size ?? 10;
  if (gapOf(band) < size * 0.6) return false;
  const overlap = Math.min(bottomOf(left), bottomOf(right)) - Math.max(topOf(left), topOf(right));
  if (overlap < size * 2) return false;
  return isProse(left) && isProse(right);
}

/** How far the columns stand apart where they stand side by side. */
function gapOf({ left, right }: Band): number {
  const top = Math.max(topOf(left), topOf(right)) - 1;
  const bottom = Math.min(bottomOf(left), bottomOf(right)) + 1;
  const beside = ({ baseline }: PdfSegment) => baseline >= top && baseline <= bottom;
  return (
    least(right.filter(beside).map((segment) => segment.left)) -
    greatest(left.filter(beside).map((segment) => segment.right))
  );
}

function topOf(segments: readonly PdfSegment[]): number {
  return segments[0]?.baseline ?? 0;
}

function bottomOf(segments: readonly PdfSegment[]): number {
  return segments.at(-1)?.baseline ?? 0;
}

/** Whether segments are lines of running text: most are long, and most reach about as far as the others do. */
function isProse(segments: readonly PdfSegment[]): boolean {
  const letters = segments.map(lettersOf).sort((one, other) => one - other);
  if ((letters[Math.floor(letters.length / 2)] ?? 0) < shortestLine) return false;
  const widths = segments.map(({ left, right }) => right - left).sort((one, other) => one - other);
  const usual = widths[Math.floor(widths.length * 0.8)] ?? 0;
  return widths.filter((width) => width >= usual * 0.65).length * 2 >= widths.length;
}

const wide = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/g;

/** How long a line is in letters; a Chinese one counts as two. */
function lettersOf({ fragments }: PdfSegment): number {
  let count = 0;
  for (const { text } of fragments) count += text.length + (text.match(wide)?.length ?? 0);
  return count;
}

function byPlace(segments: PdfSegment[]): PdfSegment[] {
  return segments.sort((one, other) => one.baseline - other.baseline || one.left - other.left);
}
