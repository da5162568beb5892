import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';
import { errorCode } from '../files/error-code.ts';
import { syncFiles } from '../files/sync-files.ts';
import { syncFolder } from '../files/write-file-atomically.ts';
import { findBlocks } from './find-blocks.ts';
import { PackedBlocks } from './packed-blocks.ts';
import { textPath, writeText } from './write-text.ts';

/**
 * Canonical texts by their hash, one plain UTF-8 file each, so that `sha256sum` proves them without this program, with
 * their blocks in packs of many.
 */
export class TextStore {
  readonly #folder: string;
  readonly #packs: PackedBlocks;

  constructor(folder: string) {
    this.#folder = folder;
    this.#packs = new PackedBlocks(folder);
  }

  /** Where the texts are. */
  get folder(): string {
    return this.#folder;
  }

  /** Stores one text; it is on disk when this answers. Throws what the system throws. */
  async write(text: string, blocks: readonly Block[]): Promise<RevisionHash> {
    const { hash, paths } = await writeText(this.#folder, text, blocks);
    await syncFiles(paths);
    for (const folder of new Set(paths.map(dirname))) await syncFolder(folder);
    return hash;
  }

  /** Reads a text and proves it against its name. Throws only what the system throws beside "not there". */
  async read(hash: RevisionHash): Promise<Result<RevisionText, 'missing' | 'damaged'>> {
    let text: string;
    try {
      const bytes = await readFile(textPath(this.#folder, hash));
      if (createHash('sha256').update(bytes).digest('hex') !== hash) {
        return damaged(`.variorum/texts/${hash}.txt is not what it was when it was imported.`);
      }
      text = bytes.toString('utf8');
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      return failure(
        'missing',
        `The text of this article is missing from the project folder (.variorum/texts/${hash}.txt). Restore it from a copy of the folder, or import the article's file again.`,
      );
    }
    const found = await findBlocks(this.#folder, hash, text, this.#packs);
    if (found === null) {
      return damaged(`The blocks of .variorum/texts/${hash}.txt do not fit its text.`);
    }
    return success({ hash, text, blocks: found.blocks });
  }
}

function damaged(what: string) {
  return failure(
    'damaged',
    `${what} Restore it from a copy of the project folder, or import the article's file again.`,
  );
}
