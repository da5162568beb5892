import { closesMark, doubleMarksOf, type Mark } from './quotation-marks.ts';

/** A range of a block's text, marks included. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  /** How long the marks at its ends are; 0 at an end without one. */
  readonly opening: number;
  readonly closing: number;
  /** The sign that opens it. */
  readonly sign: string;
}

/** What the double marks of a block enclose. */
export interface PairedMarks {
  /** In order, none inside another. */
  readonly spans: readonly MarkedSpan[];
  /** What is opened and not closed in the block; it holds the spans behind its start. `null`: nothing. */
  readonly tail: MarkedSpan | null;
  /** The end of a mark that closes what the block did not open, before all else in it; `null`: none. */
  readonly head: number | null;
}

/**
 * Pairs the double marks of a block. A mark closes what was opened last if it may; of marks that were opened and never
 * closed, those that others follow are errors of writing, and the last is the tail. Linear.
 */
export function pairMarks(text: string): PairedMarks {
  const open: Mark[] = [];
  const spans: MarkedSpan[] = [];
  let head: number | null = null;
  for (const mark of doubleMarksOf(text)) {
    const top = open.at(-1);
    if (top !== undefined && mark.closes && closesMark(top.sign, mark.sign) && !opensRather(mark)) {
      open.pop();
      while (spans.length > 0 && (spans.at(-1)?.start ?? 0) > top.at) spans.pop();
      spans.push(spanOf(top, mark));
    } else if (mark.opens) {
      // Straight marks do not nest: what was open was never closed.
      if (top?.sign === mark.sign && mark.sign === '"') open.pop();
      open.push(mark);
    } else if (top === undefined && spans.length === 0 && head === null) {
      head = mark.at + mark.length;
    }
  }
  const last = open.at(-1);
  const tail =
    last === undefined
      ? null
      : { start: last.at, end: text.length, opening: last.length, closing: 0, sign: last.sign };
  return { spans, tail, head };
}

function opensRather(mark: Mark): boolean {
  return mark.opens && (mark.sign === '“' || mark.sign === '„' || mark.sign === '«');
}

function spanOf(opening: Mark, closing: Mark): MarkedSpan {
  return {
    start: opening.at,
    end: closing.at + closing.length,
    opening: opening.length,
    closing: closing.length,
    sign: opening.sign,
  };
}
