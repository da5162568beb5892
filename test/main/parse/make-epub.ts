import { makeZip, type ZipFile } from './make-zip.ts';

export interface EpubMaking {
  /** What stands in the body of each document, in reading order. */
  readonly documents: readonly string[];
  /** Inside `metadata` of the package. */
  readonly metadata?: string;
  readonly more?: readonly ZipFile[];
}

/** An EPUB 3 of the documents given, with a table of contents that is not part of the text. */
export function makeEpub({ documents, metadata = '', more = [] }: EpubMaking): Buffer {
  const items = documents.map(
    (_, index) =>
      `<item id="c${index}" href="text/chapter%20${index}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const order = documents.map((_, index) => `<itemref idref="c${index}"/>`);
  const page = (body: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>${body}</body></html>`;
  return makeZip([
    { name: 'mimetype', content: 'application/epub+zip' },
    {
      name: 'META-INF/container.xml',
      content:
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/content.opf',
      content: `<package version="3.0" xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>${metadata}</metadata><manifest><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>${items.join('')}</manifest><spine><itemref idref="nav"/>${order.join('')}</spine></package>`,
    },
    { name: 'OEBPS/nav.xhtml', content: page('<nav><ol><li>Chapter one</li></ol></nav>') },
    ...documents.map((body, index) => ({
      name: `OEBPS/text/chapter ${index}.xhtml`,
      content: page(body),
    })),
    ...more,
  ]);
}
