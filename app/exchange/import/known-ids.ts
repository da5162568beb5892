import type { RecordSource } from '../../record/record-source.ts';
import type { RecordKind } from '../../record/records.ts';

/** So many records are looked at one by one, before all are gone through. */
const mostAlone = 200;

type Kinds = ReadonlyMap<string, RecordKind>;

/** Readers and planners of one import ask for the same. */
const kindsOf = new WeakMap<RecordSource, Kinds>();

/**
 * Which ids are those of records of a kind in the project. Records lie packed in the order in which they came, many together: to
 * ask for a hundred thousand in any other order unpacks as many packs, to go through all of them each pack once.
 */
export class KnownIds {
  readonly #records: RecordSource;
  readonly #kind: RecordKind;
  #alone = 0;

  constructor(records: RecordSource, kind: RecordKind) {
    this.#records = records;
    this.#kind = kind;
  }

  /** Cost: one record, or once all of them. */
  has(id: string): boolean {
    const { all } = this.#records;
    if (!all.has(id)) return false;
    this.#alone += 1;
    const known = kindsOf.get(this.#records);
    if (known !== undefined) return (known.get(id) ?? all.get(id)?.kind) === this.#kind;
    if (this.#alone <= mostAlone) return all.get(id)?.kind === this.#kind;
    const kinds = new Map<string, RecordKind>();
    for (const record of all.values()) kinds.set(record.id, record.kind);
    kindsOf.set(this.#records, kinds);
    return kinds.get(id) === this.#kind;
  }
}
