import { carriedWords } from '../../../app/exchange/carried-words.ts';
import type { ExchangeReport } from '../../../app/exchange/exchange-report.ts';
import type { CliOutput } from '../cli-output.ts';

/** Says on standard error what went or came, what could not be carried and what was refused. */
export function tellReport(report: ExchangeReport, output: CliOutput): void {
  const { carried, known, lost, refused, refusedCount, remarks } = report;
  const came = carriedWords(carried);
  output.note(came === 'nothing' ? 'Nothing was carried.' : `Carried: ${came}.`);
  const there = carriedWords(known);
  if (there !== 'nothing') output.note(`Known already: ${there}.`);
  for (const { what, why, count, examples } of lost) {
    const often = count === 1 ? '' : ` (${count.toLocaleString('en-GB')})`;
    const where = examples.length === 0 ? '' : ` For example ${examples.join(', ')}.`;
    output.note(`Not carried: ${what}${often}. ${why}${where}`);
  }
  for (const { where, reason } of refused) output.note(`Refused: ${where}: ${reason}`);
  if (refusedCount > refused.length) {
    output.note(`Refused in all: ${refusedCount.toLocaleString('en-GB')}.`);
  }
  for (const remark of remarks) output.note(remark);
}
