import Papa from 'papaparse';
import { foldTagName } from '../annotation/fold-tag-name.ts';
import { readPath } from '../annotation/tag-paths.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { CodebookDraft, DraftTag } from './codebook-draft.ts';
import { CodebookRows, mostTags } from './codebook-rows.ts';
import { draftDescription, draftName, Remarks } from './draft-text.ts';
import { unguardedCell } from './spreadsheet-cell.ts';
import { readTint } from './tag-colors.ts';

type Column = 'path' | 'name' | 'parent' | 'color' | 'description' | 'key' | 'guid';

/** What columns are called in tables that people and other programs make, folded. */
const titles: Readonly<Record<Column, readonly string[]>> = {
  path: ['path', 'full path', 'hierarchy'],
  name: ['name', 'tag', 'code', 'code name', 'label', 'title'],
  parent: ['parent', 'parent code', 'category', 'group'],
  color: ['colour', 'color'],
  description: ['description', 'comment', 'memo', 'definition', 'note'],
  key: ['key', 'shortcut'],
  guid: ['guid', 'id'],
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const mostRows = 20_000;

/**
 * Reads a codebook from a table: a column `path`, or `name` with or without `parent` (a path or a name), and if there are
 * `colour` (one of the eight names, or #RRGGBB), `description`, `key`. Comma, semicolon or tab. A parent may have its row
 * anywhere; one that has none is made. An apostrophe that keeps a cell from being a formula is taken away. Cost: the file.
 */
export function readCodebookCsv(text: string): Result<CodebookDraft, 'unreadable'> {
  // Tables that went through several hands end their rows in several ways.
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  // Some spreadsheets say in front what stands between the cells.
  const stated = /^sep=([^\n])\n/i.exec(plain);
  const { data } = Papa.parse<string[]>(plain.slice(stated?.[0].length ?? 0), {
    newline: '\n',
    skipEmptyLines: 'greedy',
    ...(stated?.[1] === undefined
      ? { delimitersToGuess: [',', ';', '\t'] }
      : { delimiter: stated[1] }),
  });
  const [head = [], ...rows] = data;
  const columns = columnsOf(head);
  if (!columns.has('path') && !columns.has('name')) {
    return failure(
      'unreadable',
      'The first row names no column “name” or “path”. Add one of them, or choose another file.',
    );
  }
  if (rows.length > mostRows) {
    const most = mostRows.toLocaleString('en-GB');
    return failure('unreadable', `This table has more than ${most} rows. Divide it first.`);
  }
  const reader = new TableReader(columns);
  for (const [index, title] of head.entries()) {
    if (![...columns.values()].includes(index) && title.trim() !== '') reader.passOver(title);
  }
  for (const [index, row] of rows.entries()) reader.row(row, index + 2);
  const draft = reader.draft();
  if (draft === null) {
    const most = mostTags.toLocaleString('en-GB');
    return failure('unreadable', `This table has more than ${most} tags. Divide it first.`);
  }
  return draft.tags.length === 0
    ? failure('unreadable', 'This table has no tags. Choose another file.')
    : success(draft);
}

function columnsOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, title] of head.entries()) {
    const folded = foldTagName(title);
    const column = (Object.keys(titles) as Column[]).find((one) => titles[one].includes(folded));
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  }
  return columns;
}

class TableReader {
  readonly #columns: ReadonlyMap<Column, number>;
  readonly #remarks = new Remarks();
  readonly #rows = new CodebookRows(this.#remarks);

  constructor(columns: ReadonlyMap<Column, number>) {
    this.#columns = columns;
  }

  passOver(title: string): void {
    this.#remarks.note('Columns that were passed over', `“${title.trim()}”`);
  }

  row(cells: readonly string[], line: number): void {
    const cell = (column: Column): string =>
      unguardedCell(cells[this.#columns.get(column) ?? -1] ?? '');
    const path = wordsOf(cell('path'));
    const name = path.at(-1) ?? draftName(cell('name'));
    if (name === '') {
      this.#remarks.note('Rows without a name, which were left out', `row ${line}`);
      return;
    }
    const guid = cell('guid').trim().toLowerCase();
    const description = draftDescription(cell('description'));
    const said = {
      guid: uuid.test(guid) ? guid : null,
      color: this.#color(cell('color'), name),
      description: description === '' ? null : description,
      key: this.#key(cell('key'), name),
    };
    if (path.length > 0) this.#rows.add({ line, name, said, parent: path.slice(0, -1) }, 'path');
    else this.#rows.add({ line, name, said, parent: wordsOf(cell('parent')) }, 'name');
  }

  draft(): CodebookDraft | null {
    const tags = this.#rows.tags();
    return tags === null ? null : { tags, remarks: this.#remarks.all };
  }

  #color(written: string, name: string): DraftTag['color'] {
    if (written.trim() === '') return null;
    const tint = readTint(written);
    const place = `“${name}” ${written.trim().slice(0, 20)}`;
    if (tint === null) this.#remarks.note('Colours that could not be read', place);
    else if (!tint.exact) {
      this.#remarks.note('Colours that became the nearest of the eight tints here', place);
    }
    return tint?.color ?? null;
  }

  #key(written: string, name: string): number | null {
    const key = written.trim();
    if (/^[1-9]$/.test(key)) return Number(key);
    if (key !== '')
      this.#remarks.note('Keys that are none of 1 to 9', `“${name}” ${key.slice(0, 20)}`);
    return null;
  }
}

/** The names of a path, as tags can have them. */
function wordsOf(written: string): readonly string[] {
  return readPath(written).map(draftName).filter(Boolean);
}
