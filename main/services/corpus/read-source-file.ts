import { readFile, stat } from 'node:fs/promises';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import { errorCode } from '../files/error-code.ts';

/** The largest file that is imported, in bytes. */
export const largestFile = 50_000_000;

/** Endings of names that the parser reads. Looked at here, so that a folder of films is not read to be refused. */
export const importedEndings: readonly string[] = [
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
];

export type ReadFailureCode = 'unsupported' | 'too-large' | 'unreadable';

/**
 * The bytes of a file that is to be imported, or why it can't be, in a sentence with what to do. Name and size are
 * looked at first. Never throws.
 */
export async function readSourceFile(path: string): Promise<Result<Buffer, ReadFailureCode>> {
  const name = path.toLowerCase();
  if (!importedEndings.some((ending) => name.endsWith(ending))) {
    return failure(
      'unsupported',
      'Files of this kind can’t be imported. Save it as plain text (.txt), Markdown (.md) or a web page (.html) and import that.',
    );
  }
  try {
    const about = await stat(path);
    if (about.size > largestFile) return tooLarge(about.size);
    const bytes = await readFile(path);
    return bytes.length > largestFile ? tooLarge(bytes.length) : success(bytes);
  } catch (error) {
    return failure('unreadable', accessFailureSentence(error));
  }
}

function tooLarge(size: number) {
  const megabytes = Math.ceil(size / 1_000_000);
  return failure(
    'too-large',
    `The file has ${megabytes} MB; files over ${largestFile / 1_000_000} MB are not imported. Split it, or save the article alone.`,
  );
}

/** Why a file or folder could not be looked at, in a sentence with what to do. */
export function accessFailureSentence(error: unknown): string {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'You may not read it. Change its permissions, then import it again.';
    case 'ENOENT':
      return 'It is not there (any more). If it is a link, what it leads to is missing.';
    case 'ELOOP':
      return 'It is a link that leads back to itself. Import the file that was meant.';
    case 'ENAMETOOLONG':
      return 'Its name is too long for this system. Give it a shorter one, then import it again.';
    default:
      return `It could not be read (${errorCode(error) ?? 'unknown reason'}). Check the disk it is on, then import it again.`;
  }
}
