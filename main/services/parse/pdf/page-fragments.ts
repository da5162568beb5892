import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api.js';
import type { PdfFragment, PdfPage } from './pdf-fragment.ts';
import { pdfLetters } from './pdf-letters.ts';

/** [a, b, c, d, e, f] as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly number[];

/** What of a page's geometry is needed. */
export interface PageGeometry {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own space to points from its upper left corner, its rotation done. */
  readonly transform: Matrix;
}

interface Placed {
  readonly fragment: PdfFragment;
  /** Quarter turns clockwise, 0 to 3; `null`: aslant. */
  readonly turn: number | null;
}

/**
 * The letters of a page that stand as most of them do: upright, or turned as a whole where the page is. What stands aslant
 * or crosswise (a watermark, a stamp, a note on the margin) is no text of the page, nor is what lies outside of it.
 */
export function pageFragments(content: TextContent, geometry: PageGeometry): PdfPage {
  const placed: Placed[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const vertical = content.styles[item.fontName]?.vertical === true;
    const found = place(item, vertical, geometry.transform);
    if (found !== null) placed.push(found);
  }
  const turn = commonTurn(placed);
  const { width, height } = geometry;
  const sideways = turn % 2 === 1;
  const page = {
    number: geometry.number,
    width: sideways ? height : width,
    height: sideways ? width : height,
  };
  const fragments = placed
    .filter((one) => one.turn === turn)
    .map(({ fragment }) => fragment)
    .filter(
      ({ left, right, baseline, size }) =>
        right > 0 && left < page.width && baseline > 0 && baseline < page.height + size,
    );
  return { ...page, fragments: withoutDoubles(fragments) };

  /** Puts an item where it stands once the page is turned so that its letters are upright. */
  function place(item: TextItem, vertical: boolean, transform: Matrix): Placed | null {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiplied(transform, item.transform);
    const size = Math.hypot(c, d);
    if (!(size > 0.5) || !Number.isFinite(x + y + size) || vertical) {
      // Letters set from top to bottom: each run is a line of its own, see `placeVertical`.
      return vertical && size > 0.5 ? placeVertical(item, x, y, size) : null;
    }
    const angle = Math.atan2(b, a) / (Math.PI / 2);
    const nearest = Math.round(angle);
    const turned = (((nearest % 4) + 4) % 4) as 0 | 1 | 2 | 3;
    const [left, baseline] = turnedBack(x, y, turned);
    return {
      fragment: {
        text: pdfLetters(item.str),
        left,
        right: left + item.width * scaleOf(transform),
        baseline,
        size,
        font: item.fontName,
      },
      // Two degrees of a scan's skew are no slant.
      turn: Math.abs(angle - nearest) < 0.04 ? turned : null,
    };
  }

  /** Columns of Chinese and Japanese run from right to left: turned, they are lines from top to bottom. */
  function placeVertical(item: TextItem, x: number, y: number, size: number): Placed {
    return {
      fragment: {
        text: pdfLetters(item.str),
        left: y,
        right: y + item.height * scaleOf(geometry.transform),
        baseline: geometry.width - x,
        size,
        font: item.fontName,
      },
      turn: 1,
    };
  }

  function turnedBack(x: number, y: number, turned: 0 | 1 | 2 | 3): readonly [number, number] {
    switch (turned) {
      case 0:
        return [x, y];
      case 1:
        return [y, geometry.width - x];
      case 2:
        return [geometry.width - x, geometry.height - y];
      case 3:
        return [geometry.height - y, x];
    }
  }
}

function multiplied(one: Matrix, other: Matrix): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = one;
  const [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = other;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

function scaleOf([a = 1, b = 0]: Matrix): number {
  return Math.hypot(a, b);
}

/** The turn of most letters. */
function commonTurn(placed: readonly Placed[]): number {
  const letters = [0, 0, 0, 0];
  for (const { fragment, turn } of placed) {
    if (turn !== null) letters[turn] = (letters[turn] ?? 0) + fragment.text.length;
  }
  return letters.indexOf(Math.max(...letters));
}

/** Without letters that are drawn twice at nearly the same place, which is how some programs print bold. */
function withoutDoubles(fragments: readonly PdfFragment[]): PdfFragment[] {
  const seen = new Map<string, PdfFragment[]>();
  return fragments.filter((fragment) => {
    const same = seen.get(fragment.text) ?? [];
    if (same.length === 0) seen.set(fragment.text, same);
    const near = fragment.size * 0.2;
    const isDouble = same.some(
      (other) =>
        Math.abs(other.left - fragment.left) < near &&
        Math.abs(other.baseline - fragment.baseline) < near,
    );
    if (!isDouble) same.push(fragment);
    return !isDouble;
  });
}
