import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { Block } from '../../../app/record/text.ts';
import { errorCode } from '../files/error-code.ts';
import { readLines } from '../files/read-lines.ts';
import { blocksFile, readBlocksFile } from './blocks-file.ts';

/** Where the blocks of a text are: in a pack, from one byte on. */
interface Place {
  readonly path: string;
  readonly start: number;
  readonly length: number;
}

/** Blocks as they were found, and the file that holds them. */
export interface FoundBlocks {
  readonly blocks: readonly Block[];
  readonly path: string;
}

const hashLength = 64;
/** A pack that is longer is not added to any more, in bytes. */
const longestPack = 16_000_000;

/** The pack that this thread adds to. No other does, so that nothing comes after half a line. */
let current: { readonly folder: string; readonly path: string; size: number } | null = null;

/** The folder of the packs, in the text store's folder. */
function packsFolder(texts: string): string {
  return join(texts, 'blocks');
}

/**
 * Adds the blocks of a text to a pack, on this thread. Answers with the path that has to be synced, with its folder,
 * before a journal entry may name the text. Throws what the system throws.
 */
export function packBlocks(texts: string, hash: RevisionHash, blocks: readonly Block[]): string {
  const line = Buffer.from(`${hash} ${blocksFile(blocks)}`);
  const folder = packsFolder(texts);
  const isOpen = current?.folder === folder && current.size < longestPack;
  const pack =
    isOpen && current !== null
      ? current
      : { folder, path: join(folder, `${randomBytes(8).toString('hex')}.jsonl`), size: 0 };
  // If it fails, half a line may be in the file: the next one begins another.
  current = null;
  try {
    appendFileSync(pack.path, line, { mode: 0o644 });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    mkdirSync(folder);
    appendFileSync(pack.path, line, { mode: 0o644 });
  }
  pack.size += line.length;
  current = pack;
  return pack.path;
}

/**
 * Finds blocks in the packs of a text store: files of lines, each with a text's hash and its blocks. A file for each
 * text would cost a third of an import, in making and syncing it. Memory: some 200 bytes a text, after the first look.
 */
export class PackedBlocks {
  readonly #folder: string;
  readonly #places = new Map<string, Place[]>();
  /** By path, up to where a pack was read. */
  readonly #ends = new Map<string, number>();
  #looking: Promise<void> = Promise.resolve();

  constructor(texts: string) {
    this.#folder = packsFolder(texts);
  }

  /** The first blocks that are kept for a text and fit it; `null`: there are none. Throws what the system throws. */
  async find(hash: RevisionHash, text: string): Promise<FoundBlocks | null> {
    const known = await this.#read(hash, text);
    if (known !== null) return known;
    // One after the other, since one that began before a line was written may miss it.
    const looked = this.#looking.then(() => this.#look());
    this.#looking = looked.catch(() => undefined);
    await looked;
    return this.#read(hash, text);
  }

  async #read(hash: RevisionHash, text: string): Promise<FoundBlocks | null> {
    for (const place of this.#places.get(hash) ?? []) {
      const content = await readPlace(place);
      const blocks = content === null ? null : readBlocksFile(content, text);
      if (blocks !== null) return { blocks, path: place.path };
    }
    return null;
  }

  /** Takes up what was added since the last look. Cost: reading that. */
  async #look(): Promise<void> {
    for (const name of (await namesIn(this.#folder)).sort()) {
      if (!name.endsWith('.jsonl')) continue;
      const path = join(this.#folder, name);
      for await (const { bytes, offset, ended } of readLines(path, this.#ends.get(path) ?? 0)) {
        // Being written just now, or cut off.
        if (!ended) break;
        this.#ends.set(path, offset + bytes.length + 1);
        const hash = bytes.toString('latin1', 0, hashLength);
        const place = {
          path,
          start: offset + hashLength + 1,
          length: bytes.length - hashLength - 1,
        };
        if (place.length <= 0) continue;
        const places = this.#places.get(hash);
        if (places === undefined) this.#places.set(hash, [place]);
        else places.push(place);
      }
    }
  }
}

/** `null`: the pack is gone. */
async function readPlace({ path, start, length }: Place): Promise<string | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
