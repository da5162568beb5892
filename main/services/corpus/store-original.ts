import { readFileSync, type Stats, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { errorCode } from '../files/error-code.ts';
import { writeBeside } from '../files/write-beside.ts';

/** An original in the project's `articles` folder. */
export interface StoredOriginal {
  readonly fileName: string;
  /** Whether it was made just now, and not found there with the same bytes. */
  readonly isNew: boolean;
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
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
    const taken = statSync(path, { throwIfNoEntry: false });
    if (taken === undefined) {
      const made = write(path, bytes);
      if (made !== null) return { fileName, isNew: true, ...factsOf(made) };
      count -= 1;
    } else if (holds(path, taken, bytes)) return { fileName, isNew: false, ...factsOf(taken) };
  }
}

function factsOf({ size, mtimeMs }: Stats) {
  return { size, modified: mtimeMs };
}

/** A name that every system takes: a project goes from one to another as it is. */
function portableName(name: string): string {
  const plain = name
    // Marks of direction show another name than there is: an ending in the middle.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, ' ')
    .replace(/\ufffd/g, '_')
    .trim()
    .replace(/[. ]+$/, '');
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain);
  return plain === '' || isReserved ? `_${plain}` : plain;
}

/** `null`: somebody was quicker to take the name. */
function write(path: string, bytes: Uint8Array): Stats | null {
  try {
    return writeBeside(path, bytes, true);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return null;
    throw error;
  }
}

function holds(path: string, about: Stats, bytes: Uint8Array): boolean {
  if (!about.isFile() || about.size !== bytes.length) return false;
  return readFileSync(path).equals(bytes);
}
