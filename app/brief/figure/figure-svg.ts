/** Colours for paper: a brief is printed, whatever theme it is written in. */
export const figureColors = {
  paper: '#ffffff',
  ink: '#1d1b18',
  soft: '#655f56',
  line: '#d9d4ca',
  sunk: '#f5f2ec',
  rubric: '#9c2f1f',
} as const;

const typeface = 'Inter, &quot;Helvetica Neue&quot;, Arial, sans-serif';

/** How words stand in a figure. */
export interface FigureText {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** A line of words whose baseline begins at a place. */
export function textPart(x: number, y: number, words: string, look: FigureText = {}): string {
  const { size = 12, bold = false, color = figureColors.ink, anchor = 'start' } = look;
  return `<text x="${short(x)}" y="${short(y)}" font-size="${size}"${bold ? ' font-weight="600"' : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`} fill="${color}">${escaped(words)}</text>`;
}

/** A straight line. */
export function linePart(x1: number, y1: number, x2: number, y2: number, color: string): string {
  return `<line x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}" stroke="${color}"/>`;
}

/** A filled rectangle. */
export function boxPart(
  x: number,
  y: number,
  width: number,
  height: number,
  color: string,
): string {
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${color}"/>`;
}

/** A whole document around its parts, on paper. */
export function figureSvg(
  width: number,
  height: number,
  title: string,
  parts: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}" font-family="${typeface}">`,
    `<title>${escaped(title)}</title>`,
    boxPart(0, 0, width, height, figureColors.paper),
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** XML has no other control characters than these three, and no halves of characters (XML 1.0, 2.2). */
function escaped(words: string): string {
  return words
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
