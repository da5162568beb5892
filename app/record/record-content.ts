import { withoutCounters } from './counters.ts';
import type { ProjectRecord } from './records.ts';

/** Who and when: not what a record says. */
const aboutState: ReadonlySet<string> = new Set(['rev', 'modifiedAt', 'author', 'createdAt']);

/** A text that is the same for equal values, whatever the order of their keys; `undefined` for a field that is absent. */
function valueKey(value: unknown): string | undefined {
  return JSON.stringify(value, sortedKeys);
}

/** Whether two values are written alike. Most are one and the same, or lists of texts: those cost next to nothing. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  }
  return valueKey(one) === valueKey(other);
}

/**
 * The names of the fields in which two states of a record say something else, counters apart. Cost: the length of those
 * that are not the same value.
 */
export function changedFields(one: ProjectRecord, other: ProjectRecord): readonly string[] {
  if (one === other) return [];
  const left = withoutCounters(one) as unknown as Readonly<Record<string, unknown>>;
  const right = withoutCounters(other) as unknown as Readonly<Record<string, unknown>>;
  const changed: string[] = [];
  for (const name of Object.keys(left)) {
    if (!aboutState.has(name) && !sameValue(left[name], right[name])) changed.push(name);
  }
  for (const name of Object.keys(right)) {
    if (!(name in left) && !aboutState.has(name) && right[name] !== undefined) changed.push(name);
  }
  return changed;
}

/** A record with some of its fields as another state has them; a field that is absent there is absent then. */
export function withFields(
  record: ProjectRecord,
  fields: readonly string[],
  from: ProjectRecord,
): ProjectRecord {
  const next: Record<string, unknown> = { ...record };
  const given = from as unknown as Readonly<Record<string, unknown>>;
  for (const name of fields) {
    if (name in given) next[name] = given[name];
    else delete next[name];
  }
  // The fields of one record's own state in those of another state of it: a state of that record.
  return next as unknown as ProjectRecord;
}

/** A `JSON.stringify` replacer that writes objects with their keys in order, so that equal values give equal text. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
