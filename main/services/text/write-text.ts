import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Block } from '../../../app/record/text.ts';
import { errorCode } from '../files/error-code.ts';
import { writeBeside } from '../files/write-beside.ts';
import { findBlocks } from './find-blocks.ts';
import { PackedBlocks, packBlocks } from './packed-blocks.ts';

/** The name of a canonical text (rule T6). Cost: the length of the text. */
export function hashText(text: string): RevisionHash {
  return createHash('sha256').update(text, 'utf8').digest('hex') as RevisionHash;
}

/** Where the text of a revision is in the text store's folder. */
export function textPath(folder: string, hash: RevisionHash): string {
  return join(folder, `${hash}.txt`);
}

/** What this thread knows of the packs that it wrote to last. */
let known: { readonly folder: string; readonly packs: PackedBlocks } | null = null;

/**
 * Stores a text with its blocks; what is there already, whole, is left alone. Writes on this thread. Answers with the
 * paths that have to be synced, with their folders, before a journal entry may name the text. Rejects with what the system
 * throws.
 */
export async function writeText(
  folder: string,
  hash: RevisionHash,
  text: string,
  blocks: readonly Block[],
): Promise<readonly string[]> {
  const path = textPath(folder, hash);
  // In nearly all cases nobody has the text, and a name that nobody knows may be written to directly.
  if (writeNew(path, text)) return [path, packBlocks(folder, hash, blocks)];
  if (!isStored(path, text)) writeBeside(path, text, false);
  if (known?.folder !== folder) known = { folder, packs: new PackedBlocks(folder) };
  const found = await findBlocks(folder, hash, text, known.packs);
  // Also what was there: a run that ended before it synced may have written it.
  return [path, found?.path ?? packBlocks(folder, hash, blocks)];
}

/** `false`: the name is taken. */
function writeNew(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o644 });
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function isStored(path: string, text: string): boolean {
  return readFileSync(path).equals(Buffer.from(text, 'utf8'));
}
