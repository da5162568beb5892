import type { BlockContent, ListItem, PhrasingContent, TableCell, TableRow } from 'mdast';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedClaim,
  PrintedQuotation,
  PrintedRun,
} from '../print/printed-brief.ts';
import { breakable, markdownLine, markdownText } from './markdown-runs.ts';
import { textOfRuns } from './printed-text.ts';
import { tableGrid } from './table-grid.ts';

/** The blocks of a printed brief as Markdown. A paragraph that says nothing has none and is left out. */
export function markdownBlocks(blocks: readonly PrintedBlock[]): BlockContent[] {
  return blocks.flatMap(block);
}

function block(item: PrintedBlock): BlockContent[] {
  switch (item.kind) {
    case 'heading': {
      // The brief's title is the heading of level 1, so its own headings go one down.
      const depth = item.level === 1 ? 2 : item.level === 2 ? 3 : 4;
      return [{ type: 'heading', depth, children: oneLine(markdownLine(item.runs)) }];
    }
    case 'paragraph':
      return paragraph(markdownLine(item.runs));
    case 'list':
      return [
        {
          type: 'list',
          ...(item.start === null ? { ordered: false } : { ordered: true, start: item.start }),
          spread: false,
          children: item.items.map(listItem),
        },
      ];
    case 'aside':
      return [{ type: 'blockquote', children: markdownBlocks(item.blocks) }];
    case 'quotation':
      return [quotation(item)];
    case 'claim':
      return claim(item);
    case 'table':
      return table(item.rows);
    case 'figure': {
      const url = `data:image/png;base64,${item.picture.png}`;
      const picture: PhrasingContent = { type: 'image', url, alt: item.picture.description };
      return [{ type: 'paragraph', children: [picture] }, ...paragraph(markdownLine(item.caption))];
    }
  }
}

/**
 * Blank lines go between the blocks of an item: without one, a parser may take the next block for more of a paragraph
 * (a list that does not start with 1 can not interrupt one, CommonMark 5.3).
 */
function listItem(blocks: readonly PrintedBlock[]): ListItem {
  const children = markdownBlocks(blocks);
  return { type: 'listItem', spread: children.length > 1, children };
}

