import { strToU8, Zip, ZipDeflate } from 'fflate';
import { mostInCell, type SheetCell } from '../matrix-sheets.ts';
import type { SheetLook } from '../matrix-workbook.ts';
import { workbookParts } from './workbook-parts.ts';

/** The oldest date that a ZIP can hold: it says that the date says nothing. */
const noDate = new Date(1980, 0, 1);
/** Points: a line of the style sheet's font, and what a row may have at most (Excel's limit). */
const lineHeight = 15;
const tallest = 409;
/** Widths count digits; words break early and have wide letters. */
const widerThanDigits = 1.15;
/** Code units of a sheet that are packed at a time. */
const portion = 200_000;

/**
 * Sheets as an XLSX file (ECMA-376): the first row and some columns stay in view, words are wrapped, and every text is a
 * text, so that no program takes one for a formula. The same sheets are the same bytes.
 *
 * Not write-excel-file (4.1.1), which took 40 s for the sheets of 5,000 claims against 500 articles in one go, held them
 * all in memory as objects, and dates what it writes; this takes a tenth of it. Not exceljs, which stands still since 2023,
 * and not SheetJS, which left npm with known holes in its last version there.
 *
 * @param rest called after each row: a window lets itself answer there, a thread need not
 */
export async function writeWorkbook(
  sheets: readonly SheetLook[],
  rest: () => Promise<void> | undefined = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const add = (path: string): ZipDeflate => {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = noDate;
    zip.add(file);
    return file;
  };
  for (const [path, content] of workbookParts(sheets.map(({ name }) => name))) {
    add(path).push(strToU8(content), true);
  }
  for (const [index, sheet] of sheets.entries()) {
    const file = add(`xl/worksheets/sheet${index + 1}.xml`);
    let text = sheetHead(sheet, index === 0);
    let number = 0;
    for (const row of sheet.rows) {
      number += 1;
      text += rowText(row, number, sheet.widths);
      if (text.length > portion) {
        file.push(strToU8(text));
        text = '';
      }
      await rest();
    }
    file.push(strToU8(`${text}</sheetData></worksheet>`), true);
  }
  zip.end();
  return joined(chunks);
}

function sheetHead({ widths, stickyColumns }: SheetLook, isShown: boolean): string {
  const columns = widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('');
  const corner = `${columnName(stickyColumns)}2`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView${isShown ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane xSplit="${stickyColumns}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns}</cols><sheetData>`,
  ].join('');
}

function rowText(row: readonly SheetCell[], number: number, widths: readonly number[]): string {
  // The looks of the style sheet: 2 a head, 1 anything else.
  const look = number === 1 ? 2 : 1;
  const height = Math.min(tallest, lineHeight * linesOf(row, widths));
  let text = `<row r="${number}" ht="${height}" customHeight="1">`;
  for (const [index, value] of row.entries()) {
    if (value === '') continue;
    const place = `r="${columnName(index)}${number}" s="${look}"`;
    text +=
      typeof value === 'number'
        ? `<c ${place}><v>${value}</v></c>`
        : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  }
  return `${text}</row>`;
}

/**
 * How many lines the fullest cell takes, about: programs work heights out on opening at best, and LibreOffice lays wrapped
 * words over the next row where a file states none.
 */
function linesOf(row: readonly SheetCell[], widths: readonly number[]): number {
  let most = 1;
  for (const [index, value] of row.entries()) {
    if (typeof value === 'number' || value === '') continue;
    const width = widths[index] ?? 10;
    let lines = 0;
    for (let from = 0; from <= value.length; ) {
      const end = value.indexOf('\n', from);
      const length = (end === -1 ? value.length : end) - from;
      lines += Math.max(1, Math.ceil((length * widerThanDigits) / width));
      if (end === -1) break;
      from = end + 1;
    }
    if (lines > most) most = lines;
  }
  return most;
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  const letter = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? letter : `${columnName(rest - 1)}${letter}`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text for XML: signs that XML can't hold are written in the format's own way (`_x000C_`, ST_Xstring), and words that look
 * like that so that they are not taken for it.
 */
function escaped(text: string): string {
  return text
    .slice(0, mostInCell)
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, escapedSign)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? '')
    .replaceAll('\r', '&#13;');
}

function escapedSign(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
