import type { RecordSource } from '../../record/record-source.ts';
import type { RecordKind } from '../../record/records.ts';

/**
 * The ids that an import gives to records as its file has them. A project has one record for an id, whatever its kind; a file of
 * another program may use one id for a highlight and a claim, and the second then gets an id of its own.
 */
export class GivenIds {
  readonly #records: Pick<RecordSource, 'all'>;
  readonly #kinds = new Map<string, RecordKind>();

  constructor(records: Pick<RecordSource, 'all'>) {
    this.#records = records;
  }

  /**
   * Whether a record of a kind may have the id, which is then given to that kind: neither the project has it, nor a record of
   * another kind in the file. Whether the file has one of the same kind is the caller's to know.
   */
  give(id: string, kind: RecordKind): boolean {
    if (this.#records.all.has(id)) return false;
    const given = this.#kinds.get(id);
    if (given === undefined) this.#kinds.set(id, kind);
    return given === undefined || given === kind;
  }
}
