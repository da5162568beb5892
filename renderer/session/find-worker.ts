import { type FindOptions, findPattern } from '../../app/search/find-in-text.ts';

/** What the window asks of the thread that runs regular expressions. */
export interface PatternRequest {
  readonly text: string;
  readonly pattern: string;
  readonly options: FindOptions;
}

globalThis.addEventListener('message', ({ data }: MessageEvent<PatternRequest>) => {
  globalThis.postMessage(findPattern(data.text, data.pattern, data.options));
});
