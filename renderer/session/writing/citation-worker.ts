import type { Result } from '../../../app/base/result.ts';
import { citationLabels } from '../../../app/brief/print/citation-labels.ts';
import { citationStyle, type StyleFiles } from '../../../app/brief/print/citation-style.ts';
import type { Cite } from '../../../app/brief/print/cite-cluster.ts';
import type { CslItem } from '../../../app/brief/print/csl-item.ts';
import { type TriedStyle, tryCitationStyle } from '../../../app/brief/print/try-citation-style.ts';

/** What the thread is asked to do with a style. */
export interface CitationTask {
  readonly files: StyleFiles;
  readonly language: string | null;
  /** `try`: on the first of `items`, or a sample. `labels`: what stands in the text for each of `clusters`. */
  readonly wanted: 'try' | 'labels';
  readonly items: readonly CslItem[];
  /** What a brief says in brackets of the first of `items`, to try; absent: nothing. */
  readonly remark?: string;
  readonly clusters?: readonly (readonly Cite[])[];
}

/** `number` comes back with the answer. */
export interface CitationRequest extends CitationTask {
  readonly number: number;
}

export interface CitationAnswer {
  readonly number: number;
  readonly tried: Result<TriedStyle, 'unusable-style'> | null;
  /** In the order of the clusters. */
  readonly labels: readonly string[];
}

globalThis.addEventListener('message', ({ data }: MessageEvent<CitationRequest>) => {
  const { number, files, wanted, items, language, remark, clusters = [] } = data;
  const style = citationStyle(files);
  const answer: CitationAnswer = {
    number,
    tried: wanted === 'try' ? tryCitationStyle(style, items[0], language, remark) : null,
    labels: wanted === 'labels' ? citationLabels(style, clusters, items, language) : [],
  };
  globalThis.postMessage(answer);
});
