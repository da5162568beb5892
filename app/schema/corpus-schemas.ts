import type { TablePreview, WatchedFolder } from '../host/corpus.ts';
import type { ColumnField } from '../record/records.ts';
import { columnSchema, optionalColumns } from './column-map-schema.ts';
import { listOf, objectOf } from './object-of.ts';
import { z } from './zod.ts';

export const watchedFolderSchema = objectOf<WatchedFolder>()({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  state: z.enum(['watching', 'scanning', 'missing', 'unreadable']),
  message: z.exactOptional(z.string()),
});

export const tablePreviewSchema = objectOf<TablePreview>()({
  fileName: z.string(),
  columns: listOf(z.string()),
  rows: listOf(listOf(z.string())),
  guess: objectOf<{ readonly [Field in ColumnField]?: string }>()({
    text: z.exactOptional(columnSchema),
    ...optionalColumns,
  }),
});
