import { type Result, success } from '../../../../app/base/result.ts';
import type { DocumentArchive } from '../document/document-archive.ts';
import { type DocumentProperties, noProperties } from '../document/document-properties.ts';
import type { XmlElement } from '../document/xml-events.ts';
import { XmlTexts } from '../document/xml-texts.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';

/** What an EPUB says of itself: its properties, and its documents in reading order. */
export interface EpubPackage {
  readonly properties: DocumentProperties;
  /** Paths in the archive. */
  readonly documents: readonly string[];
}

/** Reads the package document of an EPUB 2 or 3. */
export async function readEpubPackage(
  archive: DocumentArchive,
): Promise<Result<EpubPackage, ParseFailureCode>> {
  const container = new XmlTexts();
  const containerRead = await archive.readXml('META-INF/container.xml', container);
  if (!containerRead.ok) return containerRead;
  const path = container.found
    .map(({ element }) => element)
    .find((element) => element.name === 'container:rootfile')
    ?.attribute('full-path');
  if (!path || !archive.has(path)) return parseFailure('broken-document');
  const content = new XmlTexts();
  const contentRead = await archive.readXml(path, content);
  if (!contentRead.ok) return contentRead;
  const elements = content.found.map(({ element }) => element);
  return success({
    properties: propertiesOf(content),
    documents: documentsOf(elements, path.slice(0, path.lastIndexOf('/') + 1)),
  });
}

function propertiesOf(texts: XmlTexts): DocumentProperties {
  const dates = texts.found.filter(({ element }) => element.name === 'dc:date');
  const dated = (event: RegExp) =>
    dates.find(({ element }) => event.test(element.attribute('opf:event') ?? 'publication'))
      ?.text ?? null;
  return {
    ...noProperties,
    title: texts.first('dc:title'),
    isTitleOfWork: true,
    authors: texts.all('dc:creator'),
    publisher: texts.first('dc:publisher'),
    language: texts.first('dc:language'),
    url: [...texts.all('dc:source'), ...texts.all('dc:identifier')].find(isAddress) ?? null,
    published: dated(/publication/i),
  };
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

function documentsOf(elements: readonly XmlElement[], folder: string): string[] {
  const items = new Map<string, string>();
  const isNavigation = new Set<string>();
  for (const element of elements) {
    if (element.name !== 'opf:item') continue;
    const id = element.attribute('id') ?? '';
    const type = element.attribute('media-type') ?? '';
    if (!/xhtml|html|x-dtbook/i.test(type)) continue;
    items.set(id, resolved(folder, element.attribute('href') ?? ''));
    if (/(?:^|\s)nav(?:\s|$)/.test(element.attribute('properties') ?? '')) isNavigation.add(id);
  }
  return elements
    .filter((element) => element.name === 'opf:itemref' && element.attribute('linear') !== 'no')
    .map((element) => element.attribute('idref') ?? '')
    .filter((id) => !isNavigation.has(id))
    .flatMap((id) => items.get(id) ?? []);
}

/** The path in the archive that a reference in a folder means. */
function resolved(folder: string, reference: string): string {
  // A reference out of the archive stays below this invented host, and so names nothing in it.
  try {
    const url = new URL(reference, `archive://epub/${folder}`);
    return url.protocol === 'archive:' ? decodeURIComponent(url.pathname.slice(1)) : '';
  } catch {
    return '';
  }
}
