import type {
  PrintedBlock,
  PrintedCell,
  PrintedClaim,
  PrintedQuotation,
} from '../../../../app/brief/print/printed-brief.ts';
import { textOfRuns } from '../../../../app/brief/write/printed-text.ts';
import { isHeadRow, tableGrid } from '../../../../app/brief/write/table-grid.ts';
import { isRightToLeft } from '../../../../app/brief/write/text-direction.ts';
import { columnWidths } from './column-widths.ts';
import { docxDrawing } from './docx-drawing.ts';
import type { DocxFile } from './docx-file.ts';
import { type DocxPlace, DocxRuns } from './docx-runs.ts';
import { docxText } from './docx-text.ts';

/** Twentieths of a point between the margins of the page. */
const textWidth = 9_072;
/** How far each level of a list, and what is set off, is set in. */
const step = 567;
/** Twentieths of a point below a list and below a claim with its evidence. */
const afterGroup = 200;
/** What stands deeper still is set in no further: some room has to be left for words. */
const deepestIndent = 10 * step;
/** Word calls a file with a wider table damaged. */
const mostColumns = 63;
/** Word knows nine levels of a list. */
const deepest = 8;

/** What a paragraph is like. */
interface ParagraphLook {
  readonly style: string;
  readonly keepNext?: boolean;
  readonly numbering?: { readonly id: number; readonly level: number };
  /** Twentieths of a point below it; what the style says where it is absent. */
  readonly after?: number;
  /** Twentieths of a point in all; what the style says where it is absent. */
  readonly indent?: number | null;
  readonly fromRight?: boolean;
  /** Without the hanging first line of its style. */
  readonly flush?: boolean;
}

/** Where blocks stand. */
interface Surroundings {
  readonly place: DocxPlace;
  /** The style of plain paragraphs. */
  readonly style: string;
  readonly indent: number;
  readonly level: number;
  /** Within a list: whether it ends with this, and room has to be left below. */
  readonly endsList?: boolean;
}

const top: Surroundings = { place: 'body', style: 'Normal', indent: 0, level: 0 };

