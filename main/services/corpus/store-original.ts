import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { writeBeside } from '../files/write-beside.ts';

/** An original in the project's `articles` folder. */
export interface StoredOriginal {
  readonly fileName: string;
  /** Whether it was made just now, and not found there with the same bytes. */
  readonly isNew: boolean;
}

/**
 * Copies the bytes of an imported file into the project, under its own name or, where that is taken by other bytes,
 * with a number: `report (2).html`. Never writes over a file, also when several threads store at once. On this thread;
 * the caller syncs file and folder. Throws what the system throws.
 */
export function storeOriginal(folder: string, name: string, bytes: Uint8Array): StoredOriginal {
  const safe = portableName(name);
  const ending = extname(safe).slice(0, 20);
  // Room for the number, in systems that allow 255 bytes.
  const stem = [...safe.slice(0, safe.length - extname(safe).length)].slice(0, 50).join('');
  for (let count = 1; ; count += 1) {
    const fileName = `${stem}${count === 1 ? '' : ` (${count})`}${ending}`;
    const path = join(folder, fileName);
    const found = compare(path, bytes);
    if (found === 'same') return { fileName, isNew: false };
    if (found === 'none' && write(path, bytes)) return { fileName, isNew: true };
  }
}

/** A name that every system takes: a project goes from one to another as it is. */
function portableName(name: string): string {
  const plain = name
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\ufffd/g, '_')
    .trim()
    .replace(/[. ]+$/, '');
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain);
  return plain === '' || isReserved ? `_${plain}` : plain;
}

/** `false`: somebody was quicker to take the name. */
function write(path: string, bytes: Uint8Array): boolean {
  try {
    writeBeside(path, bytes, true);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function compare(path: string, bytes: Uint8Array): 'none' | 'same' | 'other' {
  try {
    const about = statSync(path);
    if (!about.isFile() || about.size !== bytes.length) return 'other';
    return readFileSync(path).equals(bytes) ? 'same' : 'other';
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'none';
    throw error;
  }
}
