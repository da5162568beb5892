import { makeZip, type ZipFile } from './make-zip.ts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const namespaces = [
  ...['office', 'text', 'table', 'style', 'meta'].map(
    (name) => `xmlns:${name}="${oasis}:${name}:1.0"`,
  ),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ');

export interface OdtMaking {
  /** Inside `office:text`. */
  readonly body: string;
  /** Inside `office:automatic-styles`. */
  readonly styles?: string;
  /** Inside `office:meta`. */
  readonly meta?: string;
  readonly prolog?: string;
  readonly more?: readonly ZipFile[];
}

/** An OpenDocument text of the parts given, with the usual prefixes declared. */
export function makeOdt({
  body,
  styles = '',
  meta = '',
  prolog = '',
  more = [],
}: OdtMaking): Buffer {
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      content: `<?xml version="1.0" encoding="UTF-8"?>${prolog}<office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'meta.xml',
      content: `<office:document-meta ${namespaces}><office:meta>${meta}</office:meta></office:document-meta>`,
    },
    ...more,
  ]);
}
