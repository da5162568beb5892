import type { CitationProblem } from '../../../app/brief/citation-problem.ts';
import type { CliArguments } from '../cli-arguments.ts';
import type { CliOutput } from '../cli-output.ts';
import type { CommandWorld } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ExportTarget } from '../write-output.ts';

/** What `variorum export` was asked. */
export interface ExportRequest extends CommandWorld {
  readonly args: CliArguments;
  /** The project's. */
  readonly folder: string;
  readonly target: ExportTarget;
}

/** Says which quotations stand in the way of an export; nothing was written. */
export function tellProblems(
  problems: readonly CitationProblem[],
  args: CliArguments,
  output: CliOutput,
): number {
  if (args.has('json')) output.json({ ok: false, problems });
  for (const { label, quote, reason } of problems) {
    output.note(`${label}: ${reason}${quote === '' ? '' : ` (“${quote.slice(0, 80)}”)`}`);
  }
  output.note('Nothing was written.');
  return exitCodes.problems;
}

/** Says where a file went. Where the file itself is on standard output, nothing else is. */
export function tellWritten(
  { args, output, target }: Pick<ExportRequest, 'args' | 'output' | 'target'>,
  about: Readonly<Record<string, unknown>> = {},
): void {
  if (target.path === null) return;
  if (args.has('json')) output.json({ ok: true, file: target.path, ...about });
  else output.note(`Written: ${target.path}`);
}
