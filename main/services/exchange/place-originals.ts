import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleId } from '../../../app/record/ids.ts';
import { CodedError } from '../coded-error.ts';
import { ensureArticlesFolder } from '../corpus/ensure-articles-folder.ts';
import type { Ingest } from '../corpus/ingest.ts';
import { storeOriginal } from '../corpus/store-original.ts';
import { errorCode, writeFailureSentence } from '../files/error-code.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type { PlannedImport } from './exchange-tasks.ts';

/**
 * Copies originals into the project. Answers with the names that they got; the same again the next time. Throws `CodedError`
 * `disk`.
 */
export async function placeOriginals(
  { originals }: PlannedImport,
  articlesFolder: string,
  ingest: Pick<Ingest, 'sync'>,
): Promise<ReadonlyMap<ArticleId, string>> {
  const names = new Map<ArticleId, string>();
  if (originals.length === 0) return names;
  try {
    await ensureArticlesFolder(articlesFolder);
    for (const { articleId, path, fileName } of originals) {
      names.set(articleId, storeOriginal(articlesFolder, fileName, readFileSync(path)).fileName);
    }
    const paths = [...new Set(names.values())].map((name) => join(articlesFolder, name));
    const synced = await ingest.sync(paths);
    if (!synced.ok) throw CodedError.of(synced.error);
    await syncFolder(articlesFolder);
  } catch (error) {
    if (error instanceof CodedError || errorCode(error) === null) throw error;
    throw new CodedError('disk', writeFailureSentence(error));
  }
  return names;
}
