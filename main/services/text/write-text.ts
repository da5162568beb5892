import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Block } from '../../../app/record/text.ts';
import { errorCode } from '../files/error-code.ts';
import { writeBeside } from '../files/write-beside.ts';
import { blocksFile, readBlocksFile } from './blocks-file.ts';

/** The name of a canonical text (rule T6). Cost: the length of the text. */
export function hashText(text: string): RevisionHash {
  return createHash('sha256').update(text, 'utf8').digest('hex') as RevisionHash;
}

/** Where the text of a revision and its blocks are in the text store's folder. */
export function textPaths(folder: string, hash: RevisionHash) {
  return { text: join(folder, `${hash}.txt`), blocks: join(folder, `${hash}.blocks.json`) };
}

/**
 * Stores a text with its blocks, on this thread; files that are there already, whole, are left alone. Answers with the
 * paths that have to be synced, with their folder, before a journal entry may name the text. Throws what the system
 * throws.
 */
export function writeText(
  folder: string,
  hash: RevisionHash,
  text: string,
  blocks: readonly Block[],
): readonly string[] {
  const paths = textPaths(folder, hash);
  // In nearly all cases nobody has the text, and a name that nobody knows may be written to directly.
  const isNew = writeNew(paths.text, text);
  if (isNew ? !writeNew(paths.blocks, blocksFile(blocks)) : !isStored(paths, text)) {
    writeBeside(paths.blocks, blocksFile(blocks), false);
    writeBeside(paths.text, text, false);
  }
  // Also what was there: a run that ended before it synced may have written it.
  return [paths.blocks, paths.text];
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

function isStored(paths: ReturnType<typeof textPaths>, text: string): boolean {
  try {
    const stored = readFileSync(paths.text);
    return (
      stored.equals(Buffer.from(text, 'utf8')) &&
      readBlocksFile(readFileSync(paths.blocks, 'utf8'), text) !== null
    );
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
