import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Block } from '../../../app/record/text.ts';
import { ReusedBytes } from '../files/reused-bytes.ts';
import { writeBeside } from '../files/write-beside.ts';
import { writeNewFile } from '../files/write-new-file.ts';
import { findBlocks } from './find-blocks.ts';
import { PackedBlocks, packBlocks } from './packed-blocks.ts';

/** A text that is stored: its name (rule T6), with the paths that have to be synced, with their folders, before that is journalled. */
export interface WrittenText {
  readonly hash: RevisionHash;
  readonly paths: readonly string[];
}

/** Where the text of a revision is in the text store's folder. */
export function textPath(folder: string, hash: RevisionHash): string {
  return join(folder, `${hash}.txt`);
}

/** What this thread knows of the packs that it wrote to last. */
let known: { readonly folder: string; readonly packs: PackedBlocks } | null = null;

/** The UTF-8 of the text that is being stored. */
const reused = new ReusedBytes();

/**
 * Stores a text with its blocks; what is there already, whole, is left alone. Writes on this thread. Rejects with what the
 * system throws.
 */
export async function writeText(
  folder: string,
  text: string,
  blocks: readonly Block[],
): Promise<WrittenText> {
  const bytes = reused.encode(text);
  const hash = digest('sha256', bytes, 'hex') as RevisionHash;
  const path = textPath(folder, hash);
  // In nearly all cases nobody has the text, and a name that nobody knows may be written to directly.
  if (writeNewFile(path, bytes)) return { hash, paths: [path, packBlocks(folder, hash, blocks)] };
  if (!readFileSync(path).equals(bytes)) writeBeside(path, bytes, false);
  // From here on another text may be stored, and the bytes be its.
  if (known?.folder !== folder) known = { folder, packs: new PackedBlocks(folder) };
  const found = await findBlocks(folder, hash, text, known.packs);
  // Also what was there: a run that ended before it synced may have written it.
  return { hash, paths: [path, found?.path ?? packBlocks(folder, hash, blocks)] };
}
