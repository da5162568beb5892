import { basename, dirname } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import { checkCitations } from '../../../app/brief/check-citations.ts';
import { composeHtml } from '../../../app/brief/compose-html.ts';
import { composeMarkdown } from '../../../app/brief/compose-markdown.ts';
import type { BriefExport, ExportOutcome } from '../../../app/host/brief-export.ts';
import { CodedError } from '../coded-error.ts';
import { errorCode } from '../files/error-code.ts';
import { suggestedName } from '../files/suggested-name.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { TextStore } from '../text/text-store.ts';

/**
 * Checks every quotation of a brief against the stored texts, asks where, and writes (rules C2, C3). A text that is
 * missing or damaged is a problem of each quotation from it. Nothing is asked or written while there is a problem.
 * Throws `CodedError` `disk` when the file can't be written.
 */
export async function exportBrief(
  request: BriefExport,
  store: TextStore,
  askSavePath: (suggestedName: string) => Promise<string | null>,
): Promise<ExportOutcome> {
  const texts = new Map<RevisionHash, string>();
  for (const { hash } of request.revisions) {
    if (texts.has(hash)) continue;
    const read = await store.read(hash);
    if (read.ok) texts.set(hash, read.value.text);
  }
  const problems = checkCitations(request, texts);
  if (problems.length > 0) return { kind: 'refused', problems };
  const isMarkdown = request.format === 'markdown';
  const content = isMarkdown ? composeMarkdown(request, texts) : composeHtml(request, texts);
  const path = await askSavePath(
    suggestedName(request.brief.title, isMarkdown ? 'md' : 'html', 'Brief'),
  );
  if (path === null) return { kind: 'cancelled' };
  try {
    await writeFileAtomically(path, content);
  } catch (error) {
    throw new CodedError(
      'disk',
      `“${basename(path)}” could not be written in “${basename(dirname(path))}” (${errorCode(error) ?? 'unknown reason'}). Choose another place, or free space there.`,
    );
  }
  return { kind: 'written', fileName: basename(path) };
}
