import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

/** A stored original. */
export interface StoredOriginal {
  /** Its name in the project's `articles` folder. */
  readonly fileName: string;
  /** SHA-256 of its bytes, lower-case hexadecimal. */
  readonly fileHash: string;
}

/**
 * Copies the bytes of an imported file into the project, under its own name or, where that is taken by other bytes,
 * with a number: `report (2).html`. Never writes over a file. The caller syncs the folder. Throws what the system throws.
 */
export async function storeOriginal(
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<StoredOriginal> {
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const ending = extname(name).slice(0, 20);
  // Room for the number, in systems that allow 255 bytes.
  const stem = [...name.slice(0, name.length - ending.length)].slice(0, 50).join('');
  for (let count = 1; ; count += 1) {
    const fileName = `${stem}${count === 1 ? '' : ` (${count})`}${ending}`;
    const path = join(folder, fileName);
    const found = await compare(path, bytes);
    if (found === 'other') continue;
    // Under the project's lock nobody else gives names here.
    if (found === 'none') await writeFileAtomically(path, bytes, false);
    return { fileName, fileHash };
  }
}

async function compare(path: string, bytes: Uint8Array): Promise<'none' | 'same' | 'other'> {
  try {
    const about = await stat(path);
    if (!about.isFile() || about.size !== bytes.length) return 'other';
    return (await readFile(path)).equals(bytes) ? 'same' : 'other';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'none';
    throw error;
  }
}
