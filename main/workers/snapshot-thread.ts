import type { SnapshotRequest } from '../services/snapshot/make-snapshot.ts';
import type { SnapshotFile } from '../services/snapshot/snapshot-file.ts';
import { inOwnThread } from './in-own-thread.ts';

/**
 * Megabytes. Below 2,048 the engine lets garbage grow to twice of what is used, above to four times
 * (`MemoryController::MaxGrowingFactor` of V8).
 */
const memoryLimit = 2_000;
/** What is read there is packed at once: with more room it would only lie there longer. */
const youngMemoryLimit = 32;

/** Makes snapshots in a worker thread that lives for one, since it holds the whole project, packed. */
export function snapshotInWorker(
  script: string,
): (request: SnapshotRequest) => Promise<SnapshotFile> {
  return inOwnThread(script, memoryLimit, youngMemoryLimit);
}
