import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { type Result, success } from '../../../../app/base/result.ts';
import { DocumentArchive } from '../document/document-archive.ts';
import { documentArticle } from '../document/document-article.ts';
import { type DocumentProperties, noProperties } from '../document/document-properties.ts';
import { documentReader } from '../document/document-reader.ts';
import { leftOutRemarks } from '../document/left-out.ts';
import type { XmlHandler } from '../document/xml-events.ts';
import { XmlTexts } from '../document/xml-texts.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import type { Source } from '../source.ts';
import { OdtStyles } from './odt-styles.ts';
import { OdtText } from './odt-text.ts';

/** Reads OpenDocument texts (ISO/IEC 26300). */
export const odtReader = documentReader('odt', readOdt);

async function readOdt(source: Source): Promise<Result<ParsedArticle, ParseFailureCode>> {
  const opened = await DocumentArchive.open(source.bytes);
  if (!opened.ok) return opened;
  const archive = opened.value;
  if (!archive.has('content.xml')) return parseFailure('other-format');
  const encrypted = await isEncrypted(archive);
  if (!encrypted.ok) return encrypted;
  if (encrypted.value) return parseFailure('encrypted');

  const styles = new OdtStyles();
  if (archive.has('styles.xml')) {
    const read = await archive.readXml('styles.xml', {
      open: (element) => styles.open(element),
      close: nothing,
      text: nothing,
    });
    if (!read.ok) return read;
  }
  const text = new OdtText(styles);
  const read = await archive.readXml('content.xml', text);
  if (!read.ok) return read;
  const properties = await readProperties(archive);
  if (!properties.ok) return properties;
  return documentArticle(
    source.fileName,
    text.finish(),
    properties.value,
    leftOutRemarks(text.leftOut),
  );
}

function nothing(): void {}

async function isEncrypted(archive: DocumentArchive): Promise<Result<boolean, ParseFailureCode>> {
  let found = false;
  const manifest: XmlHandler = {
    open({ name }) {
      if (name === 'manifest:encryption-data') found = true;
    },
    close: nothing,
    text: nothing,
  };
  if (!archive.has('META-INF/manifest.xml')) return success(false);
  const read = await archive.readXml('META-INF/manifest.xml', manifest);
  return read.ok ? success(found) : read;
}

async function readProperties(
  archive: DocumentArchive,
): Promise<Result<DocumentProperties, ParseFailureCode>> {
  const texts = new XmlTexts();
  if (archive.has('meta.xml')) {
    const read = await archive.readXml('meta.xml', texts);
    if (!read.ok) return read;
  }
  return success({
    ...noProperties,
    title: texts.first('dc:title'),
    // `dc:creator` is who saved it last.
    authors: texts.all(
      texts.first('meta:initial-creator') === null ? 'dc:creator' : 'meta:initial-creator',
    ),
    language: texts.first('dc:language'),
    created: texts.first('meta:creation-date'),
    modified: texts.first('dc:date'),
  });
}
