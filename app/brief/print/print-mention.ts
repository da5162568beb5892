import { quotationMarks } from '../quotation-marks.ts';
import type { QuoteAlteration } from '../quote-alterations.ts';
import { sourceName } from './name-source.ts';
import { quoteRuns, type RunLook } from './print-quote.ts';
import type { PrintedPassage, PrintedRun } from './printed-brief.ts';
import { plainText } from './run-text.ts';

/** How many UTF-16 code units of a passage a mention prints at most. */
const mostWords = 60;

/**
 * A passage that is mentioned and not cited (rule N4): the beginning of its words, which lead to it, and where they stand.
 * `passage` is the index of `printed`, whose words have been compared with the text.
 */
export function mentionRuns(
  passage: number,
  printed: PrintedPassage,
  look: RunLook,
): readonly PrintedRun[] {
  const { href: _, ...wordsLook } = look;
  const words = quoteRuns(printed.quote, shortened(printed.quote), wordsLook).map(
    (run): PrintedRun => (run.kind === 'break' ? { kind: 'text', text: ' ', ...wordsLook } : run),
  );
  const [open, close] = quotationMarks(plainText(words));
  const before: PrintedRun[] = open === '' ? [] : [{ kind: 'text', text: open }];
  return [
    ...before,
    { kind: 'cited', passage, runs: words },
    { kind: 'text', text: `${close} (${sourceName(printed)})` },
  ];
}

/** Leaves out what stands behind the first words: no word is cut unless it is longer than all that is printed. */
function shortened(quote: string): readonly QuoteAlteration[] {
  if (quote.length <= mostWords) return [];
  const line = quote.indexOf('\n');
  const most = line > 0 && line < mostWords ? line : mostWords;
  const beginning = quote.slice(0, most + 1);
  const blank = /^.*\S(?=\s)/su.exec(beginning)?.[0].length ?? 0;
  const split = /[\ud800-\udbff]$/.test(quote.slice(0, most)) ? most - 1 : most;
  const start = blank > 0 ? blank : split;
  return [{ start, end: quote.length, text: null }];
}
