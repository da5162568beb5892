import { basename, dirname } from 'node:path';
import type { BriefExport, ExportOutcome } from '../../../app/host/brief-export.ts';
import { CodedError } from '../coded-error.ts';
import { errorCode } from '../files/error-code.ts';
import { suggestedName } from '../files/suggested-name.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { ComposeAnswer } from './brief-thread.ts';
import { type BriefTools, briefEndings, finishBrief } from './render-brief.ts';

/**
 * Has a brief composed, which checks every quotation, asks where, and writes (rules C2, C3). Nothing is asked or written while
 * there is a problem. Throws `CodedError` `disk` when the file can't be written, and as `renderBrief` does.
 */
export async function exportBrief(
  request: BriefExport,
  compose: () => Promise<ComposeAnswer>,
  askSavePath: (suggestedName: string) => Promise<string | null>,
  printPdf: BriefTools['printPdf'],
): Promise<ExportOutcome> {
  const composed = await compose();
  if (composed.kind === 'failed') throw new CodedError(composed.code, composed.message);
  const rendered = await finishBrief(composed, printPdf);
  if (!rendered.ok) return { kind: 'refused', problems: rendered.problems };
  const path = await askSavePath(
    suggestedName(request.brief.title, briefEndings[request.format], 'Brief'),
  );
  if (path === null) return { kind: 'cancelled' };
  try {
    await writeFileAtomically(path, rendered.content);
  } catch (error) {
    throw new CodedError(
      'disk',
      `“${basename(path)}” could not be written in “${basename(dirname(path))}” (${errorCode(error) ?? 'unknown reason'}). Choose another place, or free space there.`,
    );
  }
  return { kind: 'written', fileName: basename(path) };
}
