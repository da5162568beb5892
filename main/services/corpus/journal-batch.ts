import { dirname } from 'node:path';
import type { Diff } from '../../../app/record/diff.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { CodedError } from '../coded-error.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import type { ImportParts } from './import-file.ts';
import type { Ingest } from './ingest.ts';
import type { PendingChange } from './pending-change.ts';

/** Makes written files and their names outlast a power cut. Throws `CodedError` `disk`. */
export async function syncWritten(written: readonly string[], ingest: Ingest): Promise<void> {
  const paths = [...new Set(written)];
  const synced = await ingest.sync(paths);
  if (!synced.ok) throw CodedError.of(synced.error);
  try {
    await Promise.all([...new Set(paths.map(dirname))].map(syncFolder));
  } catch (error) {
    throw new CodedError('disk', writeFailureSentence(error));
  }
}

/** Journals what an import made, in the turn that the diff was made in. Throws `CodedError`. */
export async function journalChange(
  diff: Diff,
  pending: PendingChange,
  isOnlyFile: boolean,
  { maker, append }: Pick<ImportParts, 'maker' | 'append'>,
): Promise<void> {
  if (isEmptyDiff(diff)) return;
  const appended = await append(newChange(maker, changeName(pending, isOnlyFile), diff));
  if (!appended.ok) throw CodedError.of(appended.error);
}

function changeName(pending: PendingChange, isOnlyFile: boolean): string {
  const { added, updated } = pending.counts;
  if (added === 0) {
    return updated === 1 ? `Update “${pending.firstTitle}”` : `Update ${updated} articles`;
  }
  if (added + updated === 1 && isOnlyFile) return `Import “${pending.firstTitle}”`;
  return `Import ${added + updated} ${added + updated === 1 ? 'article' : 'articles'}`;
}
