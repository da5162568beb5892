import { isAscii, isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { countWords } from '../../../app/article/count-words.ts';
import type { Instant } from '../../../app/base/brand.ts';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import type { ReusedBytes } from '../files/reused-bytes.ts';
import { parseSource } from '../parse/parse-source.ts';
import type { SourcePart } from '../parse/source.ts';
import { writeText } from '../text/write-text.ts';
import type { IngestEnd, IngestedPart, IngestMessage, IngestRequest } from './ingest.ts';
import { readSourceFile } from './read-source-file.ts';
import { type StoredOriginal, storeOriginal } from './store-original.ts';

/**
 * Reads a file, copies it into the project, reads the articles in it and stores their texts; tells of each. Nothing is
 * synced yet. A copy that was made for a file without articles is taken away again. On this thread, some seconds for
 * 50 MB: call it from a worker. A fault of a parser throws.
 *
 * @param reused memory for the file's bytes, of a caller that reads one file after the other
 */
export async function ingestFile(
  request: IngestRequest,
  tell: (message: IngestMessage) => void,
  reused: ReusedBytes | null = null,
): Promise<IngestEnd> {
  const { knownHashes, columns, texts } = request;
  const read = readSourceFile(request.path, reused);
  if (!read.ok) return read;
  const { bytes, size, modified } = read.value;
  const fileHash = hash('sha256', bytes, 'hex');
  if (knownHashes.includes(fileHash)) {
    tell({ kind: 'opened', file: { fileHash, size, modified, copy: null } });
    return success('unchanged');
  }
  const stored = await onDisk(async () => copy(request, bytes));
  if (!stored.ok) return stored;
  tell({ kind: 'opened', file: { fileHash, size, modified, copy: stored.value } });
  let articles = 0;
  const modifiedAt = new Date(modified).toISOString() as Instant;
  for await (const part of parseSource({
    fileName: request.name,
    bytes,
    modifiedAt,
    encoding: encodingFor(request, bytes),
    columns,
  })) {
    const written = await onDisk(() => storeText(texts, part));
    if (!written.ok) return written;
    if (part.article.ok) articles += 1;
    tell({ kind: 'part', ...written.value });
  }
  if (articles === 0) discardCopy(request.copyTo, stored.value);
  return success('read');
}

function encodingFor({ encoding, encodingBefore }: IngestRequest, bytes: Buffer): string | null {
  if (encoding !== null || encodingBefore === null) return encoding;
  return isUtf8(bytes) && !isAscii(bytes) ? null : encodingBefore;
}

/** Takes a copy away that was just made. Does nothing to one that was there before. Never throws. */
export function discardCopy(folder: string | null, copied: StoredOriginal | null): void {
  if (folder === null || copied?.isNew !== true) return;
  try {
    rmSync(join(folder, copied.fileName), { force: true });
  } catch {
    // It stays, and is in nobody's way.
  }
}

function copy({ copyTo, name }: IngestRequest, bytes: Uint8Array): StoredOriginal | null {
  if (copyTo === null) return null;
  return storeOriginal(copyTo, name, bytes);
}

async function storeText(
  folder: string,
  { article, ...about }: SourcePart,
): Promise<{ readonly part: IngestedPart; readonly written: readonly string[] }> {
  if (!article.ok) return { part: { ...about, text: article }, written: [] };
  const { metadata, provenance, remarks, text, blocks } = article.value;
  const { hash, paths } = await writeText(folder, text, blocks);
  const counts = { length: text.length, blockCount: blocks.length, wordCount: countWords(text) };
  const stored = success({ metadata, provenance, remarks, hash, ...counts });
  return { part: { ...about, text: stored }, written: paths };
}

async function onDisk<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return success(await work());
  } catch (error) {
    return failure('disk', writeFailureSentence(error));
  }
}
