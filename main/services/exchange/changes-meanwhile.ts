import type { ChangePage } from '../../../app/host/host-api.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';

/** The journal as far as it is read behind an entry. */
export interface JournalBehind {
  readonly lastSequence: number;
  readChanges(after: number): Promise<ChangePage>;
}

/**
 * What entered the journal behind the entry that an import was planned upon: what others did meanwhile, and what of the import
 * itself stands there. Memory: the states of what others changed, and the ids of what an earlier run of the import journalled.
 */
export class ChangesMeanwhile {
  /** The latest state of what others changed; `null`: they removed it. */
  readonly states = new Map<string, ProjectRecord | null>();
  /** What an earlier run of the import journalled. */
  readonly done = new Set<string>();
  /** What an earlier run of it gave another number, as it left it. */
  readonly renumbered = new Map<string, ProjectRecord>();
  readonly #journal: JournalBehind;
  readonly #jobId: string;
  #readTo: number;

  /** @param sequence the entry that the import was planned upon */
  constructor(journal: JournalBehind, jobId: string, sequence: number) {
    this.#journal = journal;
    this.#jobId = jobId;
    this.#readTo = sequence;
  }

  /** Whether somebody may have changed something since this was read last. */
  get isBehind(): boolean {
    return this.#journal.lastSequence > this.#readTo;
  }

  /** An entry of the import itself, which need not be read. */
  passOwn(sequence: number): void {
    if (sequence === this.#readTo + 1) this.#readTo = sequence;
  }

  /** Reads what came. Cost: the entries since. Throws `CodedError` as the journal does. */
  async read(): Promise<void> {
    while (this.isBehind) {
      const { entries, more } = await this.#journal.readChanges(this.#readTo);
      for (const { sequence, change } of entries) {
        this.#readTo = sequence;
        const { added, updated, removed } = change.diff;
        if (change.jobId === this.#jobId) {
          for (const { id } of added) this.done.add(id);
          for (const [before, after] of updated) {
            this.done.add(after.id);
            if (numberOf(before) !== numberOf(after)) this.renumbered.set(after.id, after);
          }
          continue;
        }
        for (const { id } of removed) this.states.set(id, null);
        for (const record of added) this.states.set(record.id, record);
        for (const [, after] of updated) this.states.set(after.id, after);
      }
      if (!more) return;
    }
  }

  isRemoved(id: string): boolean {
    return this.states.get(id) === null;
  }

  /** The state of a record that somebody changed; `undefined`: nobody did, or it was removed. */
  stateOf(id: string): ProjectRecord | undefined {
    return this.states.get(id) ?? undefined;
  }
}

function numberOf(record: ProjectRecord): number | null {
  return 'number' in record && typeof record.number === 'number' ? record.number : null;
}
