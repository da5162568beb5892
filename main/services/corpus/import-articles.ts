import { basename } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Maker } from '../../../app/base/maker.ts';
import type { Result } from '../../../app/base/result.ts';
import type { ImportItem } from '../../../app/host/job.ts';
import type { Change } from '../../../app/record/change.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { CodedError } from '../coded-error.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type { CountedArticle } from '../parse/parse-counted.ts';
import { hashText, type TextStore } from '../text/text-store.ts';
import type { CorpusIndex } from './corpus-index.ts';
import { findFiles, type SourceFile } from './find-files.ts';
import { readSourceFile } from './read-source-file.ts';
import { type StoredOriginal, storeOriginal } from './store-original.ts';

/** Reads an article out of a file's bytes; in a worker, since files can be large or made to hang a parser. */
export type ParseSource = (fileName: string, bytes: Uint8Array) => Promise<Result<CountedArticle>>;

/** What an import works on and with. */
export interface ImportParts {
  readonly maker: Maker;
  readonly articlesFolder: string;
  readonly texts: TextStore;
  readonly corpus: CorpusIndex;
  readonly parse: ParseSource;
  /** Journals a change and tells the window. */
  append(change: Change): Promise<Result<number>>;
  /** Told how far it is, after each file. */
  onProgress(done: number, total: number): void;
  readonly signal: AbortSignal;
}

/** A file that became an article, waiting for the others of its change. */
interface ReadyArticle {
  readonly parsed: CountedArticle;
  readonly hash: RevisionHash;
  readonly original: StoredOriginal;
}

const articlesPerChange = 20;
const filesAhead = 4;

/**
 * Imports files and folders: copies each original, stores its text, and journals the new articles, up to 20 a change. A
 * text that an article has already, to the letter, makes no new one. Answers with what became of each file; when
 * cancelled, of those that were done. Throws `CodedError` when the journal refuses, and what the system throws when the
 * project folder can't be written; what was journalled before stays.
 */
export async function importArticles(
  paths: readonly string[],
  parts: ImportParts,
): Promise<readonly ImportItem[]> {
  const { files, refused } = await findFiles(paths);
  const items: ImportItem[] = [...refused];
  let ready: ReadyArticle[] = [];
  const flush = async () => {
    const articles = ready;
    ready = [];
    if (articles.length > 0) await journalArticles(articles, files.length === 1, parts);
  };
  const ahead: Promise<ReadFile>[] = [];
  for (const [index, file] of files.entries()) {
    while (ahead.length < filesAhead && index + ahead.length < files.length) {
      const next = files[index + ahead.length];
      if (next !== undefined) ahead.push(readFile(next, parts));
    }
    const read = await ahead.shift();
    if (parts.signal.aborted) break;
    if (read !== undefined) items.push(await takeFile(file, read, ready, parts));
    if (ready.length === articlesPerChange) await flush();
    parts.onProgress(index + 1, files.length);
  }
  await flush();
  return items;
}

type ReadFile = Result<{ readonly bytes: Buffer; readonly parsed: CountedArticle }>;

async function readFile(file: SourceFile, { parse, signal }: ImportParts): Promise<ReadFile> {
  if (signal.aborted) return { ok: false, error: { code: 'cancelled', message: '' } };
  const bytes = await readSourceFile(file.path);
  if (!bytes.ok) return bytes;
  const parsed = await parse(basename(file.path), bytes.value);
  if (!parsed.ok) return parsed;
  return { ok: true, value: { bytes: bytes.value, parsed: parsed.value } };
}

/** Stores what was read, and says what became of the file. */
async function takeFile(
  file: SourceFile,
  read: ReadFile,
  ready: ReadyArticle[],
  { corpus, texts, articlesFolder }: ImportParts,
): Promise<ImportItem> {
  const { fileName } = file;
  if (!read.ok) return { fileName, outcome: 'refused', reason: read.error.message };
  const { bytes, parsed } = read.value;
  const hash = hashText(parsed.text);
  const known = corpus.articleWithText(hash);
  if (known !== null) {
    const reason = `Its text is the same, to the letter, as that of article ${known.number}, “${known.title}”.`;
    return { fileName, outcome: 'known', title: known.title, reason };
  }
  const twin = ready.find((article) => article.hash === hash);
  if (twin !== undefined) {
    const { title } = twin.parsed.metadata;
    const reason = `Its text is the same, to the letter, as that of “${title}”, imported with it.`;
    return { fileName, outcome: 'known', title, reason };
  }
  const original = await storeOriginal(articlesFolder, basename(file.path), bytes);
  await texts.write(parsed.text, parsed.blocks);
  ready.push({ parsed, hash, original });
  return { fileName, outcome: 'added', title: parsed.metadata.title };
}

async function journalArticles(
  articles: readonly ReadyArticle[],
  isOnlyFile: boolean,
  { maker, corpus, texts, articlesFolder, append }: ImportParts,
): Promise<void> {
  // The journal must not name a text that a power cut could still take away.
  await texts.sync();
  await syncFolder(articlesFolder);
  const added = articles.flatMap((article, index) =>
    articleRecords(maker, article, corpus.highestNumber + index + 1),
  );
  const title = articles[0]?.parsed.metadata.title ?? '';
  const name = isOnlyFile ? `Import “${title}”` : `Import ${articles.length} articles`;
  const diff = { added, updated: [], removed: [] };
  const change = newChange(maker, name, diff);
  const appended = await append(change);
  if (!appended.ok) throw CodedError.of(appended.error);
}

function articleRecords(
  maker: Maker,
  { parsed, hash, original }: ReadyArticle,
  number: number,
): ProjectRecord[] {
  const articleId = maker.id<ArticleId>();
  const revision = newRecord(maker, 'revision', {
    articleId,
    hash,
    length: parsed.text.length,
    blockCount: parsed.blocks.length,
    wordCount: parsed.wordCount,
  });
  const article = newRecord(maker, 'article', {
    number,
    revisionId: revision.id,
    detected: parsed.metadata,
    corrected: {},
    origins: [{ ...original, importedAt: maker.now() }],
    annotationsMade: 0,
  });
  return [{ ...article, id: articleId }, revision];
}