function paragraph(line: readonly PhrasingContent[]): BlockContent[] {
  const children = breakable(line);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** A heading is one line of the file, so what breaks it becomes a space. */
function oneLine(line: readonly PhrasingContent[]): PhrasingContent[] {
  return line.map((item) => (item.type === 'break' ? { type: 'text', value: ' ' } : item));
}

/** Each paragraph of the words is one of the block; the credit is the last. */
function quotation({ runs, credit }: PrintedQuotation): BlockContent {
  const credited = markdownLine(credit);
  const isMark = credited.every(({ type }) => type === 'footnoteReference');
  const lines = paragraphsOf(runs).map(markdownLine);
  const last = lines.at(-1);
  if (isMark && last !== undefined) lines[lines.length - 1] = [...last, ...credited];
  const children = lines.flatMap(paragraph);
  if (!isMark) children.push(...paragraph([...markdownText('— '), ...credited]));
  return { type: 'blockquote', children };
}

/** A line feed between two letters: there a paragraph of the source ends. One at an end of the words belongs to them. */
const paragraphEnd = /(?<=[^\n])\n(?=[^\n])/g;

/** The words of a quotation, one line for each paragraph of the source. */
function paragraphsOf(runs: readonly PrintedRun[]): PrintedRun[][] {
  const ends = new Set(Array.from(textOfRuns(runs).matchAll(paragraphEnd), ({ index }) => index));
  const lines: PrintedRun[][] = [[]];
  let at = 0;
  for (const run of runs) {
    const length = textOfRuns([run]).length;
    if (run.kind === 'break' && ends.has(at)) lines.push([]);
    else if (run.kind === 'break') lines.at(-1)?.push({ kind: 'text', text: '\n' });
    else if (run.kind === 'text') {
      let from = 0;
      for (let index = 0; index < length; index += 1) {
        if (!ends.has(at + index)) continue;
        lines.at(-1)?.push({ ...run, text: run.text.slice(from, index) });
        lines.push([]);
        from = index + 1;
      }
      lines.at(-1)?.push({ ...run, text: run.text.slice(from) });
    } else lines.at(-1)?.push(run);
    at += length;
  }
  return lines;
}

function claim(item: PrintedClaim): BlockContent[] {
  const about = markdownLine(item.about);
  const statement: BlockContent = {
    type: 'paragraph',
    children: breakable([
      { type: 'strong', children: [{ type: 'text', value: `Claim ${item.label}` }] },
      { type: 'text', value: `: ${item.wording}` },
      ...(about.length === 0 ? [] : [{ type: 'break' } as const, ...about]),
    ]),
  };
  if (item.evidence.length === 0) {
    return [statement, ...paragraph(markdownText('No evidence filed.'))];
  }
  const evidence = item.evidence.map((piece): ListItem => {
    const credit = markdownLine(piece.credit);
    const stance: PhrasingContent = { type: 'strong', children: markdownText(piece.stance) };
    const from = credit.length === 0 ? [] : [...markdownText(' · '), ...credit];
    const children: BlockContent[] = [
      ...paragraph([stance, ...from]),
      quotation({ ...piece, credit: [] }),
    ];
    return { type: 'listItem', spread: true, children };
  });
  return [statement, { type: 'list', ordered: false, spread: false, children: evidence }];
}

/**
 * A table in GitHub's form: its first row are the heads, its cells hold one line each, in which `<br>` stands between
 * blocks. A cell that goes over several columns or rows is followed by empty ones.
 */
function table(rows: readonly (readonly PrintedCell[])[]): BlockContent[] {
  const grid = tableGrid(rows);
  if ((grid[0]?.length ?? 0) === 0) return [];
  const children = grid.map(
    (line, row): TableRow => ({
      type: 'tableRow',
      children: line.map((place, column): TableCell => {
        const begins = place !== null && place.row === row && place.column === column;
        return { type: 'tableCell', children: begins ? inCell(place.cell.blocks) : [] };
      }),
    }),
  );
  return [{ type: 'table', children }];
}

function inCell(blocks: readonly PrintedBlock[]): PhrasingContent[] {
  return brokenLines(blocks.flatMap(cellLines));
}

function brokenLines(lines: readonly (readonly PhrasingContent[])[]): PhrasingContent[] {
  return lines
    .map((line) => breakable(line).map((item) => (item.type === 'break' ? htmlBreak : item)))
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [htmlBreak, ...line]));
}

const htmlBreak: PhrasingContent = { type: 'html', value: '<br>' };

/** A block as lines of a cell. */
function cellLines(item: PrintedBlock): PhrasingContent[][] {
  switch (item.kind) {
    case 'heading':
    case 'paragraph':
      return [markdownLine(item.runs)];
    case 'list':
      return item.items.map((blocks, index) => [
        ...markdownText(item.start === null ? '• ' : `${item.start + index}. `),
        ...brokenLines(blocks.flatMap(cellLines)),
      ]);
    case 'aside':
      return item.blocks.flatMap(cellLines);
    case 'quotation':
      return [quotedInCell(item)];
    case 'claim':
      return [
        [
          { type: 'strong', children: [{ type: 'text', value: `Claim ${item.label}` }] },
          { type: 'text', value: `: ${item.wording}` },
        ],
        ...(item.about.length === 0 ? [] : [markdownLine(item.about)]),
        ...(item.evidence.length === 0 ? [markdownText('No evidence filed.')] : []),
        ...item.evidence.map((piece) => [
          ...markdownText(`${piece.stance}: `),
          ...quotedInCell(piece),
        ]),
      ];
    case 'table':
      return item.rows.map((row) =>
        row.flatMap((cell) => [...inCell(cell.blocks), ...markdownText(' ')]),
      );
    case 'figure':
      return [markdownText(item.picture.description), markdownLine(item.caption)];
  }
}

function quotedInCell({ runs, credit }: PrintedQuotation): PhrasingContent[] {
  const credited = markdownLine(credit);
  const isMark = credited.every(({ type }) => type === 'footnoteReference');
  return [
    ...brokenLines(paragraphsOf(runs).map(markdownLine)),
    ...(isMark ? credited : [...markdownText(' — '), ...credited]),
  ];
}
