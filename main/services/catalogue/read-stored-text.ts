import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../files/error-code.ts';

/**
 * The UTF-8 of a canonical text by its hash, proven against it; `null` when it is not there or not what it was. At once and in this
 * thread, which is one that has nothing else to do. Throws what the system throws beside "not there".
 */
export function readStoredText(folder: string, hash: string): Buffer | null {
  try {
    const bytes = readFileSync(join(folder, `${hash}.txt`));
    const isWhole = createHash('sha256').update(bytes).digest('hex') === hash;
    return isWhole ? bytes : null;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
