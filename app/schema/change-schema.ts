import type { Change, JournalEntry } from '../record/change.ts';
import type { Diff } from '../record/diff.ts';
import type { ChangeId } from '../record/ids.ts';
import type { ProjectRecord } from '../record/records.ts';
import { listOf, objectOf } from './object-of.ts';
import { projectRecordSchema } from './record-schemas.ts';
import { idSchema, instantSchema, nameSchema, ordinalSchema } from './values.ts';
import { z } from './zod.ts';

type RecordPair = readonly [before: ProjectRecord, after: ProjectRecord];

const recordPairSchema: z.ZodType<RecordPair> = z
  .tuple([projectRecordSchema, projectRecordSchema])
  .refine(([before, after]) => before.id === after.id && before.kind === after.kind, {
    error: 'The two states are not of one record.',
  });

/** A diff in which each record id stands at most once (rule D1). */
export const diffSchema = objectOf<Diff>()({
  added: listOf(projectRecordSchema),
  updated: listOf(recordPairSchema),
  removed: listOf(projectRecordSchema),
}).refine(namesEachRecordOnce, { error: 'A record stands in the diff twice.' });

function namesEachRecordOnce(diff: Diff): boolean {
  const ids = new Set<string>();
  for (const record of diff.added) ids.add(record.id);
  for (const [before] of diff.updated) ids.add(before.id);
  for (const record of diff.removed) ids.add(record.id);
  return ids.size === diff.added.length + diff.updated.length + diff.removed.length;
}

export const changeSchema = objectOf<Change>()({
  id: idSchema<ChangeId>(),
  name: nameSchema,
  author: nameSchema,
  at: instantSchema,
  diff: diffSchema,
  unattended: z.exactOptional(z.literal(true)),
  jobId: z.exactOptional(z.string().max(100)),
  undoes: z.exactOptional(idSchema<ChangeId>()),
  redoes: z.exactOptional(idSchema<ChangeId>()),
});

export const journalEntrySchema = objectOf<JournalEntry>()({
  sequence: ordinalSchema,
  change: changeSchema,
});
