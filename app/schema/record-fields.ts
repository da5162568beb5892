import type { RecordKind, RecordOf } from '../record/records.ts';
import { idSchema, instantSchema, nameSchema, ordinalSchema } from './values.ts';
import { z } from './zod.ts';

/** The schemas of the fields that every record carries. */
export function recordFields<Kind extends RecordKind>(kind: Kind) {
  return {
    kind: z.literal(kind),
    id: idSchema<RecordOf<Kind>['id']>(),
    createdAt: instantSchema,
    modifiedAt: instantSchema,
    author: nameSchema,
    rev: ordinalSchema,
  };
}
