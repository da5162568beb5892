import { pathToFileURL } from 'node:url';
import type { CorpusPart, CorpusRead, CorpusRequest } from '../services/corpus/read-corpus.ts';
import { WorkerPool } from './worker-pool.ts';

const memoryLimit = 2_000;

type Answer = CorpusPart | { readonly kind: 'read'; readonly read: CorpusRead };

/** Reads a project's corpus in a worker thread that lives for one. */
export function corpusInWorker(
  script: string,
): (request: CorpusRequest, take: (part: CorpusPart) => void) => Promise<CorpusRead> {
  return async (request, take) => {
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
