import type { ImportFile } from '../exchange-format.ts';
import { cellWords } from './cell-words.ts';
import { type NumberKind, numberText } from './number-format.ts';
import { PartParser } from './part-parser.ts';
import { partText } from './part-text.ts';
import { brokenWorkbook, tooLargeWorkbook } from './workbook-fault.ts';

/** A row of a sheet that has cells. */
export interface SheetRow {
  /** As the program shows it, from 1. */
  readonly number: number;
  /** By column; empty ones are empty texts. */
  readonly cells: readonly string[];
}

/** What cells need to be read. */
export interface CellSources {
  readonly strings: readonly string[];
  /** What numbers are, by the number of a cell's style. */
  readonly kinds: readonly NumberKind[];
  readonly is1904: boolean;
}

/** What a cell holds that is no value: an error (`#N/A`), or a formula that nobody has worked out. */
export type EmptyCell = 'error' | 'formula';

const mostColumns = 16_384;
const mostRows = 1_048_576;
/** A cell has 32,767 letters at most; others' programs may think otherwise. */
const mostInCell = 10_000_000;
/** Before others in their rows: a cell in the last column costs forty letters of XML, and sixteen thousand cells of memory. */
const mostEmpty = 100_000_000;

/**
 * The rows of a sheet, one after the other, each cell as text: numbers by their format, formulas as the value that they had when
 * the workbook was saved, truth as `TRUE` and `FALSE`. Throws `ExchangeFault` for a damaged sheet.
 */
export async function* sheetRows(
  part: ImportFile,
  sources: CellSources,
  tell: {
    readonly onEmpty: (what: EmptyCell, place: string) => void;
    readonly onProgress: (done: number, total: number) => void;
  },
): AsyncGenerator<SheetRow> {
  const reading = new SheetReading(part.name, sources, tell.onEmpty);
  const parser = new PartParser(part.name, reading);
  for await (const piece of partText(part, tell.onProgress)) {
    parser.write(piece);
    yield* reading.takeRows();
  }
  parser.end();
  yield* reading.takeRows();
}

class SheetReading {
  readonly #part: string;
  readonly #sources: CellSources;
  readonly #onEmpty: (what: EmptyCell, place: string) => void;
  #rows: SheetRow[] = [];
  #number = 0;
  #cells: string[] = [];
  #column = 0;
  #empty = 0;
  #type = '';
  #style = 0;
  #value = '';
  #isTaken = false;
  #readings = 0;
  #hasFormula = false;
  #hasValue = false;

  constructor(
    part: string,
    sources: CellSources,
    onEmpty: (what: EmptyCell, place: string) => void,
  ) {
    this.#part = part;
    this.#sources = sources;
    this.#onEmpty = onEmpty;
  }

  takeRows(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.#number = attributes.r === undefined ? this.#number + 1 : Number(attributes.r);
        if (!(this.#number >= 1 && this.#number <= mostRows)) throw this.#broken('a row outside');
        this.#cells = [];
        this.#column = 0;
        return;
      case 'c':
        if (attributes.r !== undefined) this.#column = columnIndex(attributes.r);
        if (!(this.#column < mostColumns)) throw this.#broken('a cell outside');
        this.#type = attributes.t ?? 'n';
        this.#style = Number(attributes.s ?? 0);
        this.#value = '';
        this.#hasFormula = false;
        this.#hasValue = false;
        return;
      case 'f':
        this.#hasFormula = true;
        return;
      case 'rPh':
        this.#readings += 1;
        return;
      case 'v':
      case 't':
        this.#isTaken = this.#readings === 0;
        this.#hasValue ||= this.#isTaken;
        return;
    }
  }

  text(text: string): void {
    if (!this.#isTaken) return;
    this.#value += text;
    if (this.#value.length > mostInCell) {
      throw tooLargeWorkbook(`the cell ${this.#place()} has over ${mostInCell} letters`);
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isTaken = false;
    else if (name === 'rPh') this.#readings -= 1;
    else if (name === 'c') {
      const text = this.#cellText();
      if (text !== '') {
        this.#empty += Math.max(0, this.#column - this.#cells.length);
        if (this.#empty > mostEmpty) throw tooLargeWorkbook(`over ${mostEmpty} empty cells`);
        while (this.#cells.length < this.#column) this.#cells.push('');
        this.#cells[this.#column] = text;
      }
      this.#column += 1;
    } else if (name === 'row' && this.#cells.length > 0) {
      this.#rows.push({ number: this.#number, cells: this.#cells });
    }
  }

  #cellText(): string {
    const { strings, kinds, is1904 } = this.#sources;
    const value = this.#value;
    // Some write an empty value to a formula that they do not work out; only one of a text may be empty.
    const isEmpty = !this.#hasValue || (value === '' && this.#type !== 'str');
    if (this.#hasFormula && isEmpty) this.#onEmpty('formula', this.#place());
    switch (this.#type) {
      case 's': {
        if (value.trim() === '') return '';
        const text = strings[Number(value)];
        if (text === undefined) throw this.#broken(`words of ${this.#place()} that it has not`);
        return text;
      }
      case 'str':
      case 'inlineStr':
        return cellWords(value);
      case 'b':
        return value.trim() === '' ? '' : /^(?:1|true)$/i.test(value.trim()) ? 'TRUE' : 'FALSE';
      case 'e':
        this.#onEmpty('error', this.#place());
        return '';
      case 'd':
        return value.trim();
      default:
        return numberText(value, kinds[this.#style] ?? 'plain', is1904);
    }
  }

  #place(): string {
    return `${columnName(this.#column)}${this.#number}`;
  }

  #broken(detail: string): Error {
    return brokenWorkbook(`${this.#part}: ${detail}`);
  }
}

/** Of `AB12`: 27. What is no such place is outside of every sheet. */
function columnIndex(place: string): number {
  const letters = /^[A-Za-z]{1,3}(?=\d)/.exec(place)?.[0];
  if (letters === undefined) return Number.NaN;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : `${columnName(rest - 1)}${letter}`;
}
