import type { Block, RevisionText } from '../record/text.ts';
import { listOf, objectOf } from './object-of.ts';
import { revisionHashSchema, textOffsetSchema } from './values.ts';
import { z } from './zod.ts';

export const blockSchema = objectOf<Block>()({
  kind: z.enum([
    'paragraph',
    'heading',
    'list-item',
    'quotation',
    'caption',
    'table-cell',
    'footnote',
  ]),
  start: textOffsetSchema,
  end: textOffsetSchema,
  level: z.exactOptional(z.int().min(1).max(6)),
  page: z.exactOptional(z.int().min(1)),
});

export const revisionTextSchema = objectOf<RevisionText>()({
  hash: revisionHashSchema,
  text: z.string(),
  blocks: listOf(blockSchema),
});
