import type { ColumnMap } from '../record/records.ts';
import { objectOf } from './object-of.ts';
import { z } from './zod.ts';

/** The name of a column. */
export const columnSchema = z.string().max(2_000);

/** What a column may hold beside the text. */
export const optionalColumns = {
  title: z.exactOptional(columnSchema),
  outlet: z.exactOptional(columnSchema),
  byline: z.exactOptional(columnSchema),
  published: z.exactOptional(columnSchema),
  updated: z.exactOptional(columnSchema),
  url: z.exactOptional(columnSchema),
  language: z.exactOptional(columnSchema),
  section: z.exactOptional(columnSchema),
};

/** What the analyst took the columns of a table for. */
export const columnMapSchema = objectOf<ColumnMap>()({ text: columnSchema, ...optionalColumns });
