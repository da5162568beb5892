import type { AnnotationRecord, Passage, ProjectRecord } from './records.ts';

/**
 * An annotation as it was before the program carried it over to another revision by itself; any other record as it is.
 * What the program did unasked is no work of the analyst's that undoing something earlier could lose (rule K3).
 *
 * @param known an earlier state of it. What carrying over writes anew, how it came to its passage and whether it is kept
 * there, is taken from that one if it stood where the program took it from.
 */
export function beforeCarrying(record: ProjectRecord, known: ProjectRecord): ProjectRecord {
  if (record.kind !== 'annotation' || record.carried?.outcome !== 'unchanged') return record;
  const { carried, keptFrom, ...before } = record;
  if (known.kind !== 'annotation' || !isSame(ownPassage(known), carried.from)) {
    return { ...before, passage: carried.from };
  }
  return {
    ...before,
    passage: known.passage,
    ...(known.carried === undefined ? {} : { carried: known.carried }),
    ...(known.keptFrom === undefined ? {} : { keptFrom: known.keptFrom }),
  };
}

/** The last passage of the analyst's own. */
function ownPassage({ passage, carried }: AnnotationRecord): Passage {
  return carried?.outcome === 'unchanged' ? carried.from : passage;
}

function isSame(one: Passage, other: Passage): boolean {
  return one.revisionId === other.revisionId && one.start === other.start && one.end === other.end;
}