/** A paragraph around runs, its properties in the order that the schema asks for. */
export function docxParagraph(runs: string, look: ParagraphLook): string {
  const { style, numbering, indent = null } = look;
  const properties = [
    style === 'Normal' ? '' : `<w:pStyle w:val="${style}"/>`,
    look.keepNext === true ? '<w:keepNext/>' : '',
    numbering === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${numbering.level}"/><w:numId w:val="${numbering.id}"/></w:numPr>`,
    look.fromRight === true ? '<w:bidi/>' : '',
    look.after === undefined ? '' : `<w:spacing w:after="${look.after}"/>`,
    indent === null
      ? ''
      : `<w:ind w:left="${Math.min(indent, deepestIndent)}"${look.flush === true ? ' w:hanging="0"' : ''}/>`,
  ].join('');
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** The blocks of a printed brief as paragraphs and tables of one document. */
export class DocxBlocks {
  readonly #file: DocxFile;
  readonly runs: DocxRuns;

  constructor(file: DocxFile) {
    this.#file = file;
    this.runs = new DocxRuns(file);
  }

  body(blocks: readonly PrintedBlock[]): string {
    return this.#flow(blocks, top);
  }

  /** A note: its own mark first, in its first paragraph. */
  note(blocks: readonly PrintedBlock[], style: string, mark: string): string {
    const around: Surroundings = { place: 'note', style, indent: 0, level: 0 };
    const [first, ...rest] = blocks;
    if (first?.kind !== 'paragraph') {
      return docxParagraph(mark, { style }) + this.#flow(blocks, around);
    }
    const head = docxParagraph(mark + this.runs.line(first.runs, 'note'), {
      style,
      fromRight: this.#file.readsFromRight(textOfRuns(first.runs)),
    });
    return head + this.#flow(rest, around);
  }

  heading(level: 1 | 2 | 3, runs: string, text: string): string {
    const bookmark = this.#file.heading(level, text.replace(/\s+/g, ' ').trim());
    const look = { style: `Heading${level}`, fromRight: this.#file.readsFromRight(text) };
    return docxParagraph(this.#file.bookmark(bookmark, runs), look);
  }

  #flow(blocks: readonly PrintedBlock[], around: Surroundings): string {
    return blocks.map((block) => this.#block(block, around)).join('');
  }

  #block(block: PrintedBlock, around: Surroundings): string {
    const { place, indent } = around;
    switch (block.kind) {
      case 'heading': {
        const runs = this.runs.line(block.runs, place);
        const text = textOfRuns(block.runs);
        return place === 'body'
          ? this.heading(block.level, runs, text)
          : docxParagraph(runs, {
              style: around.style,
              fromRight: this.#file.readsFromRight(text),
            });
      }
      case 'paragraph':
        return docxParagraph(this.runs.line(block.runs, place), {
          style: around.style,
          fromRight: this.#file.readsFromRight(textOfRuns(block.runs)),
          indent: indent === 0 ? null : indent,
        });
      case 'list':
        return this.#list(block, around);
      case 'aside':
        return this.#flow(block.blocks, { ...around, style: 'SetOff', indent: indent + step });
      case 'quotation':
        return this.#quotation(block, around);
      case 'claim':
        return this.#claim(block, around);
      case 'table':
        return this.#table(block.rows, around);
      case 'figure': {
        const links = place === 'note' ? this.#file.notes : this.#file.body;
        const drawing = docxDrawing(block.picture, this.#file, links);
        const hasCaption = block.caption.length > 0;
        const picture = docxParagraph(drawing, {
          style: 'Figure',
          keepNext: hasCaption,
        });
        if (!hasCaption) return picture;
        const fromRight = this.#file.readsFromRight(textOfRuns(block.caption));
        const caption = this.runs.line(block.caption, place);
        return picture + docxParagraph(caption, { style: 'Caption', fromRight });
      }
    }
  }

  #list(block: Extract<PrintedBlock, { kind: 'list' }>, around: Surroundings): string {
    const level = Math.min(around.level, deepest);
    const id = block.start === null ? 1 : this.#file.numbering(block.start, level);
    const inner: Surroundings = {
      ...around,
      level: around.level + 1,
      indent: around.indent + step,
    };
    const isInCell = around.style === 'TableText' || around.style === 'TableHead';
    const ends = around.level === 0 ? !isInCell : around.endsList === true;
    return block.items
      .map((item, index) => {
        const endsList = ends && index === block.items.length - 1;
        const [first, ...others] = item;
        const runs = first?.kind === 'paragraph' ? first.runs : [];
        const rest = first?.kind === 'paragraph' ? others : item;
        const head = docxParagraph(this.runs.line(runs, around.place), {
          style: 'ListParagraph',
          numbering: { id, level },
          // Only where the list stands in something that is set in: numbering says the rest.
          indent: around.indent === around.level * step ? null : inner.indent,
          fromRight: this.#file.readsFromRight(textOfRuns(runs)),
          ...(endsList && rest.length === 0 ? { after: afterGroup } : {}),
        });
        const last = this.#flow(rest.slice(-1), { ...inner, endsList });
        return head + this.#flow(rest.slice(0, -1), { ...inner, endsList: false }) + last;
      })
      .join('');
  }

  #quotation(
    { passage, runs, credit }: PrintedQuotation,
    around: Surroundings,
    below: Pick<ParagraphLook, 'after'> = {},
  ): string {
    const { place, indent } = around;
    const isMark = credit.every(({ kind }) => kind === 'note');
    const words = this.runs.cited(runs, passage, place);
    const credited = this.runs.line(credit, place);
    const at = { indent: indent === 0 ? null : indent + step };
    const fromRight = this.#file.readsFromRight(textOfRuns(runs));
    if (isMark)
      return docxParagraph(words + credited, { style: 'Quote', fromRight, ...at, ...below });
    return (
      docxParagraph(words, { style: 'Quote', keepNext: true, fromRight, ...at }) +
      docxParagraph(credited, {
        style: 'QuotationSource',
        fromRight: this.#file.readsFromRight(textOfRuns(credit)),
        ...at,
        ...below,
      })
    );
  }

  #claim(block: PrintedClaim, around: Surroundings): string {
    const { place, indent } = around;
    const at = { indent: indent === 0 ? null : indent };
    const label = docxText(`Claim ${block.label} `, { style: 'ClaimLabel' });
    const about = this.runs.line(block.about, place);
    const evidence = block.evidence.map((item, index) => {
      const below = index === block.evidence.length - 1 ? { after: afterGroup } : {};
      const credit = this.runs.line(item.credit, place);
      const from = credit === '' ? '' : docxText(' · ') + credit;
      const head = docxText(item.stance, { strong: true }) + from;
      return (
        docxParagraph(head, {
          style: 'Evidence',
          keepNext: true,
          fromRight: this.#file.readsFromRight(`${item.stance} ${textOfRuns(item.credit)}`),
          ...at,
        }) + this.#quotation({ ...item, credit: [] }, around, below)
      );
    });
    return [
      docxParagraph(label + docxText(block.wording), {
        style: 'Claim',
        keepNext: true,
        fromRight: this.#file.readsFromRight(block.wording),
        ...at,
      }),
      about === ''
        ? ''
        : docxParagraph(about, {
            style: 'ClaimDetails',
            // What follows is the first passage, which the claim's head is not parted from.
            keepNext: true,
            fromRight: this.#file.readsFromRight(textOfRuns(block.about)),
            ...at,
          }),
      ...(evidence.length === 0
        ? [
            docxParagraph(docxText('No evidence filed.'), {
              style: 'ClaimDetails',
              after: afterGroup,
              ...at,
            }),
          ]
        : evidence),
    ].join('');
  }

  /** The cells of a table that Word can not hold, one after the other. */
  #cellsInTurn(grid: ReturnType<typeof tableGrid>, around: Surroundings): string {
    const cells = grid.flatMap((line, row) =>
      line.map((place, column) =>
        place === null || place.row !== row || place.column !== column
          ? ''
          : this.#flow(place.cell.blocks, { ...around, style: 'TableText' }),
      ),
    );
    return cells.join('') + docxParagraph('', { style: 'AfterTable' });
  }

  #table(rows: readonly (readonly PrintedCell[])[], around: Surroundings): string {
    const grid = tableGrid(rows);
    const columns = grid[0]?.length ?? 0;
    if (columns === 0) return '';
    if (columns > mostColumns) return this.#cellsInTurn(grid, around);
    const setIn = Math.min(around.indent, deepestIndent);
    const widths = columnWidths(grid, textWidth - setIn);
    const columnList = widths.map((width) => `<w:gridCol w:w="${width}"/>`);
    const inner: Surroundings = { ...around, style: 'TableText', indent: 0, level: 0 };
    const lines = grid.map((line, row) => {
      const isHead = row === 0 && isHeadRow(rows[0]);
      const cells: string[] = [];
      for (let column = 0; column < columns; ) {
        const place = line[column] ?? null;
        const span = place === null ? 1 : place.columnSpan;
        const width = sumOf(widths.slice(column, column + span));
        const begins = place !== null && place.row === row;
        const merge =
          place === null || place.rowSpan === 1
            ? ''
            : begins
              ? '<w:vMerge w:val="restart"/>'
              : '<w:vMerge/>';
        const style = place?.cell.isHeader === true ? 'TableHead' : 'TableText';
        const content = begins ? this.#flow(place.cell.blocks, { ...inner, style }) : '';
        // A cell ends with a paragraph, or Word calls the file damaged.
        const end = content.endsWith('</w:p>') ? '' : docxParagraph('', { style });
        const spans = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
        const tint =
          place?.cell.isHeader === true
            ? '<w:shd w:val="clear" w:color="auto" w:fill="F2EFE8"/>'
            : '';
        cells.push(
          `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spans}${merge}${tint}</w:tcPr>${content}${end}</w:tc>`,
        );
        column += span;
      }
      const head = isHead ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '';
      return `<w:tr>${head}${cells.join('')}</w:tr>`;
    });
    const indent = setIn === 0 ? '' : `<w:tblInd w:w="${setIn}" w:type="dxa"/>`;
    const fromRight = isRightToLeft(this.#file.brief.language) ? '<w:bidiVisual/>' : '';
    const look = `<w:tblLook w:val="0420" w:firstRow="${isHeadRow(rows[0]) ? 1 : 0}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`;
    return [
      `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${fromRight}<w:tblW w:w="${sumOf(widths)}" w:type="dxa"/>${indent}<w:tblLayout w:type="fixed"/>${look}</w:tblPr>`,
      `<w:tblGrid>${columnList.join('')}</w:tblGrid>${lines.join('')}</w:tbl>`,
      // Two tables in a row would become one.
      docxParagraph('', { style: 'AfterTable' }),
    ].join('');
  }
}

function sumOf(widths: readonly number[]): number {
  return widths.reduce((all, width) => all + width, 0);
}
