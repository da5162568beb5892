import {
  type FindOptions,
  mostHits,
  type TextRange,
  wholeWordsOf,
} from '../../../app/search/find-in-text.ts';
import { findPattern, parsePattern } from '../../../app/search/pattern.ts';

/** What the window asks of the thread that runs regular expressions. */
export interface PatternRequest {
  readonly text: string;
  readonly pattern: string;
  readonly options: FindOptions;
}

/** What it answers. */
export interface PatternFound {
  readonly hits: readonly TextRange[];
  readonly problem: string | null;
}

globalThis.addEventListener('message', ({ data }: MessageEvent<PatternRequest>) => {
  globalThis.postMessage(find(data));
});

function find({ text, pattern, options }: PatternRequest): PatternFound {
  const mindsCase = options.matchCase && !pattern.startsWith('(?-i)');
  const parsed = parsePattern(mindsCase ? `(?-i)${pattern}` : pattern);
  if (!parsed.ok) return { hits: [], problem: parsed.problem.message };
  const hits = findPattern(parsed.pattern, text, mostHits);
  return { hits: options.wholeWords ? wholeWordsOf(text, hits) : hits, problem: null };
}
