import type { ProjectRecord } from '../../../app/record/records.ts';

/**
 * What was joined while an import was made or saved: evidence and links are known by what they join (rule J3), so one that
 * somebody made meanwhile is not made twice. What was made comes into the states as it is read.
 */
export class JoinedMeanwhile {
  readonly #states: ReadonlyMap<string, ProjectRecord | null>;
  readonly #symmetric: ReadonlySet<string>;
  readonly #joined = new Map<string, string>();
  #seen = -1;

  /**
   * @param states what others changed, by id, growing
   * @param symmetric types of links that read the same from both ends
   */
  constructor(states: ReadonlyMap<string, ProjectRecord | null>, symmetric: ReadonlySet<string>) {
    this.#states = states;
    this.#symmetric = symmetric;
  }

  /** Whether another record that joins the same was made. Cost: what was changed, where more of it came since. */
  has(record: ProjectRecord): boolean {
    const key = this.#keyOf(record);
    if (key === null) return false;
    if (this.#seen !== this.#states.size) this.#look();
    const id = this.#joined.get(key);
    // It may have been taken away again.
    return id !== undefined && id !== record.id && this.#states.get(id) !== null;
  }

  #look(): void {
    this.#seen = this.#states.size;
    for (const record of this.#states.values()) {
      const key = record === null ? null : this.#keyOf(record);
      if (record !== null && key !== null) this.#joined.set(key, record.id);
    }
  }

  #keyOf(record: ProjectRecord): string | null {
    if (record.kind === 'evidence') return `evidence ${record.claimId} ${record.annotationId}`;
    if (record.kind !== 'link') return null;
    const { typeId, from, to } = record;
    const ends = this.#symmetric.has(typeId) ? [from, to.id].sort() : [from, to.id];
    return `link ${typeId} ${ends.join(' ')}`;
  }
}
