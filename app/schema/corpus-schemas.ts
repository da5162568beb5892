import type { ColumnField, ColumnMap, TablePreview, WatchedFolder } from '../host/corpus.ts';
import { listOf, objectOf } from './object-of.ts';
import { z } from './zod.ts';

export const watchedFolderSchema = objectOf<WatchedFolder>()({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  state: z.enum(['watching', 'scanning', 'missing', 'unreadable']),
  message: z.exactOptional(z.string()),
});

const columnSchema = z.string().max(2_000);

const optionalColumns = {
  title: z.exactOptional(columnSchema),
  outlet: z.exactOptional(columnSchema),
  byline: z.exactOptional(columnSchema),
  published: z.exactOptional(columnSchema),
  updated: z.exactOptional(columnSchema),
  url: z.exactOptional(columnSchema),
  language: z.exactOptional(columnSchema),
  section: z.exactOptional(columnSchema),
};

export const columnMapSchema = objectOf<ColumnMap>()({ text: columnSchema, ...optionalColumns });

export const tablePreviewSchema = objectOf<TablePreview>()({
  fileName: z.string(),
  columns: listOf(z.string()),
  rows: listOf(listOf(z.string())),
  guess: objectOf<{ readonly [Field in ColumnField]?: string }>()({
    text: z.exactOptional(columnSchema),
    ...optionalColumns,
  }),
});
