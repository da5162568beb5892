import { parentPort } from 'node:worker_threads';
import type { Result } from '../../app/base/result.ts';
import { failure, success } from '../../app/base/result.ts';
import { writeFailureSentence } from '../services/files/error-code.ts';
import { syncFiles } from '../services/files/sync-files.ts';

/** What the sync worker is asked: to make files outlast a power cut. */
export interface SyncRequest {
  readonly paths: readonly string[];
}

/** Fails with `disk`. */
export type SyncAnswer = Result<undefined>;

async function sync({ paths }: SyncRequest): Promise<SyncAnswer> {
  try {
    await syncFiles(paths);
    return success(undefined);
  } catch (error) {
    return failure('disk', writeFailureSentence(error));
  }
}

parentPort?.on('message', async (request: SyncRequest) => {
  parentPort?.postMessage(await sync(request));
});
