import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { type Result, success } from '../../../../app/base/result.ts';
import { DocumentArchive } from '../document/document-archive.ts';
import { documentArticle } from '../document/document-article.ts';
import { documentReader } from '../document/document-reader.ts';
import { decodeXml } from '../document/xml-events.ts';
import { XmlTexts } from '../document/xml-texts.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import type { Source } from '../source.ts';
import { epubBlocks } from './epub-blocks.ts';
import { readEpubPackage } from './epub-package.ts';

/** Reads EPUB 2 and 3: all documents of the book in reading order are one article. */
export const epubReader = documentReader('epub', readEpub);

async function readEpub(source: Source): Promise<Result<ParsedArticle, ParseFailureCode>> {
  const opened = await DocumentArchive.open(source.bytes);
  if (!opened.ok) return opened;
  const archive = opened.value;
  if (!archive.has('META-INF/container.xml')) return parseFailure('other-format');
  const described = await readEpubPackage(archive);
  if (!described.ok) return described;
  const encrypted = await encryptedParts(archive);
  if (!encrypted.ok) return encrypted;

  const blocks: BlockDraft[] = [];
  const notes: BlockDraft[] = [];
  const remarks: string[] = [];
  let missing = 0;
  for (const path of described.value.documents) {
    if (encrypted.value.has(path)) return parseFailure('encrypted');
    if (!archive.has(path)) {
      missing += 1;
      continue;
    }
    const content = await archive.read(path);
    if (!content.ok) return content;
    const found = epubBlocks(decodeXml(content.value));
    // Not spread: a long book has more blocks than a call may have arguments.
    for (const block of found.blocks) blocks.push(block);
    for (const note of found.notes) notes.push(note);
  }
  if (missing > 0) {
    remarks.push('Parts of the book are not in the file, so their text is missing.');
  }
  return documentArticle(
    source.fileName,
    [...blocks, ...notes],
    described.value.properties,
    remarks,
  );
}

/** The parts that the book's seller encrypted; fonts may be, without harm. */
async function encryptedParts(
  archive: DocumentArchive,
): Promise<Result<ReadonlySet<string>, ParseFailureCode>> {
  const path = 'META-INF/encryption.xml';
  if (!archive.has(path)) return success(new Set());
  const texts = new XmlTexts();
  const read = await archive.readXml(path, texts);
  if (!read.ok) return read;
  return success(
    new Set(
      texts.found
        .filter(({ element }) => element.name === 'CipherReference')
        .map(({ element }) => element.attribute('URI') ?? ''),
    ),
  );
}
