import { alteredQuote, type QuotePiece } from '../altered-quote.ts';
import type { QuoteAlteration } from '../quote-alterations.ts';
import type { PrintedRun } from './printed-brief.ts';
import { appendRuns } from './run-text.ts';

/** How words look, as far as runs can say. */
export type RunLook = Omit<Extract<PrintedRun, { kind: 'text' }>, 'kind' | 'text'>;

/** The words of a quotation, altered as the writer wants; the line feed between two paragraphs of the source is a break. */
export function quoteRuns(
  quote: string,
  alterations: readonly QuoteAlteration[],
  look: RunLook = {},
): PrintedRun[] {
  return piecesRuns(alteredQuote(quote, alterations), look);
}

function piecesRuns(pieces: readonly QuotePiece[], look: RunLook): PrintedRun[] {
  const runs: PrintedRun[] = [];
  for (const { text } of pieces) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) runs.push({ kind: 'break' });
      appendRuns(runs, [{ kind: 'text', text: line, ...look }]);
    }
  }
  return runs;
}
