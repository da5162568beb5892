import type { Maker } from '../base/maker.ts';
import type { ProjectRecord, RecordKind, RecordOf } from './records.ts';

type BaseField = 'kind' | 'id' | 'createdAt' | 'modifiedAt' | 'author' | 'rev';

/** What a caller says of a new record; the factory adds id, times, author and `rev` 1. */
export type RecordFields<Kind extends RecordKind> = Omit<RecordOf<Kind>, BaseField>;

/** Makes the first state of a record. */
export function newRecord<Kind extends RecordKind>(
  maker: Maker,
  kind: Kind,
  fields: RecordFields<Kind>,
): RecordOf<Kind> {
  const now = maker.now();
  const base = {
    kind,
    id: maker.id(),
    createdAt: now,
    modifiedAt: now,
    author: maker.author,
    rev: 1,
  };
  // The compiler can't see that a kind's base and a kind's fields make that kind; the parameters guarantee it.
  return { ...base, ...fields } as unknown as RecordOf<Kind>;
}

/** The next state of a record: `patch` over it, `rev` one higher, time and author of now. */
export function nextRecord<Record extends ProjectRecord>(
  maker: Maker,
  record: Record,
  patch: Partial<Omit<Record, BaseField>>,
): Record {
  return {
    ...record,
    ...patch,
    modifiedAt: maker.now(),
    author: maker.author,
    rev: record.rev + 1,
  };
}
