import { makeZip, type ZipFile } from './make-zip.ts';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';

export interface DocxMaking {
  /** Inside `w:body`. */
  readonly body: string;
  /** Inside `w:styles`. */
  readonly styles?: string;
  /** Inside `w:footnotes`. */
  readonly footnotes?: string;
  /** Inside `cp:coreProperties`. */
  readonly properties?: string;
  /** Before the root element of the main part. */
  readonly prolog?: string;
  readonly more?: readonly ZipFile[];
}

/** A Word document of the parts given, with the prefix `w` and `mc` declared. */
export function makeDocx(making: DocxMaking): Buffer {
  const { body, styles, footnotes, properties, prolog = '', more = [] } = making;
  const namespaces = `xmlns:w="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"`;
  const related = [
    styles === undefined ? '' : relation(1, 'styles', 'styles.xml'),
    footnotes === undefined ? '' : relation(2, 'footnotes', 'footnotes.xml'),
  ];
  const files: ZipFile[] = [
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="${packaging}/relationships">${relation(1, 'officeDocument', 'word/document.xml')}<Relationship Id="p" Type="${packaging}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      content: `<Relationships xmlns="${packaging}/relationships">${related.join('')}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'docProps/core.xml',
      content: `<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${properties ?? ''}</cp:coreProperties>`,
    },
  ];
  if (styles !== undefined) {
    files.push({
      name: 'word/styles.xml',
      content: `<w:styles ${namespaces}>${styles}</w:styles>`,
    });
  }
  if (footnotes !== undefined) {
    files.push({
      name: 'word/footnotes.xml',
      content: `<w:footnotes ${namespaces}>${footnotes}</w:footnotes>`,
    });
  }
  return makeZip([...files, ...more]);
}

function relation(id: number, kind: string, target: string): string {
  return `<Relationship Id="r${id}" Type="${office}/${kind}" Target="${target}"/>`;
}

/** A paragraph of one run, with what stands in its properties. */
export function docxParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
