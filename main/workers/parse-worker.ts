import { parentPort } from 'node:worker_threads';
import type { ParseResult } from '../services/parse/parse-failure.ts';
import { parseFile } from '../services/parse/parse-file.ts';

/** What the parse worker is asked: to make an article of a file. The bytes may be transferred. */
export interface ParseRequest {
  readonly id: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What the parse worker answers, in the order of the requests. A bug ends the worker instead. */
export interface ParseResponse {
  readonly id: number;
  readonly result: ParseResult;
}

parentPort?.on('message', ({ id, fileName, bytes }: ParseRequest) => {
  const response: ParseResponse = { id, result: parseFile(fileName, bytes) };
  parentPort?.postMessage(response);
});
