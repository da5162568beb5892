import type {
  PrintedBlock,
  PrintedCell,
  PrintedClaim,
  PrintedQuotation,
  PrintedRun,
} from '../print/printed-brief.ts';
import { isHeadRow, tableGrid } from './table-grid.ts';
import { indented, wrapped } from './wrap-text.ts';

/** How far quotations are set in. */
const setIn = '    ';

/** The blocks of a printed brief as plain text, each without an empty line at its ends. */
export function textBlocks(blocks: readonly PrintedBlock[], wrap: number | null): string[] {
  return blocks.map((block) => textBlock(block, wrap)).filter((text) => text !== '');
}

/** A line with the marks of its notes in brackets; where a link does not show its address, that follows it. */
export function textLine(runs: readonly PrintedRun[]): string {
  return runs.map(textRun).join('');
}

function textRun(run: PrintedRun): string {
  switch (run.kind) {
    case 'text': {
      const { href, text } = run;
      return href === undefined || href === text || href === `mailto:${text}`
        ? text
        : `${text} <${href}>`;
    }
    case 'break':
      return '\n';
    case 'note':
      return `[${run.number}]`;
    case 'cited':
      return textLine(run.runs);
    case 'comment':
      return `${textLine(run.runs)} [Comment: ${run.text}]`;
  }
}

function textBlock(block: PrintedBlock, wrap: number | null): string {
  const narrow = wrap === null ? null : Math.max(24, wrap - setIn.length);
  switch (block.kind) {
    case 'heading': {
      const line = textLine(block.runs).replace(/\s+/g, ' ').trim();
      if (block.level === 3) return line;
      // The brief's title has the double rule.
      const length = Math.min(72, [...line].length);
      return `${line}\n${(block.level === 1 ? '-' : '~').repeat(length)}`;
    }
    case 'paragraph':
      return wrapped(textLine(block.runs), wrap);
    case 'list': {
      const items = block.items.map((item, index) => {
        const mark = block.start === null ? '- ' : `${block.start + index}. `;
        const inner = textBlocks(item, wrap === null ? null : Math.max(24, wrap - mark.length));
        return indented(inner.join('\n\n'), mark, ' '.repeat(mark.length)) || mark.trimEnd();
      });
      return items.join('\n');
    }
    case 'aside':
      return indented(textBlocks(block.blocks, narrow).join('\n\n'), setIn, setIn);
    case 'quotation':
      return quotation(block, narrow);
    case 'claim':
      return claim(block, wrap, narrow);
    case 'table':
      return table(block.rows, wrap);
    case 'figure': {
      const caption = wrapped(textLine(block.caption), wrap);
      const picture = wrapped(`[Figure: ${block.picture.description}]`, wrap);
      return caption === '' ? picture : `${picture}\n${caption}`;
    }
  }
}

function quotation({ runs, credit }: PrintedQuotation, wrap: number | null): string {
  const credited = textLine(credit);
  const isMark = credit.every(({ kind }) => kind === 'note');
  const words = wrapped(textLine(runs) + (isMark ? credited : ''), wrap);
  const below = isMark ? '' : `\n${wrapped(`— ${credited}`, wrap)}`;
  return indented(words + below, setIn, setIn);
}

function claim(block: PrintedClaim, wrap: number | null, narrow: number | null): string {
  const about = textLine(block.about);
  const evidence = block.evidence.map((item) => {
    const credit = textLine(item.credit);
    const head = wrapped(credit === '' ? item.stance : `${item.stance} · ${credit}`, narrow);
    return `${indented(head, '- ', '  ')}\n${quotation({ ...item, credit: [] }, narrow)}`;
  });
  return [
    wrapped(`Claim ${block.label}: ${block.wording}`, wrap),
    ...(about === '' ? [] : [wrapped(about, wrap)]),
    ...(evidence.length === 0 ? ['No evidence filed.'] : evidence),
  ].join('\n');
}

/**
 * One line a row, with bars between the cells and a rule below the heads: columns that stand under each other would break long
 * quotations. A cell without words is a dash; nothing stands where a cell from the left or above reaches over.
 */
function table(rows: readonly (readonly PrintedCell[])[], wrap: number | null): string {
  const lines = tableGrid(rows).map((line, row) =>
    line
      .map((place, column) => {
        const begins = place === null || (place.row === row && place.column === column);
        if (!begins) return '';
        return (place === null ? '' : cellText(place.cell)) || '–';
      })
      .join(' | '),
  );
  const written = lines.map((line) => indented(wrapped(line, wrap, 2), '', '  '));
  const [head, ...rest] = written;
  if (head === undefined || !isHeadRow(rows[0])) return written.join('\n');
  const longest = Math.max(...head.split('\n').map((line) => [...line].length));
  return [head, '-'.repeat(Math.min(72, longest)), ...rest].join('\n');
}

function cellText(cell: PrintedCell): string {
  return textBlocks(cell.blocks, null)
    .map((text) => text.replace(/\n\s*/g, ' '))
    .join(' / ');
}
