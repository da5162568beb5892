import { readCodebook } from '../../../app/exchange/read-codebook.ts';

/** Takes the words of a codebook's file, answers with what they say. */
globalThis.addEventListener('message', ({ data }: MessageEvent<string>) => {
  globalThis.postMessage(readCodebook(data));
});
