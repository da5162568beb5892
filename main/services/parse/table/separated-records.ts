/** One record of a text of separated cells. */
export interface SeparatedRecord {
  readonly cells: readonly string[];
  /** Of the cells, which stood in quotation marks. */
  readonly quoted: ReadonlySet<number>;
  /** `false`: a quotation mark was opened and never closed as it should be. */
  readonly isWhole: boolean;
}

interface ReadRecord extends SeparatedRecord {
  /** Where the next record begins. */
  readonly end: number;
}

interface Cell {
  readonly value: string;
  /** Where the delimiter or the line's end behind it stands. */
  readonly end: number;
  readonly isQuoted: boolean;
}

const sampleLength = 65_536;

/**
 * The records of a text (RFC 4180) without blank ones, as many as asked for. Quotation marks within a quoted cell that
 * are not doubled are letters as long as the cell ends on its line; in files that put a backslash before them, those are. A mark that is never closed costs one record: reading
 * goes on with the next line that is a record as wide as the first. Not by papaparse, for which such a mark swallows all
 * that follows. Takes time in proportion to the text.
 */
export function separatedRecords(
  text: string,
  delimiter: string,
  limit = Number.POSITIVE_INFINITY,
): SeparatedRecord[] {
  const reader = new RecordReader(text, delimiter);
  const records: SeparatedRecord[] = [];
  let at = 0;
  let width = 0;
  let isLost = false;
  while (at < text.length && records.length < limit) {
    const record = reader.read(at);
    if (isLost && !isRecordOf(record, width)) {
      if (!record.isWhole && reader.lineLooksLike(at, width)) records.push(record);
      at = reader.lineAfter(at);
      continue;
    }
    isLost = !record.isWhole;
    at = record.isWhole ? record.end : reader.lineAfter(at);
    if (record.isWhole && record.cells.every((cell) => cell.trim() === '')) continue;
    if (width === 0) width = record.cells.length;
    records.push(record);
  }
  return records;
}

/** Whether a line behind a broken record is one again, and not a sentence with as many commas. */
function isRecordOf({ cells, isWhole }: SeparatedRecord, width: number): boolean {
  if (!isWhole || cells.length !== width) return false;
  return cells.some((cell) => cell.trim() !== '') && !cells.some((cell) => /^ \S/.test(cell));
}

class RecordReader {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #delimiters: NextSign;
  readonly #lineEnds: NextSign;
  readonly #space: RegExp;
  /** Whether a backslash in front, and not another mark, makes a quotation mark a letter. */
  readonly #hasBackslashes: boolean;

  constructor(text: string, delimiter: string) {
    const lineEnd = text.includes('\n') ? '\n' : '\r';
    this.#text = text;
    this.#delimiter = delimiter;
    this.#delimiters = new NextSign(text, delimiter);
    this.#lineEnds = new NextSign(text, lineEnd);
    const sample = text.slice(0, sampleLength);
    this.#hasBackslashes = /[^\\]\\"/.test(sample) && !/[^\\,;\t|\r\n"]""/.test(sample);
    this.#space = new RegExp(`[ ${delimiter === '\t' ? '' : '\t'}${lineEnd === '\n' ? '\r' : ''}]`);
  }

  /** Where the line after the one at a place begins. */
  lineAfter(at: number): number {
    return this.#lineEnds.from(at) + 1;
  }

  /** Whether the line at a place has as many cells as a record, whatever quotation marks say. */
  lineLooksLike(at: number, width: number): boolean {
    const cells = this.#text.slice(at, this.#lineEnds.from(at)).split(this.#delimiter);
    return cells.length === width && !cells.some((cell) => /^ \S/.test(cell));
  }

  read(start: number): ReadRecord {
    const cells: string[] = [];
    const quoted = new Set<number>();
    let at = start;
    for (;;) {
      const cell = this.#quotedCell(at) ?? this.#plainCell(at);
      if (cell === 'broken') return { cells: [], quoted, isWhole: false, end: at };
      if (cell.isQuoted) quoted.add(cells.length);
      cells.push(cell.value);
      at = cell.end + 1;
      if (this.#text[cell.end] !== this.#delimiter) {
        return { cells, quoted, isWhole: true, end: at };
      }
    }
  }

  #plainCell(start: number): Cell {
    const lineEnd = this.#lineEnds.from(start);
    const end = Math.min(this.#delimiters.from(start), lineEnd);
    const value = this.#text.slice(start, end);
    return { value: end === lineEnd ? value.replace(/\r$/, '') : value, end, isQuoted: false };
  }

  /** `null`: the cell is not quoted, though a quotation mark may be its first letter. */
  #quotedCell(start: number): Cell | 'broken' | null {
    const open = this.#afterSpaces(start);
    if (this.#text[open] !== '"') return null;
    const lineEnd = this.#lineEnds.from(start);
    let hasStray = false;
    let from = open + 1;
    for (;;) {
      const mark = this.#text.indexOf('"', from);
      if (mark === -1 || (hasStray && mark > lineEnd)) {
        return hasStray && isBalanced(this.#text.slice(open, lineEnd)) ? null : 'broken';
      }
      if (this.#hasBackslashes && this.#isBehindBackslash(mark)) {
        from = mark + 1;
        continue;
      }
      if (this.#text[mark + 1] === '"') {
        from = mark + 2;
        continue;
      }
      const end = this.#afterSpaces(mark + 1);
      if (
        end >= this.#text.length ||
        end === this.#lineEnds.from(end) ||
        this.#text[end] === this.#delimiter
      ) {
        const inner = this.#text.slice(open + 1, mark);
        const value = this.#hasBackslashes
          ? inner.replace(/\\(["\\])/g, '$1')
          : inner.replaceAll('""', '"');
        return { value, end, isQuoted: true };
      }
      if (mark > lineEnd) return 'broken';
      hasStray = true;
      from = mark + 1;
    }
  }

  /** Behind an odd number of them: each pair is one that is a letter. */
  #isBehindBackslash(mark: number): boolean {
    let count = 0;
    while (this.#text[mark - 1 - count] === '\\') count += 1;
    return count % 2 === 1;
  }

  #afterSpaces(start: number): number {
    let at = start;
    while (this.#space.test(this.#text[at] ?? '')) at += 1;
    return at;
  }
}

function isBalanced(line: string): boolean {
  return (line.match(/"/g)?.length ?? 0) % 2 === 0;
}

/** Finds a sign in a text, each stretch searched once as long as the places that are asked for only grow. */
class NextSign {
  readonly #text: string;
  readonly #sign: string;
  #from = 0;
  #found = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** Where the sign stands at or behind a place; the text's length if it does not. */
  from(at: number): number {
    if (at < this.#from || at > this.#found) {
      const found = this.#text.indexOf(this.#sign, at);
      this.#from = at;
      this.#found = found === -1 ? this.#text.length : found;
    }
    return this.#found;
  }
}
