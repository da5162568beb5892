import type { ExportOptions } from '../../../app/exchange/exchange-format.ts';
import { exchangeFormat, exchangeFormats } from '../../../app/exchange/formats.ts';
import { exportProject } from '../../services/exchange/export-project.ts';
import { wantNoMore } from '../cli-arguments.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatNamed } from '../format-names.ts';
import { readProject } from '../read-project.ts';
import { UsageError } from '../usage-error.ts';
import { wantNoTerminal, writeByPath } from '../write-output.ts';
import { type ExportRequest, tellWritten } from './export-request.ts';
import { tellReport } from './tell-report.ts';

type Records = 'annotations' | 'claims' | 'links' | 'articles';

/** The formats that have a short name for some kind of records, and the usual one first. */
const shortNames: Readonly<Record<Records, Readonly<Record<string, string>>>> = {
  annotations: {
    ...{ csv: 'annotations-csv', xlsx: 'workbook', jsonld: 'web-annotation' },
    ...{ json: 'web-annotation', md: 'markdown-vault' },
  },
  claims: { csv: 'claims-csv', xlsx: 'workbook', jsonld: 'claim-review', json: 'claim-review' },
  links: { csv: 'links-csv', xlsx: 'workbook' },
  articles: { json: 'csl-json', bib: 'bibtex', md: 'markdown-vault' },
};

/** Endings of files that are no text. */
const binary: ReadonlySet<string> = new Set(['xlsx', 'zip', 'qdpx']);

/** `variorum export PROJECT annotations` and the like, in any format of exchange. */
export async function exportRecordsTo(what: Records, request: ExportRequest): Promise<number> {
  const { args, folder, output, target } = request;
  const names = shortNames[what];
  const wanted = args.value('format') ?? Object.keys(names)[0] ?? '';
  const known = exchangeFormats.filter((one) => one.exports !== null).map(({ id }) => id);
  const format = exchangeFormat(formatNamed(wanted, known, names));
  if (format === null || format.exports === null) {
    const all = [...Object.keys(names), ...known].join(', ');
    throw new UsageError(`--format takes ${all}, not “${wanted}”.`);
  }
  const options = choicesOf(args.others, format.choices);
  wantNoMore(args, 2);
  wantNoTerminal(target, binary.has(format.extension));
  const { id, name, paths, end } = await readProject(folder, output);
  const { exchange } = await request.context(null);
  const report = await writeByPath(target, (path) =>
    exportProject({
      project: { info: { id, name, lastSequence: end.sequence }, paths },
      thread: exchange,
      format: format.id,
      options,
      path,
      tell: ({ done, total }) => output.progress(`Exporting: ${done} of ${total}`),
      signal: request.signal,
    }),
  );
  if (!args.has('json')) tellReport(report, output);
  tellWritten(request, { format: format.id, report });
  return exitCodes.ok;
}

function choicesOf(
  others: Readonly<Record<string, boolean>>,
  choices: readonly { readonly id: string }[],
): ExportOptions {
  const strange = Object.keys(others).find((name) => !choices.some(({ id }) => id === name));
  if (strange === undefined) return others;
  const known = choices.map(({ id }) => `--${id}`).join(', ');
  throw new UsageError(
    `There is no option --${strange}${known === '' ? '' : `; this format offers ${known}`}.`,
  );
}
