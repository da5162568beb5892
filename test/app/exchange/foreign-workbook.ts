import { strToU8, zipSync } from 'fflate';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook of another program is made of. */
export interface ForeignWorkbook {
  /** Each with the XML of its rows. */
  readonly sheets: readonly { readonly name: string; readonly rows: string }[];
  /** The XML of each shared text, from `<si>` on. */
  readonly strings?: readonly string[];
  /** What cells are shown in, by their style, from style 1 on: a number of the standard, or a code. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Parts beside, or in the place of others. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A workbook as another program packs it: prefixes, absolute paths, shared texts, sheets under names of its own. */
export function foreignWorkbook({
  sheets,
  strings = [],
  formats = [],
  is1904 = false,
  parts = {},
}: ForeignWorkbook): Uint8Array {
  const codes = formats.map((format, index) => (typeof format === 'string' ? 164 + index : format));
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types><Override PartName="/xl/book.xml" ContentType="${type}.sheet.main+xml"/></Types>`,
    '_rels/.rels': '<Relationships/>',
    'xl/book.xml': `<x:workbook xmlns:x="${spreadsheet}" xmlns:q="${relations}"><x:workbookPr date1904="${is1904 ? 1 : 0}"/><x:sheets>${sheets
      .map(({ name }, index) => `<x:sheet name="${name}" sheetId="${index + 7}" q:id="r${index}"/>`)
      .join('')}</x:sheets></x:workbook>`,
    'xl/_rels/book.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="r${index}" Type="${relations}/worksheet" Target="${index === 0 ? '/xl/' : ''}tables/t${index}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="s" Type="${relations}/sharedStrings" Target="words.xml"/><Relationship Id="t" Type="${relations}/styles" Target="looks.xml"/></Relationships>`,
    'xl/words.xml': `<sst>${strings.join('')}</sst>`,
    'xl/looks.xml': `<styleSheet><numFmts>${formats
      .map((format, index) =>
        typeof format === 'string'
          ? `<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`
          : '',
      )
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${codes
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, index) => [
        `xl/tables/t${index}.xml`,
        `<x:worksheet xmlns:x="${spreadsheet}"><x:sheetData>${rows}</x:sheetData></x:worksheet>`,
      ]),
    ),
    ...parts,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );
}

/** A row of texts that stand in the cells themselves, without places. */
export function textRow(...cells: readonly string[]): string {
  const all = cells.map((cell) => `<x:c t="inlineStr"><x:is><x:t>${cell}</x:t></x:is></x:c>`);
  return `<x:row>${all.join('')}</x:row>`;
}
