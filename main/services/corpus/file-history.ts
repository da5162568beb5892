import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  ArticleRecord,
  ColumnMap,
  Origin,
  RevisionRecord,
} from '../../../app/record/records.ts';
import type { CorpusIndex } from './corpus-index.ts';
import type { KnownFiles } from './known-files.ts';
import { type FilePlace, fileKeys } from './place-keys.ts';
import type { WatchedFolders } from './watched-folders.ts';

/** What the corpus holds of a file that is to be read again. */
export interface FileHistory {
  /** Whether any article was read from it. */
  readonly isKnown: boolean;
  /** Of a file of one article: that, and the bytes it was read from last. */
  readonly only: { readonly article: ArticleRecord; readonly origin: Origin } | null;
  /** The character encoding that the analyst chose for it. */
  readonly encoding: string | null;
  /** What the analyst took the columns of a table for. */
  readonly columns: ColumnMap | null;
}

/** What the corpus knows of the file at a place. Cost: the articles in it. */
export function fileHistory(place: FilePlace, corpus: CorpusIndex): FileHistory {
  const keys = fileKeys(place);
  const articles = new Set(keys.flatMap((key) => corpus.articlesIn(key)));
  let last: { readonly article: ArticleRecord; readonly origin: Origin } | null = null;
  for (const article of articles) {
    for (const origin of article.origins) {
      if (!fileKeys(origin).some((key) => keys.includes(key))) continue;
      if (last === null || origin.importedAt >= last.origin.importedAt) last = { article, origin };
    }
  }
  if (last === null) return { isKnown: false, only: null, encoding: null, columns: null };
  const isOnly = last.origin.part === undefined;
  const read = (isOnly ? [last.article] : [...articles])
    .flatMap((article) => presentOf(article, corpus) ?? [])
    .filter(({ source }) => isOnly || source?.format === 'csv' || source?.format === 'json-lines')
    .sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  const chosen = read.find(({ source }) => source?.encoding?.basis === 'chosen');
  const named = read.find(({ source }) => source?.columns !== undefined);
  return {
    isKnown: true,
    only: isOnly ? last : null,
    encoding: chosen?.source?.encoding?.name ?? null,
    columns: named?.source?.columns ?? null,
  };
}

/** What a part of a file was when it was read before. */
export interface PartBefore {
  readonly article: ArticleRecord;
  /** Otherwise it stood there in other bytes of the file, and may stand elsewhere now. */
  readonly isOfSameBytes: boolean;
}

/** What the parts of a file were, by part. Cost: the articles in it. */
export function partsBefore(
  place: FilePlace,
  fileHash: string,
  corpus: CorpusIndex,
): ReadonlyMap<string, PartBefore> {
  const keys = fileKeys(place);
  const parts = new Map<string, PartBefore>();
  for (const article of new Set(keys.flatMap((key) => corpus.articlesIn(key)))) {
    for (const origin of article.origins) {
      if (!fileKeys(origin).some((key) => keys.includes(key))) continue;
      const part = origin.part ?? '';
      const isOfSameBytes = origin.fileHash === fileHash;
      if (isOfSameBytes || !parts.has(part)) parts.set(part, { article, isOfSameBytes });
    }
  }
  return parts;
}

/** Whether the file of an origin is where it was, with the bytes that it was read with. It is read only in case of doubt. */
export async function isStillThere(
  { place, folderId, path, part, fileHash }: Origin,
  { folders, known }: { readonly folders: WatchedFolders; readonly known: KnownFiles },
): Promise<boolean> {
  const root = folderId === undefined ? null : folders.pathOf(folderId);
  const candidates =
    root !== null && folderId !== undefined && path !== undefined
      ? [{ file: known.get(folderId, path), at: join(root, path) }]
      : [...known.filesOf(place ?? '')].map(([at, file]) => ({ file, at }));
  for (const { file, at } of candidates) {
    // Of a file of many articles the origins of those that stay the same tell older bytes.
    if (file === null || (part === undefined && file.hash !== fileHash)) continue;
    const about = await stat(at).catch(() => null);
    if (about?.size !== file.size) continue;
    // One that was only touched, or written anew as it was, is what it was.
    if (about.mtimeMs === file.modified || (await hashOf(at)) === file.hash) return true;
  }
  return false;
}

/** `null` when it can't be read. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

function presentOf(article: ArticleRecord, corpus: CorpusIndex): RevisionRecord | null {
  return corpus.revisionsOf(article.id).find(({ id }) => id === article.revisionId) ?? null;
}
