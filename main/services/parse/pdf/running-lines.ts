import type { PdfSegment } from './page-segments.ts';

/** A page's segments, from top to bottom. */
export interface SegmentedPage {
  /** Counted from 1. */
  readonly number: number;
  readonly height: number;
  readonly segments: readonly PdfSegment[];
}

interface EdgeRow {
  readonly segments: readonly PdfSegment[];
  readonly text: string;
  /** From the page's edge, in points. */
  readonly distance: number;
  /** Of the page. */
  readonly height: number;
}

/** Running heads are among so many lines at the top, running feet among so many at the bottom. */
const mostRows = 4;
/** They stand in this part of the page's height. */
const edgeShare = 0.2;
/** A row is at the same place if it is so many points off at most. */
const tolerance = 4;
/** Heads of left and of right pages differ; so the page after the next one is asked, too. */
const reach = 2;

/**
 * The pages without running heads, running feet and page numbers (rule T14): lines at a page's edge that stand at the same
 * place on a neighbouring page with the same words and numbers but for those that count the pages; lines with other words
 * whose number counts the pages; and a number alone that is the page's own.
 */
export function withoutRunningLines(pages: readonly SegmentedPage[]): SegmentedPage[] {
  const edges = pages.map((page) => [edgeRows(page, 'top'), edgeRows(page, 'bottom')] as const);
  return pages.map((page, index) => {
    const dropped = new Set<PdfSegment>();
    for (const side of [0, 1] as const) {
      const rows = edges[index]?.[side] ?? [];
      const others = neighbours(index, pages.length).map((other) => ({
        pages: other - index,
        rows: edges[other]?.[side] ?? [],
      }));
      const text = rows.findIndex(
        (row) => !isRunning(row, others) && !isOwnNumber(row, rows, page),
      );
      const running = text === -1 ? rows.length : text;
      // Where the text itself is the same on both pages, as in a letter to several people, no head can be told from it.
      const count = running > mostRows ? 0 : apartFrom(rows, running);
      for (const row of rows.slice(0, count)) {
        for (const segment of row.segments) dropped.add(segment);
      }
    }
    return { ...page, segments: page.segments.filter((segment) => !dropped.has(segment)) };
  });
}

function neighbours(index: number, count: number): number[] {
  const found: number[] = [];
  for (let other = index - reach; other <= index + reach; other += 1) {
    if (other !== index && other >= 0 && other < count) found.push(other);
  }
  return found;
}

/** The rows at an edge of a page, the outermost first. */
function edgeRows(page: SegmentedPage, edge: 'top' | 'bottom'): EdgeRow[] {
  const rows: PdfSegment[][] = [];
  for (const segment of page.segments) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && segment.baseline - first.baseline <= first.size * 0.3) row.push(segment);
    else rows.push([segment]);
  }
  const ordered = edge === 'top' ? rows : rows.reverse();
  const found: EdgeRow[] = [];
  for (const segments of ordered.slice(0, mostRows + 1)) {
    const baseline = segments[0]?.baseline ?? 0;
    const distance = edge === 'top' ? baseline : page.height - baseline;
    const sorted = [...segments].sort((one, other) => one.left - other.left);
    const text = sorted
      .map(({ fragments }) => fragments.map((fragment) => fragment.text).join(''))
      .join(' ');
    found.push({ segments, text: text.replace(/\s+/g, ' ').trim(), distance, height: page.height });
  }
  return found;
}

/** How many of so many rows stand apart from what follows them: a head is no line of a paragraph. */
function apartFrom(rows: readonly EdgeRow[], count: number): number {
  for (let kept = count; kept > 0; kept -= 1) {
    const [last, next] = [rows[kept - 1], rows[kept]];
    const size = last?.segments[0]?.size ?? 0;
    if (last === undefined || next === undefined) return kept;
    if (next.distance - last.distance > size * 1.5) return kept;
  }
  return 0;
}

function isRunning(
  row: EdgeRow,
  others: readonly { readonly pages: number; readonly rows: readonly EdgeRow[] }[],
): boolean {
  if (row.distance > row.height * edgeShare) return false;
  const number = pageNumber(row);
  return others.some(({ pages, rows }) =>
    rows.some((other) => {
      if (Math.abs(other.distance - row.distance) > tolerance) return false;
      const otherNumber = pageNumber(other);
      const counts = number !== null && otherNumber !== null && otherNumber - number === pages;
      return counts || isSame(row.text, other.text, pages);
    }),
  );
}

const ownNumber = /^[-–—\s]*(?:page\s|seite\s)?\d{1,4}(?:\s(?:of|von|\/)\s\d{1,4})?[-–—\s]*$/i;

// What browsers print above and below a page: when it was printed and its title; its address and the page's number.
const browserLine =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d(?:\s[ap]\.?m\.?)?\s|^(?:https?|file):\/\/\S+ \d+\/\d+$/i;

/** What is no text even where no other page can bear witness: a number alone that is the page's own, a browser's lines. */
function isOwnNumber(row: EdgeRow, rows: readonly EdgeRow[], page: SegmentedPage): boolean {
  if (row !== rows[0] || row.distance > page.height * 0.12) return false;
  if (browserLine.test(row.text)) return row.distance < 40;
  const next = rows[1]?.distance ?? Number.POSITIVE_INFINITY;
  return ownNumber.test(row.text) && pageNumber(row) === page.number && next - row.distance > 18;
}

/** Whether two lines have the same words, and each number is the same or counts the pages. */
function isSame(one: string, other: string, pages: number): boolean {
  const [words = [], otherWords = []] = [one, other].map((text) => text.split(/(\d+)/));
  if (words.length !== otherWords.length || !/\p{L}{2}/u.test(one)) return false;
  return words.every((word, index) => {
    const same = otherWords[index] ?? '';
    return word === same || (/^\d/.test(word) && Number(same) - Number(word) === pages);
  });
}

/**
 * The number of a line that may be the page's: the line is nothing but that number, or the number stands apart from the
 * words of a head. A number directly before words is a note's or an item's. `null`: there is none.
 */
function pageNumber({ text, segments }: EdgeRow): number | null {
  const whole = numberOf(text);
  if (whole !== null || segments.length < 2) return whole;
  const ends = [segments[0], segments.at(-1)].map((segment) =>
    (segment?.fragments ?? []).map((fragment) => fragment.text).join(''),
  );
  return numberOf(ends[0] ?? '') ?? numberOf(ends[1] ?? '');
}

function numberOf(text: string): number | null {
  const bare = text.replace(/^[-–—|·\s]+|[-–—|·\s]+$/g, '');
  if (/^[ivxl]{1,7}$/i.test(bare)) return romanNumber(bare.toLowerCase());
  const found =
    /^(?:page|seite|p\.|s\.|第)?\s*(\d{1,4})(?:\s*(?:of|von|de|\/)\s*\d{1,4}|\s*[页頁].{0,12})?$/i.exec(
      bare,
    )?.[1];
  return found === undefined ? null : Number(found);
}

function romanNumber(text: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  let total = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = values[text[index] ?? ''] ?? 0;
    total += value < (values[text[index + 1] ?? ''] ?? 0) ? -value : value;
  }
  return total;
}
