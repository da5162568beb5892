import type { DocxFile } from './docx-file.ts';
import { docxNamespaces, languageTag, xmlHead, xmlText } from './docx-xml.ts';

const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** What each part is, and the kinds of the files beside them. `parts`: names below `word/` without their ending. */
export function docxContentTypes(parts: readonly string[], hasPictures: boolean): string {
  const kinds: Readonly<Record<string, string>> = {
    document: `${office}.document.main+xml`,
    footer1: `${office}.footer+xml`,
  };
  const overrides = parts.map(
    (name) =>
      `<Override PartName="/word/${name}.xml" ContentType="${kinds[name] ?? `${office}.${name}+xml`}"/>`,
  );
  const pictures = hasPictures
    ? '<Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>'
    : '';
  return [
    `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    `<Default Extension="xml" ContentType="application/xml"/>${pictures}${overrides.join('')}`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
    '</Types>',
  ].join('');
}

export const docxPackageRelationships = [
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`,
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>',
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
  '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>',
  '</Relationships>',
].join('');

/** Title and language; no dates, which would be the clock's. */
export function docxCoreProperties(title: string, language: string): string {
  return [
    `${xmlHead}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(language)}</dc:language></cp:coreProperties>`,
  ].join('');
}

export const docxApplicationProperties = `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Variorum</Application></Properties>`;

/** Separators are notes of their own that the settings have to name; Word calls a file without them damaged. */
export function docxSettings(noteForm: 'footnotes' | 'endnotes' | null, language: string): string {
  const separators = (kind: string): string => `<w:${kind} w:id="-1"/><w:${kind} w:id="0"/>`;
  const notes =
    noteForm === 'footnotes'
      ? `<w:footnotePr>${separators('footnote')}</w:footnotePr>`
      : noteForm === 'endnotes'
        ? `<w:endnotePr><w:numFmt w:val="decimal"/>${separators('endnote')}</w:endnotePr>`
        : '';
  return [
    `${xmlHead}<w:settings ${docxNamespaces}><w:zoom w:percent="100"/>`,
    '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>',
    notes,
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    `<w:themeFontLang w:val="${languageTag(language) ?? 'en'}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>`,
  ].join('');
}

export const docxFooter = [
  `${xmlHead}<w:ftr ${docxNamespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`,
  '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>',
].join('');

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const bullets = ['•', '–', '▪'];

/** Number 1 is of all lists without numbers; each list with numbers has its own and so starts anew. */
export function docxNumbering(file: DocxFile): string {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(at + 1) * 567}" w:hanging="397"/></w:pPr></w:lvl>`;
  const kind = (id: number, lines: readonly string[]): string =>
    `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="hybridMultilevel"/>${lines.join('')}</w:abstractNum>`;
  const numbered = file.numberedLists.map(
    ({ start, level: at }, index) =>
      `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride></w:num>`,
  );
  return [
    `${xmlHead}<w:numbering ${docxNamespaces}>`,
    kind(
      0,
      levels.map((at) => level(at, 'bullet', bullets[at % bullets.length] ?? '•')),
    ),
    kind(
      1,
      levels.map((at) => level(at, 'decimal', `%${at + 1}.`)),
    ),
    `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${numbered.join('')}</w:numbering>`,
  ].join('');
}
