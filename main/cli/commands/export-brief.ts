import { gatherBrief } from '../../../app/brief/gather-brief.ts';
import { briefFormats } from '../../../app/host/brief-export.ts';
import { renderBrief } from '../../services/brief/render-brief.ts';
import { oneOf } from '../cli-arguments.ts';
import { commentsToSelf } from '../comments-to-self.ts';
import { exitCodes } from '../exit-codes.ts';
import { findBrief } from '../find-brief.ts';
import { formatNamed } from '../format-names.ts';
import { readProject } from '../read-project.ts';
import { stopped } from '../stopped.ts';
import { wantNoTerminal, writeWhole } from '../write-output.ts';
import { type ExportRequest, tellProblems, tellWritten } from './export-request.ts';

/** `variorum export PROJECT brief [NAME]`: without a name the only one there is. */
export async function exportBriefTo(request: ExportRequest): Promise<number> {
  const { args, folder, output, target } = request;
  const wanted = formatNamed(args.value('format') ?? 'docx', briefFormats);
  const format = oneOf(wanted, 'format', briefFormats);
  const name = args.words.slice(2).join(' ');
  wantNoTerminal(target, format === 'docx' || format === 'pdf');
  const { records, texts } = await readProject(folder, output);
  const bundle = gatherBrief(records, findBrief(records, name));
  const { citationStyles, printPdf } = await request.context(null);
  const comments = args.others.comments === true;
  const rendered = await stopped(request.signal, () =>
    renderBrief(
      bundle,
      { format, appendix: args.has('appendix'), comments, wrap: args.has('wrap') },
      texts,
      { citationStyles, printPdf },
    ),
  );
  if (!rendered.ok) return tellProblems(rendered.problems, args, output);
  await writeWhole(target, rendered.content);
  const count = comments ? commentsToSelf(bundle.brief) : 0;
  if (count > 0) output.note(commentsNote(count));
  tellWritten(request, {
    format,
    brief: bundle.brief.id,
    ...(comments ? { comments: count } : {}),
  });
  return exitCodes.ok;
}

function commentsNote(count: number): string {
  const what = count === 1 ? '1 comment to self is' : `${count} comments to self are`;
  return `${what} in this file. Leave --comments out of what others are to read.`;
}
