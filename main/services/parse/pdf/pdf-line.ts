import type { PdfFragment } from './pdf-fragment.ts';

/** A line of text, with what of its place tells how it belongs to the next. Points, as in a fragment. */
export interface PdfLine {
  readonly text: string;
  readonly fragments: readonly PdfFragment[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly page: number;
  /** The column that it stands in. */
  readonly column: PdfColumn;
  /** Whether it is a cell of a table. */
  readonly isCell: boolean;
}

/** A column, or a whole page's width, with the margins that most of its lines keep. */
export interface PdfColumn {
  readonly page: number;
  readonly left: number;
  /** As far as any of its lines reaches, or of those of the same column on other pages. */
  right: number;
  readonly isOneOfSeveral: boolean;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** Letters nearer to each other than this, in their own size, are of one word. */
const narrowestSpace = 0.13;

/** The text of fragments on one line, in the order in which they are read, with a space where there is a gap. */
export function lineText(fragments: readonly PdfFragment[]): string {
  const all = fragments.map(({ text }) => text).join('');
  const isReversed = (all.match(rightToLeft)?.length ?? 0) * 2 > all.replace(/\s/g, '').length;
  const sorted = [...fragments].sort((one, other) =>
    isReversed ? other.right - one.right : one.left - other.left,
  );
  let text = '';
  let previous: PdfFragment | null = null;
  for (const fragment of sorted) {
    if (previous !== null) {
      const gap = isReversed ? previous.left - fragment.right : fragment.left - previous.right;
      const size = Math.min(previous.size, fragment.size);
      if (gap > size * narrowestSpace && !/\s$/.test(text) && !/^\s/.test(fragment.text))
        text += ' ';
    }
    text += fragment.text;
    previous = fragment;
  }
  return text.trim();
}
