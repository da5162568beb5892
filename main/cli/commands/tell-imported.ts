import type { CliOutput } from '../cli-output.ts';
import { exitCodeOf, exitCodes } from '../exit-codes.ts';
import type { Imported, ImportedArticles } from './imported.ts';
import { tellReport } from './tell-report.ts';

/** How an import is told. */
export interface Telling {
  readonly output: CliOutput;
  readonly asJson: boolean;
  /** Standard output holds the report: nothing else goes there. */
  readonly isQuiet: boolean;
  readonly wasStopped: boolean;
}

/** Says what came of an import and answers with the exit code. */
export function tellImported(imported: Imported, telling: Telling): number {
  const { articles, exchanged, failed } = imported;
  const { output, asJson, isQuiet, wasStopped } = telling;
  const counts = articles?.state.counts;
  const isFinished = !wasStopped && (articles === null || articles.state.state === 'finished');
  const isWhole =
    (counts === undefined || (counts.refused === 0 && counts.asks === 0)) &&
    exchanged.every(({ report }) => report.refusedCount === 0);
  const [first] = failed;
  const stop = wasStopped
    ? { code: 'cancelled', message: 'Stopped before the end. What came before is in the project.' }
    : null;
  const error = stop ?? (first === undefined ? null : { code: first.code, message: first.message });
  if (asJson) {
    output.json({
      ok: isWhole && isFinished && failed.length === 0,
      ...(error === null ? {} : { error }),
      ...(articles === null ? {} : { articles: { ...summary(articles), items: articles.items } }),
      exchanged,
      ...(failed.length === 0 ? {} : { failed }),
    });
  } else {
    const say = isQuiet ? output.note : output.say;
    if (articles !== null) tellArticles(articles, say, output);
    for (const { file, format, report } of exchanged) {
      tellReport(report, output);
      say(`${file}: read as ${format}.`);
    }
    for (const { file, message } of failed) output.note(`${file}: ${message}`);
  }
  if (stop !== null) {
    output.note(stop.message);
    return exitCodes.stopped;
  }
  if (!isFinished) return exitCodes.failed;
  if (first !== undefined) return exitCodeOf(first.code);
  return isWhole ? exitCodes.ok : exitCodes.problems;
}

function summary({ state: { state, message, counts } }: ImportedArticles) {
  return { state, ...(message === undefined ? {} : { message }), counts };
}

function tellArticles(
  { state, items }: ImportedArticles,
  say: (text: string) => void,
  output: CliOutput,
): void {
  for (const { fileName, part, outcome, reason } of items) {
    if (outcome !== 'refused' && outcome !== 'asks') continue;
    const where = part === undefined ? fileName : `${fileName} (${part})`;
    say(`${where}: ${reason ?? outcome}`);
  }
  if (state.message !== undefined) output.note(state.message);
  const { added, revised, known, refused, asks } = state.counts;
  say(
    `${added} new, ${revised} revised, ${known} known already, ${refused} refused${asks === 0 ? '' : `, ${asks} table${asks === 1 ? '' : 's'} whose columns the window asks for`}.`,
  );
}
