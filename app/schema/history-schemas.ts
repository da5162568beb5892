import type {
  EarlierState,
  EarlierStatePage,
  EntryPage,
  HistoryEntry,
  HistoryFilter,
  HistoryPage,
  HistoryRequest,
  RecordChange,
  TouchedKind,
} from '../host/history.ts';
import type { ChangeId } from '../record/ids.ts';
import type { RecordKind } from '../record/records.ts';
import { recordKinds } from '../record/records.ts';
import { listOf, objectOf } from './object-of.ts';
import { projectRecordSchema } from './record-schemas.ts';
import { countSchema, idSchema, instantSchema, nameSchema, ordinalSchema } from './values.ts';
import { z } from './zod.ts';

const kindSchema: z.ZodType<RecordKind> = z.enum(recordKinds);

const filterSchema = objectOf<HistoryFilter>()({
  words: nameSchema,
  author: nameSchema.nullable(),
  kind: kindSchema.nullable(),
  recordId: idSchema().nullable(),
  from: instantSchema.nullable(),
  until: instantSchema.nullable(),
  hideUnattended: z.boolean(),
  hideJobs: z.boolean(),
});

export const historyRequestSchema = objectOf<HistoryRequest>()({
  filter: filterSchema,
  upTo: countSchema,
  offset: countSchema,
  limit: z.int().min(1).max(200),
  all: z.boolean(),
});

const touchedSchema = objectOf<TouchedKind>()({
  kind: kindSchema,
  added: countSchema,
  updated: countSchema,
  removed: countSchema,
});

const entrySchema = objectOf<HistoryEntry>()({
  sequence: ordinalSchema,
  changeId: idSchema<ChangeId>(),
  name: nameSchema,
  author: nameSchema,
  at: instantSchema,
  unattended: z.boolean(),
  jobId: nameSchema.nullable(),
  undoes: idSchema<ChangeId>().nullable(),
  redoes: idSchema<ChangeId>().nullable(),
  touched: listOf(touchedSchema),
});

export const historyPageSchema = objectOf<HistoryPage>()({
  entries: listOf(entrySchema),
  total: countSchema,
  complete: z.boolean(),
  authors: listOf(nameSchema),
});

const recordChangeSchema = objectOf<RecordChange>()({
  before: projectRecordSchema.nullable(),
  after: projectRecordSchema.nullable(),
});

export const entryPageSchema = objectOf<EntryPage>()({
  entry: entrySchema,
  records: listOf(recordChangeSchema),
  total: countSchema,
});

const earlierStateSchema = objectOf<EarlierState>()({
  id: idSchema(),
  record: projectRecordSchema.nullable(),
  rev: ordinalSchema,
});

export const earlierStatePageSchema = objectOf<EarlierStatePage>()({
  states: listOf(earlierStateSchema),
  nextOffset: countSchema.nullable(),
  unreadable: countSchema,
});
