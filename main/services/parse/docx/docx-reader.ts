import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { type Result, success } from '../../../../app/base/result.ts';
import { DocumentArchive } from '../document/document-archive.ts';
import { documentArticle } from '../document/document-article.ts';
import { type DocumentProperties, noProperties } from '../document/document-properties.ts';
import { documentReader } from '../document/document-reader.ts';
import { leftOutRemarks, nothingLeftOut } from '../document/left-out.ts';
import { XmlTexts } from '../document/xml-texts.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import type { Source } from '../source.ts';
import { WordRelations } from './word-relations.ts';
import { WordStyles } from './word-styles.ts';
import { WordText } from './word-text.ts';

/**
 * Reads Word documents (ECMA-376). Not through mammoth: it shows hidden text, tells nothing of comments and of who
 * deleted what, unpacks without a limit, and holds the document as three trees at once.
 */
export const docxReader = documentReader('docx', readDocx);

async function readDocx(source: Source): Promise<Result<ParsedArticle, ParseFailureCode>> {
  const opened = await DocumentArchive.open(source.bytes);
  if (!opened.ok) return opened;
  const archive = opened.value;
  const packaged = await relations(archive, '');
  if (!packaged.ok) return packaged;
  const path = packaged.value.find('officeDocument') ?? 'word/document.xml';
  if (!archive.has(path)) return parseFailure('other-format');
  const related = await relations(archive, path);
  if (!related.ok) return related;
  const part = (kind: string) => related.value.find(kind) ?? '';

  const styles = new WordStyles();
  if (archive.has(part('styles'))) {
    const read = await archive.readXml(part('styles'), styles);
    if (!read.ok) return read;
  }
  const leftOut = nothingLeftOut();
  const notes = new Map<string, readonly BlockDraft[]>();
  for (const kind of ['footnotes', 'endnotes']) {
    if (!archive.has(part(kind))) continue;
    const noteText = new WordText(styles, new Map(), leftOut);
    const read = await archive.readXml(part(kind), noteText);
    if (!read.ok) return read;
    for (const [key, blocks] of noteText.foundNotes) notes.set(key, blocks);
  }
  const text = new WordText(styles, notes, leftOut);
  const read = await archive.readXml(path, text);
  if (!read.ok) return read;
  const properties = await readProperties(archive, packaged.value.find('core-properties'));
  if (!properties.ok) return properties;
  return documentArticle(source.fileName, text.finish(), properties.value, leftOutRemarks(leftOut));
}

/** The relations of a part, of the whole package if the path is empty. */
async function relations(
  archive: DocumentArchive,
  path: string,
): Promise<Result<WordRelations, ParseFailureCode>> {
  const end = path.lastIndexOf('/') + 1;
  const found = new WordRelations(path.slice(0, end));
  const file = `${path.slice(0, end)}_rels/${path.slice(end)}.rels`;
  if (archive.has(file)) {
    const read = await archive.readXml(file, found);
    if (!read.ok) return read;
  }
  return success(found);
}

async function readProperties(
  archive: DocumentArchive,
  path: string | null,
): Promise<Result<DocumentProperties, ParseFailureCode>> {
  const texts = new XmlTexts();
  if (path !== null && archive.has(path)) {
    const read = await archive.readXml(path, texts);
    if (!read.ok) return read;
  }
  return success({
    ...noProperties,
    title: texts.first('dc:title'),
    authors: texts.all('dc:creator'),
    language: texts.first('dc:language'),
    created: texts.first('dcterms:created'),
    modified: texts.first('dcterms:modified'),
  });
}
