import { pathToFileURL } from 'node:url';
import { WorkerPool } from './worker-pool.ts';

/**
 * Answers each request in a worker thread that lives for that one, since what it holds in memory is large. Rejects with what
 * the thread failed with.
 *
 * @param memoryLimit of a thread, in megabytes
 * @param youngMemoryLimit of what was made last in it; absent: as the engine has it
 */
export function inOwnThread<Request, Answer>(
  script: string,
  memoryLimit: number,
  youngMemoryLimit?: number,
): (request: Request) => Promise<Answer> {
  return async (request) => {
    const pool = new WorkerPool<Request, Answer>({
      script: pathToFileURL(script),
      size: 1,
      timeLimit: null,
      memoryLimit,
      ...(youngMemoryLimit === undefined ? {} : { youngMemoryLimit }),
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
