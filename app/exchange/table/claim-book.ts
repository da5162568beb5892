import { derivedId } from '../../base/derived-id.ts';
import type { RecordSource } from '../../record/record-source.ts';
import { KnownIds } from '../import/known-ids.ts';
import { claimNumberIn } from './claim-cells.ts';
import { idIn } from './row-passage.ts';

/** By what a row names a claim: its id, its label (`C4`), its wording; empty where the row does not say. */
export interface NamedClaim {
  readonly id: string;
  readonly label: string;
  readonly wording: string;
}

/** The claim of a row. */
export interface FoundClaim {
  readonly key: string;
  /** Whether no row of the file named it before. */
  readonly isNew: boolean;
  /** Whether the project has it. */
  readonly isKnown: boolean;
}

/** The claims that the tables of a file name. Kept for one import. */
export class ClaimBook {
  readonly #records: RecordSource;
  readonly #known: KnownIds;
  readonly #byName = new Map<string, string>();
  readonly #come = new Set<string>();
  #byNumber: ReadonlyMap<string, string> | null = null;

  constructor({ records }: { readonly records: RecordSource }) {
    this.#records = records;
    this.#known = new KnownIds(records, 'claim');
  }

  /**
   * The claim that a row names. One without an id is known again by its label and wording: in the file, else in the project.
   * `null`: the row has no wording, and none before it has its label.
   */
  take({ id, label, wording }: NamedClaim): FoundClaim | null {
    const whole = wholeName(label, wording);
    const key =
      idIn(id) ??
      this.#byName.get(whole) ??
      (wording === '' ? this.#byName.get(`label ${labelIn(label)}`) : this.#made(label, wording));
    if (key === undefined) return null;
    const isNew = !this.#come.has(key);
    const isKnown = this.#known.has(key);
    if (isNew && wording === '' && !isKnown) return null;
    this.#come.add(key);
    for (const name of [whole, `label ${labelIn(label)}`, `wording ${wording}`]) {
      if (!this.#byName.has(name)) this.#byName.set(name, key);
    }
    return { key, isNew, isKnown };
  }

  /** Whether a row named a claim by this label and wording before. */
  hasCome({ label, wording }: NamedClaim): boolean {
    return this.#byName.has(wholeName(label, wording));
  }

  /** The claim of the file that a cell names by its label, its id or its wording; `null`: none so far. */
  named(cell: string): string | null {
    const id = idIn(cell);
    if (id !== null && this.#come.has(id)) return id;
    return (
      this.#byName.get(`label ${labelIn(cell)}`) ?? this.#byName.get(`wording ${cell}`) ?? null
    );
  }

  /** Whether a cell is the id of a claim of the file or the project. */
  isClaim(cell: string): boolean {
    const id = idIn(cell);
    return id !== null && (this.#come.has(id) || this.#known.has(id));
  }

  #made(label: string, wording: string): string {
    const number = claimNumberIn(label);
    this.#byNumber ??= new Map(
      this.#records.list('claim').map((one) => [`${one.number} ${one.wording}`, one.id]),
    );
    const same = number === null ? undefined : this.#byNumber.get(`${number} ${wording}`);
    return same ?? derivedId(['claim row', label, wording], null);
  }
}

function wholeName(label: string, wording: string): string {
  return `whole ${labelIn(label)} ${wording}`;
}

/** `4` and `c4` are `C4`. */
function labelIn(cell: string): string {
  const number = claimNumberIn(cell);
  return number === null ? cell : `C${number}`;
}
