import type { QueryProblem, SearchMode } from '../../../app/host/search.ts';
import { CodedError } from '../coded-error.ts';
import type { ReaderValue } from './catalogue-messages.ts';
import type { ReaderOutcome } from './reader-line.ts';

/** What a question came to: an answer, or a pattern that took too long. */
export type AskedValue = { readonly value: ReaderValue } | { readonly problem: true };

/** What whoever asked is told. Throws `CodedError` `superseded`, `catalogue`; anything else is a fault. */
export function readerValue(
  outcome: Exclude<ReaderOutcome, { readonly kind: 'damaged' }>,
  mode: SearchMode,
): AskedValue {
  switch (outcome.kind) {
    case 'value':
      return { value: outcome.value };
    case 'superseded':
      throw new CodedError('superseded', 'A later search took the place of this one.');
    case 'stopped':
      if (mode === 'pattern') return { problem: true };
      throw notThere('Searching took too long and was stopped. Try again.');
    case 'ended':
      throw new CodedError('superseded', 'Another search took its place. Search again.');
    case 'failed':
      throw new Error(`The catalogue could not answer: ${outcome.message}`);
  }
}

/** Searching can't answer just now. */
export function notThere(message: string): CodedError {
  return new CodedError('catalogue', message);
}

/** That a pattern took too long, and what to do. */
export function stoppedProblem(query: string): QueryProblem {
  const message =
    'This pattern takes too long. Make it simpler: say how often a part may repeat, as in {1,20}, and avoid repeats inside repeats.';
  return { message, start: 0, end: query.length };
}
