import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RevisionHash } from '../../../app/base/brand.ts';
import { errorCode } from '../files/error-code.ts';
import { readBlocksFile } from './blocks-file.ts';
import type { FoundBlocks, PackedBlocks } from './packed-blocks.ts';

/**
 * The blocks of a stored text: in a pack, or in a file of their own, as projects have them that were made before there
 * were packs. `null`: there are none that fit the text. Throws what the system throws beside "not there".
 */
export async function findBlocks(
  folder: string,
  hash: RevisionHash,
  text: string,
  packs: PackedBlocks,
): Promise<FoundBlocks | null> {
  const packed = await packs.find(hash, text);
  if (packed !== null) return packed;
  const path = join(folder, `${hash}.blocks.json`);
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  const blocks = readBlocksFile(content, text);
  return blocks === null ? null : { blocks, path };
}
