import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { CodedError } from '../coded-error.ts';
import { writeFailureSentence } from '../files/error-code.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import type { ProjectPaths } from '../project/project-paths.ts';

/**
 * Writes records that the journal does not know to a file of the project folder, and answers with its name from there:
 * `.variorum/aside/2026-05-08T09-14-00.000Z-1.json`. Throws `CodedError` `disk`.
 */
export async function keepAside(
  paths: ProjectPaths,
  now: string,
  content: { readonly reason: string; readonly records: readonly ProjectRecord[] },
): Promise<string> {
  try {
    await mkdir(paths.aside, { recursive: true });
    const count = (await readdir(paths.aside)).length + 1;
    const name = `${now.replaceAll(':', '-')}-${count}.json`;
    const text = JSON.stringify({ schema: 1, keptAt: now, ...content }, null, 2);
    await writeFileAtomically(join(paths.aside, name), `${text}\n`);
    return `.variorum/aside/${name}`;
  } catch (error) {
    throw new CodedError('disk', writeFailureSentence(error));
  }
}
