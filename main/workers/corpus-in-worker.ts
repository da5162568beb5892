import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CorpusPart, CorpusRead, CorpusRequest } from '../services/corpus/read-corpus.ts';
import { readCorpus } from '../services/corpus/read-corpus.ts';
import { WorkerPool } from './worker-pool.ts';

const memoryLimit = 2_000;
/** In bytes. What is smaller is read in some milliseconds; a thread takes a hundred to start. */
const smallCorpus = 256 * 1_024;

type Answer = CorpusPart | { readonly kind: 'read'; readonly read: CorpusRead };

/** Reads a project's corpus in a worker thread that lives for one; a small one in this thread. */
export function corpusInWorker(
  script: string,
): (request: CorpusRequest, take: (part: CorpusPart) => void) => Promise<CorpusRead> {
  return async (request, take) => {
    if ((await sizeOf(request)) <= smallCorpus) return readCorpus(request, take);
    const pool = new WorkerPool<CorpusRequest, Answer>({
      script: pathToFileURL(script),
      size: 1,
      timeLimit: null,
      memoryLimit,
      isLast: ({ kind }) => kind === 'read',
    });
    try {
      const answer = await pool.run(request, (part) => {
        if (part.kind !== 'read') take(part);
      });
      if (!answer.ok) throw new Error(answer.error.message);
      if (answer.value.kind === 'read') return answer.value.read;
      throw new Error('The corpus was not read to its end.');
    } finally {
      await pool.close();
    }
  };
}

/** In bytes, of all that the corpus may be read from; infinite where it can't be told: reading says what is wrong. */
async function sizeOf({ snapshots, journal }: CorpusRequest): Promise<number> {
  let size = 0;
  try {
    for (const folder of [snapshots, journal]) {
      for (const name of await readdir(folder)) {
        size += (await stat(join(folder, name))).size;
        if (size > smallCorpus) return size;
      }
    }
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return size;
}
