import { isCanonical } from '../../../app/article/is-canonical.ts';
import type { Block } from '../../../app/record/text.ts';
import { listOf } from '../../../app/schema/object-of.ts';
import { blockSchema } from '../../../app/schema/text-schema.ts';
import { z } from '../../../app/schema/zod.ts';

const blocksFileSchema = z.strictObject({ schema: z.literal(1), blocks: listOf(blockSchema) });

/** The content of the file that holds a text's blocks. */
export function blocksFile(blocks: readonly Block[]): string {
  return `${JSON.stringify({ schema: 1, blocks })}\n`;
}

/** The blocks that a file holds; `null` when they are none, or not those of the text. */
export function readBlocksFile(content: string, text: string): readonly Block[] | null {
  try {
    const parsed = blocksFileSchema.safeParse(JSON.parse(content));
    return parsed.success && isCanonical({ text, blocks: parsed.data.blocks })
      ? parsed.data.blocks
      : null;
  } catch {
    return null;
  }
}
