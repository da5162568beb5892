import { basename } from 'node:path';
import type { ExportedFile } from '../../../app/host/exported-file.ts';
import { CodedError } from '../coded-error.ts';
import { fileFailureSentence } from '../files/error-code.ts';
import { suggestedName } from '../files/suggested-name.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

/**
 * Asks where, then writes what the page made. `null`: cancelled. Throws `CodedError` `disk`; what stood there before is
 * then as it was.
 */
export async function exportFile(
  file: ExportedFile,
  askSavePath: (suggestedName: string) => Promise<string | null>,
): Promise<{ readonly fileName: string } | null> {
  const ending = `.${file.kind}`;
  const title = file.suggestedName.toLowerCase().endsWith(ending)
    ? file.suggestedName.slice(0, -ending.length)
    : file.suggestedName;
  const path = await askSavePath(suggestedName(title, file.kind, 'Export'));
  if (path === null) return null;
  // Without the mark spreadsheets take a table for their own country's coding.
  const mark = file.kind === 'csv' ? '\ufeff' : '';
  const content = 'bytes' in file ? file.bytes : `${mark}${file.content}`;
  await writeFileAtomically(path, content).catch((error: unknown) => {
    throw new CodedError('disk', fileFailureSentence(error));
  });
  return { fileName: basename(path) };
}
