import type { HistoryEntry, RecordChange } from '../../app/host/history.ts';
import type { HostApi, HostEvents, ProjectInfo } from '../../app/host/host-api.ts';
import type { HostListener } from '../../app/host/host-listener.ts';
import type { Change, JournalEntry } from '../../app/record/change.ts';
import type { Diff } from '../../app/record/diff.ts';
import type { ProjectId } from '../../app/record/ids.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import { joinSlices } from '../../app/record/slice-diff.ts';

/**
 * The host's journal in memory, for tests of the store: what stands at the process edge. It behaves as main promises:
 * one sequence, a known change gets its old number. `fail` and `hold` make it fail or wait.
 */
export class FakeJournal {
  readonly entries: JournalEntry[] = [];
  readonly aside: ProjectRecord[][] = [];
  readonly #listeners = new Set<(entry: JournalEntry) => void>();
  readonly #projectId: ProjectId;
  #slices: Diff[] = [];
  /** While set, appending fails with it. */
  fail: Error | null = null;
  /** While set, appending waits for it first. */
  hold: Promise<void> | null = null;

  constructor(projectId: string) {
    this.#projectId = projectId as ProjectId;
  }

  /** The part of the host that the store calls. A call of anything else is a bug and throws. */
  get host(): HostApi {
    const parts: Partial<HostApi> = {
      readSnapshot: () => Promise.resolve({ sequence: 0, records: [], nextOffset: null }),
      readChanges: ({ after }) => {
        const rest = this.entries.filter(({ sequence }) => sequence > after);
        return Promise.resolve({ entries: rest.slice(0, 3), more: rest.length > 3 });
      },
      appendChange: async ({ change, slices = 0 }) => {
        await this.hold;
        if (this.fail !== null) throw this.fail;
        const held = this.#slices;
        if (slices !== (slices > 0 ? held.length : 0)) throw new Error('A slice is missing.');
        const diff = slices > 0 ? joinSlices(held) : change.diff;
        return { sequence: this.append({ ...change, diff }).sequence };
      },
      holdSlice: async ({ index, diff }) => {
        if (this.fail !== null) throw this.fail;
        this.#slices = [...this.#slices.slice(0, index), structuredClone(diff)];
      },
      readHistory: ({ filter, upTo, offset, limit }) => {
        const found = this.entries
          .filter(({ sequence }) => sequence <= upTo)
          .map(lightEntry)
          .filter(({ author }) => filter.author === null || author === filter.author)
          .filter(({ unattended }) => !(filter.hideUnattended && unattended))
          .reverse();
        const entries = found.slice(offset, offset + limit);
        return Promise.resolve({ entries, total: found.length, complete: true, authors: [] });
      },
      readEntry: ({ sequence, offset }) => {
        const entry = this.entries.find((one) => one.sequence === sequence);
        if (entry === undefined) throw new Error('There is no such entry.');
        const changes = changesOf(entry);
        const records = changes.slice(offset, offset + 2);
        return Promise.resolve({ entry: lightEntry(entry), records, total: changes.length });
      },
      keepAside: ({ records }) => {
        this.aside.push([...records]);
        return Promise.resolve({ fileName: `aside-${this.aside.length}.json` });
      },
    };
    return parts as HostApi;
  }

  readonly onHostEvent: HostListener = (name, listener) => {
    if (name !== 'entry') return () => undefined;
    const told = listener as (entry: HostEvents['entry']) => void;
    this.#listeners.add(told);
    return () => this.#listeners.delete(told);
  };

  info(overrides: Partial<ProjectInfo> = {}): ProjectInfo {
    const last = this.entries.at(-1);
    return {
      id: this.#projectId,
      name: 'Test',
      created: false,
      lastSequence: last?.sequence ?? 0,
      lastChangeId: last?.change.id ?? null,
      readOnly: null,
      notices: [],
      ...overrides,
    };
  }

  /** Journals a change as main does. */
  append(change: Change): JournalEntry {
    const known = this.entries.find((entry) => entry.change.id === change.id);
    if (known !== undefined) return known;
    const entry = { sequence: this.entries.length + 1, change: structuredClone(change) };
    this.entries.push(entry);
    return entry;
  }

  /** Journals a change that main itself makes and tells it to the window. */
  import(change: Change): void {
    const entry = this.append(change);
    for (const listener of this.#listeners) listener(entry);
  }
}

function lightEntry({ sequence, change }: JournalEntry): HistoryEntry {
  const { id, name, author, at, unattended, jobId, undoes, redoes } = change;
  return {
    sequence,
    changeId: id,
    name,
    author,
    at,
    unattended: unattended === true,
    jobId: jobId ?? null,
    undoes: undoes ?? null,
    redoes: redoes ?? null,
    touched: [],
  };
}

function changesOf({ change }: JournalEntry): readonly RecordChange[] {
  const { added, updated, removed } = change.diff;
  return [
    ...added.map((after) => ({ before: null, after })),
    ...updated.map(([before, after]) => ({ before, after })),
    ...removed.map((before) => ({ before, after: null })),
  ];
}
