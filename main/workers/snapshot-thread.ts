import { pathToFileURL } from 'node:url';
import type { SnapshotRequest } from '../services/snapshot/make-snapshot.ts';
import type { SnapshotFile } from '../services/snapshot/snapshot-file.ts';
import { WorkerPool } from './worker-pool.ts';

const memoryLimit = 4_096;

/** Makes snapshots in a worker thread that lives for one, since it holds the whole project in memory. */
export function snapshotInWorker(
  script: string,
): (request: SnapshotRequest) => Promise<SnapshotFile> {
  return async (request) => {
    const pool = new WorkerPool<SnapshotRequest, SnapshotFile>({
      script: pathToFileURL(script),
      size: 1,
      timeLimit: null,
      memoryLimit,
    });
    try {
      const answer = await pool.run(request);
      if (answer.ok) return answer.value;
      throw new Error(answer.error.message);
    } finally {
      await pool.close();
    }
  };
}
