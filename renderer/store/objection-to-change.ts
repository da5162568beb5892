import type { Change } from '../../app/record/change.ts';
import { emptyDiff } from '../../app/record/diff.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import { changeSchema } from '../../app/schema/change-schema.ts';
import { projectRecordSchema, recordSchemas } from '../../app/schema/record-schemas.ts';
import type { z } from '../../app/schema/zod.ts';

/**
 * Why no journal may hold a change, in a sentence with what to do; `null`: it may. Looks at every value that the change
 * brings; states of records that were there before it were looked at when they came. Cost: the values that it brings.
 *
 * @param present the record of an id as it is before the change; `undefined`: none
 */
export function objectionToChange(
  change: Change,
  present: (id: string) => ProjectRecord | undefined,
): string | null {
  const objection =
    whyNot(changeSchema, { ...change, diff: emptyDiff }) ??
    objectionToRecords(change, present) ??
    (namesEachOnce(change) ? null : 'A record stands in the diff twice.');
  if (objection === null) return null;
  return `This can't be saved, so it was not done: ${objection.replace(/\.$/, '')}. If you pasted or selected something very long, take a shorter piece.`;
}

function objectionToRecords(
  { diff }: Change,
  present: (id: string) => ProjectRecord | undefined,
): string | null {
  const values = new AllowedValues();
  for (const record of diff.added) {
    const objection = whyNot(projectRecordSchema, record);
    if (objection !== null) return objection;
  }
  for (const [before, after] of diff.updated) {
    if (before.id !== after.id || before.kind !== after.kind) {
      return 'The two states are not of one record.';
    }
    if (values.allow(present(after.id), after)) continue;
    const objection = whyNot(projectRecordSchema, after);
    if (objection !== null) return objection;
  }
  return null;
}

/** Rule D1. */
function namesEachOnce({ diff: { added, updated, removed } }: Change): boolean {
  const ids = new Set<string>();
  for (const { id } of added) ids.add(id);
  for (const [, { id }] of updated) ids.add(id);
  for (const { id } of removed) ids.add(id);
  return ids.size === added.length + updated.length + removed.length;
}

function whyNot(schema: z.ZodType, value: unknown): string | null {
  const checked = schema.safeParse(value);
  return checked.success ? null : (checked.error.issues[0]?.message ?? 'a value is not allowed');
}

/**
 * Tells of the next state of a record whether it may be, from the fields that are not as they were: of 10,000 annotations
 * that get a tag their quotations need not be looked at again. A value that many of them get is looked at once.
 */
class AllowedValues {
  readonly #allowed = new Map<z.ZodType, Set<unknown>>();

  /** `false`: not known, the whole record has to be looked at. */
  allow(before: ProjectRecord | undefined, after: ProjectRecord): boolean {
    if (before === undefined || before.kind !== after.kind) return false;
    // No rule of a record speaks of several of its fields: each can be looked at by itself.
    const fields: Readonly<Record<string, z.ZodType>> = recordSchemas[after.kind].shape;
    const earlier = before as unknown as Readonly<Record<string, unknown>>;
    let kept = 0;
    for (const [name, value] of Object.entries(after)) {
      if (name in before) kept += 1;
      if (value === undefined) return false;
      if (value === earlier[name]) continue;
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field === undefined || !this.#allows(field, value)) return false;
    }
    return kept === Object.keys(before).length;
  }

  #allows(field: z.ZodType, value: unknown): boolean {
    const known = this.#allowed.get(field);
    if (known?.has(value)) return true;
    if (!field.safeParse(value).success) return false;
    if (known === undefined) this.#allowed.set(field, new Set([value]));
    else known.add(value);
    return true;
  }
}
