import type { MatrixCell } from '../../claim/matrix-cell.ts';
import type { Stance } from '../../record/records.ts';
import type { MatrixContent } from '../matrix-table.ts';
import type { DrawnFigure } from './drawn-figure.ts';
import { boxPart, figureColors, figureSvg, linePart, textPart } from './figure-svg.ts';
import { widestUnit, wrapped } from './wrapped.ts';

/** How many claims a figure shows: more can't be read on a page. */
export const mostFigureRows = 60;
/** How many sources. */
export const mostFigureColumns = 20;

const claimWidth = 250;
/** A column is as wide as its longest word wants, within these. */
const leastColumnWidth = 74;
const mostColumnWidth = 136;
/** A headline that stands for an outlet needs room for some words. */
const headlineWidth = 100;
const headlineLength = 32;
const headSize = 11;
const mostHeadLines = 5;
const headLineHeight = 13;
const margin = 14;
const lineHeight = 14;

/** Letter and colour of what a source does with a claim: told by the letter, so that print without colour says it too. */
const stanceSigns: Readonly<Record<Stance, readonly [letter: string, color: string]>> = {
  asserts: ['A', '#4f7a1f'],
  denies: ['D', '#a8383d'],
  reports: ['R', '#1f6e93'],
  qualifies: ['Q', '#9b7000'],
  questions: ['?', '#6a48a8'],
};

/**
 * The matrix as a picture: a row for each claim, a column for each source, signs for what a source does with a claim, with
 * their legend. What is beyond `mostFigureRows` and `mostFigureColumns` is left out, and the picture says how much. Says
 * the same for the same content. Cost: its cells.
 */
export function matrixFigure(content: MatrixContent): DrawnFigure {
  const rows = content.rows.slice(0, mostFigureRows);
  const columns = content.columns.slice(0, mostFigureColumns);
  const heads = columns.map(({ title }) => headOf(title));
  const parts: string[] = [];
  const centres: number[] = [];
  const headHeight = 10 + Math.max(4, ...heads.map(({ lines }) => lines.length)) * headLineHeight;
  let right = margin + claimWidth;
  for (const { lines, width: own } of heads) {
    const centre = right + own / 2;
    centres.push(centre);
    right += own;
    for (const [line, words] of lines.entries()) {
      const y = margin + headHeight - 8 - (lines.length - 1 - line) * headLineHeight;
      parts.push(textPart(centre, y, words, { size: headSize, bold: true, anchor: 'middle' }));
    }
  }
  const width = right + margin;
  const counts = new Map<CellState, number>();
  let top = margin + headHeight;
  parts.push(linePart(margin, top, width - margin, top, figureColors.soft));
  for (const { claim, depth } of rows) {
    const indent = Math.min(depth, 4) * 12;
    const words = wrapped(`C${claim.number} ${claim.wording}`, claimWidth - 16 - indent, 12, 4);
    const height = Math.max(28, words.length * lineHeight + 12);
    for (const [line, text] of words.entries()) {
      parts.push(textPart(margin + indent, top + 17 + line * lineHeight, text));
    }
    for (const [index, column] of columns.entries()) {
      const cell = content.cellOf(claim.id, column.id);
      counts.set(stateOf(cell), (counts.get(stateOf(cell)) ?? 0) + 1);
      parts.push(...cellParts(cell, centres[index] ?? 0, top + height / 2));
    }
    top += height;
    parts.push(linePart(margin, top, width - margin, top, figureColors.line));
  }
  const notes = leftOut(content);
  for (const words of notes) {
    top += 18;
    parts.push(textPart(margin, top, words, { size: 11, color: figureColors.soft }));
  }
  const legend = legendParts(width, top + 12);
  const height = legend.bottom + margin;
  const states = cellStates.flatMap(([state, one, many]) => {
    const count = counts.get(state) ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  const description = `Matrix of ${counted(rows.length, 'claim')} and ${counted(columns.length, 'source')}, who says what. Of its cells ${listed(states)}.`;
  return {
    svg: figureSvg(width, height, description, [...parts, ...legend.parts]),
    width,
    height,
    description,
  };
}

/** The head of a column: its lines, and how wide it wants to be. */
function headOf(title: string): { readonly lines: readonly string[]; readonly width: number } {
  const least = title.length > headlineLength ? headlineWidth : leastColumnWidth;
  const wanted = Math.ceil(widestUnit(title, headSize)) + 8;
  const width = Math.min(mostColumnWidth, Math.max(least, wanted));
  return { lines: wrapped(title, width - 8, headSize, mostHeadLines), width };
}

/** What a cell tells. Silence is what somebody confirmed: nobody is silent who was not asked. */
type CellState = 'evidence' | 'silent' | 'copy' | 'unchecked';

const cellStates: readonly (readonly [state: CellState, one: string, many: string])[] = [
  ['evidence', 'has passages', 'have passages'],
  ['silent', 'is silent (confirmed)', 'are silent (confirmed)'],
  ['copy', 'is a copy of another source', 'are copies of another source'],
  ['unchecked', 'is not yet checked', 'are not yet checked'],
];

function stateOf(cell: MatrixCell | null): CellState {
  return cell?.kind ?? 'unchecked';
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? 'none is drawn';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function cellParts(cell: MatrixCell | null, x: number, y: number): string[] {
  switch (cell?.kind) {
    case 'evidence': {
      const from = x - ((cell.stances.length - 1) * 17) / 2;
      return cell.stances.flatMap((stance, index) => sign(stance, from + index * 17, y));
    }
    case 'silent':
      return [textPart(x, y + 4, '–', { anchor: 'middle', color: figureColors.soft, bold: true })];
    case 'copy':
      return [textPart(x, y + 4, '=', { anchor: 'middle', color: figureColors.soft })];
    default:
      return [];
  }
}

function sign(stance: Stance, x: number, y: number): string[] {
  const [letter, color] = stanceSigns[stance];
  return [
    boxPart(x - 7.5, y - 8, 15, 16, color),
    textPart(x, y + 4, letter, { size: 11, bold: true, color: '#ffffff', anchor: 'middle' }),
  ];
}

function legendParts(width: number, top: number): { parts: string[]; bottom: number } {
  const items: readonly (readonly [draw: (x: number, y: number) => string[], words: string])[] = [
    ...(Object.keys(stanceSigns) as Stance[]).map(
      (stance) => [(x: number, y: number) => sign(stance, x, y), stance] as const,
    ),
    [(x, y) => [textPart(x, y + 4, '–', { anchor: 'middle', bold: true })], 'silent (confirmed)'],
    [(x, y) => [textPart(x, y + 4, '=', { anchor: 'middle' })], 'copy of another source'],
    [() => [], 'empty: not yet checked'],
  ];
  const parts: string[] = [];
  let x = margin;
  let y = top + 10;
  for (const [draw, words] of items) {
    const room = 26 + words.length * 6.2;
    if (x > margin && x + room > width - margin) {
      x = margin;
      y += 20;
    }
    parts.push(...draw(x + 8, y), textPart(x + 20, y + 4, words, { size: 11 }));
    x += room;
  }
  return { parts, bottom: y + 8 };
}

function leftOut({ rows, columns }: MatrixContent): string[] {
  const notes: string[] = [];
  if (rows.length > mostFigureRows) {
    notes.push(`The first ${mostFigureRows} of ${rows.length} claims are shown.`);
  }
  if (columns.length > mostFigureColumns) {
    notes.push(`The first ${mostFigureColumns} of ${columns.length} sources are shown.`);
  }
  return notes;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
