import type { ExportedFile } from '../host/exported-file.ts';
import { nameSchema } from './values.ts';
import { z } from './zod.ts';

/** A file that the page made: text with the kinds of text, bytes with the kinds of bytes. */
export const exportedFileSchema: z.ZodType<ExportedFile> = z.union([
  z.strictObject({
    suggestedName: nameSchema,
    kind: z.enum(['csv', 'qdc', 'svg', 'html']),
    content: z.string().max(200_000_000),
  }),
  z.strictObject({
    suggestedName: nameSchema,
    kind: z.enum(['xlsx', 'png']),
    bytes: z.custom<Uint8Array>(
      (value) => value instanceof Uint8Array && value.byteLength <= 400_000_000,
      { error: 'Not bytes.' },
    ),
  }),
]);
