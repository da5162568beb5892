import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isCanonical } from '../../../app/article/is-canonical.ts';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Result } from '../../../app/base/result.ts';
import { failure, success } from '../../../app/base/result.ts';
import type { Block, RevisionText } from '../../../app/record/text.ts';
import { listOf } from '../../../app/schema/object-of.ts';
import { blockSchema } from '../../../app/schema/text-schema.ts';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { syncFolder, writeFileAtomically } from '../files/write-file-atomically.ts';

const blocksFileSchema = z.strictObject({ schema: z.literal(1), blocks: listOf(blockSchema) });

/** The name of a canonical text (rule T6). Cost: the length of the text. */
export function hashText(text: string): RevisionHash {
  return createHash('sha256').update(text, 'utf8').digest('hex') as RevisionHash;
}

/**
 * Canonical texts by their hash, one plain UTF-8 file each, so that `sha256sum` proves them without this program, with
 * the blocks in a file beside.
 */
export class TextStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Stores a text; a whole one that is there already is left alone. Its bytes are on disk when this answers, its name
   * only after `sync`. Throws what the system throws.
   */
  async write(text: string, blocks: readonly Block[]): Promise<RevisionHash> {
    const hash = hashText(text);
    if ((await this.read(hash)).ok) return hash;
    await writeFileAtomically(this.#path(hash, 'blocks.json'), blocksFile(blocks), false);
    await writeFileAtomically(this.#path(hash, 'txt'), text, false);
    return hash;
  }

  /** Makes what was written outlast a power cut. Before a journal entry names a text, this has answered. */
  async sync(): Promise<void> {
    await syncFolder(this.#folder);
  }

  /** Reads a text and proves it against its name. Throws only what the system throws beside "not there". */
  async read(hash: RevisionHash): Promise<Result<RevisionText, 'missing' | 'damaged'>> {
    let text: string;
    try {
      const bytes = await readFile(this.#path(hash, 'txt'));
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
    const blocks = await this.#readBlocks(hash);
    if (blocks === null || !isCanonical({ text, blocks })) {
      return damaged(`The blocks of .variorum/texts/${hash}.txt do not fit its text.`);
    }
    return success({ hash, text, blocks });
  }

  async #readBlocks(hash: RevisionHash): Promise<readonly Block[] | null> {
    try {
      const content: unknown = JSON.parse(await readFile(this.#path(hash, 'blocks.json'), 'utf8'));
      const parsed = blocksFileSchema.safeParse(content);
      return parsed.success ? parsed.data.blocks : null;
    } catch {
      return null;
    }
  }

  #path(hash: RevisionHash, ending: string): string {
    return join(this.#folder, `${hash}.${ending}`);
  }
}

function blocksFile(blocks: readonly Block[]): string {
  return `${JSON.stringify({ schema: 1, blocks })}\n`;
}

function damaged(what: string) {
  return failure(
    'damaged',
    `${what} Restore it from a copy of the project folder, or import the article's file again.`,
  );
}
