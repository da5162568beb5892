import type { ProjectRecord } from './records.ts';

/** The setting that counts the claims that were ever made: the next one's number is one higher (rule D6). */
export const claimsMade = 'claims-made';

/** A record without what it counts: two states that differ in their counters only say the same. */
export function withoutCounters(record: ProjectRecord): ProjectRecord {
  if (record.kind === 'article') return { ...record, annotationsMade: 0 };
  return isCounter(record) ? { ...record, value: 0 } : record;
}

/** Numbers that people may have written down are not given again: a counter keeps the greater of two values. */
export function keepCounters(record: ProjectRecord, present: ProjectRecord): ProjectRecord {
  if (record.kind === 'article' && present.kind === 'article') {
    const annotationsMade = Math.max(record.annotationsMade, present.annotationsMade);
    return { ...record, annotationsMade };
  }
  if (isCounter(record) && isCounter(present)) {
    return { ...record, value: Math.max(record.value, present.value) };
  }
  return record;
}

type Counter = Extract<ProjectRecord, { kind: 'setting' }> & { readonly value: number };

function isCounter(record: ProjectRecord): record is Counter {
  return (
    record.kind === 'setting' && record.name === claimsMade && typeof record.value === 'number'
  );
}
