import { parentPort } from 'node:worker_threads';
import type { SnapshotRequest } from '../services/snapshot/make-snapshot.ts';
import { makeSnapshot } from '../services/snapshot/make-snapshot.ts';

// A rejected promise ends the worker, which is how its pool learns of it.
parentPort?.on('message', async (request: SnapshotRequest) => {
  parentPort?.postMessage(await makeSnapshot(request));
});
