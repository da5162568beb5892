import { withoutCounters } from './counters.ts';
import type { ProjectRecord } from './records.ts';

/** What a record says, field by field, without who and when, and without counters. */
function contentOf(record: ProjectRecord): Readonly<Record<string, unknown>> {
  const { rev, modifiedAt, author, createdAt, ...fields } = withoutCounters(record);
  return fields;
}

/** A text that is the same for equal values, whatever the order of their keys; `undefined` for a field that is absent. */
function valueKey(value: unknown): string | undefined {
  return JSON.stringify(value, sortedKeys);
}

/** The names of the fields in which two states of a record say something else. Cost: their length. */
export function changedFields(one: ProjectRecord, other: ProjectRecord): readonly string[] {
  const left = contentOf(one);
  const right = contentOf(other);
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].filter((name) => valueKey(left[name]) !== valueKey(right[name]));
}

/** A record with some of its fields as another state has them; a field that is absent there is absent then. */
export function withFields(
  record: ProjectRecord,
  fields: readonly string[],
  from: ProjectRecord,
): ProjectRecord {
  const taken = new Set(fields);
  const given = Object.entries(from).filter(([name]) => taken.has(name));
  const kept = Object.entries(record).filter(([name]) => !taken.has(name));
  // The fields of one record's own state in those of another state of it: a state of that record.
  return Object.fromEntries([...kept, ...given]) as unknown as ProjectRecord;
}

/** A `JSON.stringify` replacer that writes objects with their keys in order, so that equal values give equal text. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
