import type { ProjectRecord } from './records.ts';

/**
 * An annotation as it was before the program carried it over to another revision by itself; any other record as it is.
 * What the program did unasked is no work of the analyst's that undoing something earlier could lose (rule K3).
 */
export function beforeCarrying(record: ProjectRecord): ProjectRecord {
  if (record.kind !== 'annotation' || record.carried?.outcome !== 'unchanged') return record;
  const { carried, ...before } = record;
  return { ...before, passage: carried.from };
}
