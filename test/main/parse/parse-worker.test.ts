import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { ParseRequest, ParseResponse } from '../../../main/workers/parse-worker.ts';

test('the parse worker answers each request under its id, in order', async () => {
  const worker = new Worker(new URL('../../../main/workers/parse-worker.ts', import.meta.url));
  try {
    const ask = async (request: ParseRequest): Promise<ParseResponse> => {
      worker.postMessage(request);
      const [response] = (await once(worker, 'message')) as [ParseResponse];
      return response;
    };
    const bytes = new TextEncoder().encode('They spoke.');
    expect(await ask({ id: 7, fileName: 'a.md', bytes })).toMatchObject({
      id: 7,
      result: { ok: true, value: { text: 'They spoke.' } },
    });
    expect(await ask({ id: 8, fileName: 'a.pdf', bytes })).toMatchObject({
      id: 8,
      result: { ok: false, error: { code: 'unsupported' } },
    });
  } finally {
    await worker.terminate();
  }
});
