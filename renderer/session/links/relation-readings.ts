import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { LinkTypeRecord } from '../../../app/record/records.ts';

/** One way in which a link can read from one of its ends. */
export interface RelationReading {
  readonly typeId: LinkTypeId;
  /** Whether the link begins at this end. */
  readonly starts: boolean;
  /** "repeats", "is repeated by". */
  readonly text: string;
}

/** Every way in which a link can read: each type from its start, and from its end where that reads otherwise. */
export function relationReadings(types: readonly LinkTypeRecord[]): readonly RelationReading[] {
  return types.flatMap(({ id: typeId, name, inverseName, symmetric }) => [
    { typeId, starts: true, text: name },
    ...(symmetric ? [] : [{ typeId, starts: false, text: inverseName }]),
  ]);
}
