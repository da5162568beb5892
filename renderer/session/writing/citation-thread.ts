import { failure, type Result } from '../../../app/base/result.ts';
import type { TriedStyle } from '../../../app/brief/print/try-citation-style.ts';
import type { CitationAnswer, CitationRequest, CitationTask } from './citation-worker.ts';

/** A thread that writes citations for the screen: citeproc is large and slow, and a style may be made to hang it. */
export interface CitationThread {
  /** What a style makes of an article; fails if it can not be used or does not come to an end. */
  try(task: Omit<CitationTask, 'wanted'>): Promise<Result<TriedStyle, 'unusable-style'>>;
  /** What a style writes in the text for each cluster, in their order; `null`: it can not be told. */
  labels(task: Omit<CitationTask, 'wanted'>): Promise<readonly string[] | null>;
  /** Ends the thread, whatever it is doing; what was asked is answered as a failure. It begins anew when asked again. */
  end(): void;
}

/** How long a style may take, in milliseconds: ten times what the largest published one does for a long brief. */
const patience = 20_000;

/** Begins with the first request. */
export function startCitationThread(): CitationThread {
  let worker: Worker | null = null;
  let number = 0;
  const waiting = new Map<number, (answer: CitationAnswer | string) => void>();
  function end(reason: string): void {
    worker?.terminate();
    worker = null;
    for (const answer of [...waiting.values()]) answer(reason);
    waiting.clear();
  }
  function start(): Worker {
    const started = new Worker(new URL('./citation-worker.ts', import.meta.url), {
      type: 'module',
    });
    started.onmessage = ({ data }: MessageEvent<CitationAnswer>) => {
      const answer = waiting.get(data.number);
      waiting.delete(data.number);
      answer?.(data);
    };
    started.onerror = ({ message }) => {
      end(`This style can not be used: ${message || 'no reason given'}. Choose another.`);
    };
    return started;
  }
  /** The answer, or why there is none. */
  function ask(task: CitationTask): Promise<CitationAnswer | string> {
    worker ??= start();
    number += 1;
    const request: CitationRequest = { ...task, number };
    const answered = new Promise<CitationAnswer | string>((resolve) => {
      const timer = setTimeout(
        () => end('This style does not come to an end. Choose another.'),
        patience,
      );
      waiting.set(request.number, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
    });
    worker.postMessage(request);
    return answered;
  }
  return {
    async try(task) {
      const answer = await ask({ ...task, wanted: 'try' });
      if (typeof answer === 'string') return failure('unusable-style', answer);
      return answer.tried ?? failure('unusable-style', 'This style was not tried. Try again.');
    },
    async labels(task) {
      const answer = await ask({ ...task, wanted: 'labels' });
      return typeof answer === 'string' ? null : answer.labels;
    },
    end: () => end('The style was not tried to its end. Try again.'),
  };
}
