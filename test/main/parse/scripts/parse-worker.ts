import { parentPort } from 'node:worker_threads';
import { isCanonical } from '../../../../app/article/is-canonical.ts';
import { parseSource } from '../../../../main/services/parse/parse-source.ts';

/** What is asked: to read a file. */
export interface ParseTask {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

// Answers with what each part of the file came to: a failure's code, or whether the article is sound. A throw ends the
// thread, which is how the test learns of it.
parentPort?.on('message', async ({ fileName, bytes }: ParseTask) => {
  const outcomes: string[] = [];
  const source = { fileName, bytes, modifiedAt: null, encoding: null, columns: null };
  for await (const { article } of parseSource(source)) {
    if (!article.ok) outcomes.push(article.error.code);
    else outcomes.push(isCanonical(article.value) ? 'sound' : 'unsound');
  }
  parentPort?.postMessage(outcomes);
});
