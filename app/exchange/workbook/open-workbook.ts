import { ExchangeFault, type ImportContext, type ImportFile } from '../exchange-format.ts';
import { elementsIn, type XmlElement } from '../xml/read-xml.ts';
import { numberKind } from './number-format.ts';
import { listed, partTree } from './part-text.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type CellSources, type EmptyCell, type SheetRow, sheetRows } from './sheet-rows.ts';
import { brokenWorkbook } from './workbook-fault.ts';

/** A sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  /** Its rows, read while they are asked for. */
  rows(
    onEmpty: (what: EmptyCell, place: string) => void,
    onProgress: (done: number, total: number) => void,
  ): AsyncGenerator<SheetRow>;
}

/**
 * The sheets of a workbook (XLSX, also with macros, also in the strict form of its standard), in their order, hidden ones among
 * them. What all sheets share is read at once, they themselves row by row. Throws `ExchangeFault` for what is damaged, encrypted,
 * unpacks to too much, or is in another form, with what to do.
 *
 * Our own over `saxes`, with the archive's limits of this program (rule T21). Measured on 100,000 annotations (10 MB, 160 MB of
 * XML): read-excel-file (9.3.17) unpacks without a limit and holds every cell at once; exceljs (4.4.0) stands still since 2023
 * and brings 194 packages of 100 MB; SheetJS left npm with known holes in its last version there.
 */
export async function openWorkbook(
  file: ImportFile,
  unpack: ImportContext['unpack'],
): Promise<readonly WorkbookSheet[]> {
  await wantPacked(file);
  const parts = new Map((await unpack(file)).map((part) => [part.name.toLowerCase(), part]));
  if (parts.has('xl/workbook.bin')) {
    throw new ExchangeFault(
      'This is a binary workbook (XLSB). Save it as “Excel workbook (.xlsx)”, and import that.',
    );
  }
  const main = await mainPart(parts);
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const book = await partTree(main);
  const targets = await relationsOf(parts, main.name, folder);
  const partOf = (type: string): ImportFile | undefined => {
    const target = [...targets.values()].find((one) => one.type === type);
    return target === undefined ? undefined : parts.get(target.path);
  };
  const [words, styles] = [partOf('sharedStrings'), partOf('styles')];
  const [about] = elementsIn(book, 'workbookPr');
  const sources: CellSources = {
    strings: words === undefined ? [] : await readSharedStrings(words),
    kinds: styles === undefined ? [] : kindsIn(await partTree(styles)),
    is1904: /^(?:1|true|on)$/i.test(about?.attributes.date1904 ?? ''),
  };
  return listed(book, 'sheets', 'sheet').flatMap(({ attributes }, index) => {
    const target = targets.get(attributes.id ?? '');
    // Sheets that are a chart, or a dialog of old.
    if (target !== undefined && target.type !== 'worksheet') return [];
    const part = parts.get(target?.path ?? '');
    const name = attributes.name ?? `Sheet ${index + 1}`;
    if (part === undefined) throw brokenWorkbook(`the sheet “${name}” is missing`);
    return [
      {
        name,
        rows: (onEmpty, onProgress) => sheetRows(part, sources, { onEmpty, onProgress }),
      } satisfies WorkbookSheet,
    ];
  });
}

/** The beginning of files of old: workbooks before 2007, and newer ones with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];
/** “EncryptedPackage”, as their directory has it. */
const encrypted = /E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0/;

/** Whether a file begins as workbooks of old and those with a password do. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return compound.every((byte, index) => bytes[index] === byte);
}

async function wantPacked(file: ImportFile): Promise<void> {
  const bytes = await file.bytes(512 * 1024 * 1024);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  if (!isCompoundFile(bytes)) {
    throw new ExchangeFault(
      `“${file.name}” is no workbook (XLSX). Choose another file, or the format that it is in.`,
    );
  }
  // One byte a letter: the directory stands anywhere in the file, in UTF-16.
  const isEncrypted = encrypted.test(new TextDecoder('latin1').decode(bytes));
  throw new ExchangeFault(
    isEncrypted
      ? 'This workbook is encrypted with a password. Open it, save it without one, and import that.'
      : 'This is a workbook of the old form (XLS). Save it as “Excel workbook (.xlsx)”, and import that.',
  );
}

type Parts = ReadonlyMap<string, ImportFile>;

/** The part that names the sheets: by the list of types, since programs may call it as they like. */
async function mainPart(parts: Parts): Promise<ImportFile> {
  const types = parts.get('[content_types].xml');
  const usual = parts.get('xl/workbook.xml');
  if (types === undefined) {
    if (usual !== undefined) return usual;
    throw brokenWorkbook('it does not say what is in it');
  }
  const named = elementsIn(await partTree(types), 'Override').find(({ attributes }) =>
    /(?:sheet|template|addin)(?:\.macroEnabled)?\.main\+xml$/i.test(attributes.ContentType ?? ''),
  );
  const path = (named?.attributes.PartName ?? '').replace(/^\//, '').toLowerCase();
  const part = parts.get(path) ?? usual;
  if (part === undefined) throw brokenWorkbook('it names no sheets');
  return part;
}

interface Relation {
  /** The last word of its type: `worksheet`, `styles`. */
  readonly type: string;
  /** As parts are found by. */
  readonly path: string;
}

async function relationsOf(
  parts: Parts,
  of: string,
  folder: string,
): Promise<ReadonlyMap<string, Relation>> {
  const name = of.slice(folder.length);
  const part = parts.get(`${folder}_rels/${name}.rels`.toLowerCase());
  if (part === undefined) throw brokenWorkbook('it does not say where its sheets are');
  return new Map(
    elementsIn(await partTree(part), 'Relationship').map(({ attributes }) => {
      const { Id = '', Type = '', Target = '' } = attributes;
      const path = Target.startsWith('/') ? Target.slice(1) : joined(folder, Target);
      return [Id, { type: Type.slice(Type.lastIndexOf('/') + 1), path: path.toLowerCase() }];
    }),
  );
}

function joined(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of `${folder}${target}`.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}

function kindsIn(styles: XmlElement): CellSources['kinds'] {
  const codes = new Map(
    listed(styles, 'numFmts', 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode,
    ]),
  );
  return listed(styles, 'cellXfs', 'xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return numberKind(id, codes.get(id));
  });
}
