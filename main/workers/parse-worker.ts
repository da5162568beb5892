import { parentPort } from 'node:worker_threads';
import type { Result } from '../../app/base/result.ts';
import { type CountedArticle, parseCounted } from '../services/parse/parse-counted.ts';

/** What the parse worker is asked: to make an article of a file. The bytes may be transferred. */
export interface ParseRequest {
  readonly id: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What the parse worker answers, in the order of the requests. A bug ends the worker instead. */
export interface ParseResponse {
  readonly id: number;
  readonly result: Result<CountedArticle>;
}

parentPort?.on('message', async ({ id, fileName, bytes }: ParseRequest) => {
  const response: ParseResponse = { id, result: await parseCounted(fileName, bytes) };
  parentPort?.postMessage(response);
});
