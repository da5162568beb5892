import type {
  EarlierState,
  HistoryEntry,
  HistoryFilter,
  HistoryPage,
  HistoryRequest,
  RecordChange,
} from '../../../app/host/history.ts';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { readLines } from '../files/read-lines.ts';
import { EarlierStates } from './earlier-states.ts';
import { filterHistory } from './filter-history.ts';
import { HistoryIndex, type PlacedEntry } from './history-index.ts';
import type { HistoryAnswer, HistoryQuery, HistoryQuestion } from './history-query.ts';
import { lightEntry, readLine, recordChanges } from './light-entry.ts';

const recordsPerPage = 100;
const statesPerPage = 500;
/** How long a page waits for older segments that may hold more of it, in milliseconds. */
const patience = 120;

/**
 * Answers what is asked of a journal's history. Works in a thread of its own: it parses whole segments, the newest
 * first, and older ones as they are needed.
 */
export class HistoryReader {
  readonly #clock: () => number;
  #folder = '';
  #index = new HistoryIndex('');
  /** One after the other: reading goes on where it stopped. */
  #turn: Promise<unknown> = Promise.resolve();
  #isReadingAll = false;
  #found: { key: string; version: number; entries: readonly PlacedEntry[] } | null = null;
  #entry: JournalEntry | null = null;
  /** What that entry changed, to be asked for page by page: made once, of 100,000 records it takes a while. */
  #changes: readonly RecordChange[] | null = null;
  #states: { key: string; unreadable: number; list: readonly EarlierState[] } | null = null;

  /** @param clock milliseconds that only grow */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Rejects with what the system throws. */
  answer({ folder, lastSequence, question }: HistoryQuery): Promise<HistoryAnswer> {
    return this.#inTurn(async () => {
      if (folder !== this.#folder) {
        this.#folder = folder;
        this.#index = new HistoryIndex(folder);
        this.#found = null;
        this.#entry = null;
        this.#changes = null;
        this.#states = null;
      }
      await this.#index.follow(lastSequence);
      const answer = await this.#answer(question);
      if (question.kind === 'page' && question.all) void this.#readAll();
      return answer;
    });
  }

  /** Resolves when the whole journal was read. */
  async whenComplete(): Promise<void> {
    while (!this.#index.isComplete) await this.#inTurn(() => this.#index.readOlder());
  }

  async #answer(question: HistoryQuestion): Promise<HistoryAnswer> {
    switch (question.kind) {
      case 'page':
        return { kind: 'page', page: await this.#page(question) };
      case 'entry':
        return this.#entryPage(question.sequence, question.offset);
      case 'last-states':
        return { kind: 'last-states', records: await this.#lastStates(question.ids) };
      case 'earlier-states':
        return this.#earlierStates(question);
    }
  }

  async #page({ filter, upTo, offset, limit }: HistoryRequest): Promise<HistoryPage> {
    const until = this.#clock() + patience;
    for (;;) {
      const found = this.#filtered(filter);
      // Newest first: those after `upTo` stand at the beginning.
      const first = found.findIndex(({ sequence }) => sequence <= upTo);
      const total = first === -1 ? 0 : found.length - first;
      const isWaiting = total < offset + limit && this.#clock() < until;
      if (isWaiting && (await this.#index.readOlder())) continue;
      const from = Math.max(0, first) + offset;
      return {
        entries: first === -1 ? [] : found.slice(from, from + limit).map(withoutPlace),
        total,
        complete: this.#index.isComplete,
        authors: this.#index.authors,
      };
    }
  }

  #filtered(filter: HistoryFilter): readonly PlacedEntry[] {
    const key = JSON.stringify(filter);
    const { version } = this.#index;
    if (this.#found?.key !== key || this.#found.version !== version) {
      this.#found = { key, version, entries: filterHistory(this.#index, filter) };
    }
    return this.#found.entries;
  }

  async #entryPage(sequence: number, offset: number): Promise<HistoryAnswer> {
    const entry = await this.#entryOf(sequence);
    if (entry === null) return { kind: 'missing' };
    this.#changes ??= recordChanges(entry.change.diff);
    const changes = this.#changes;
    const records = changes.slice(offset, offset + recordsPerPage);
    return {
      kind: 'entry',
      page: { entry: lightEntry(entry), records, total: changes.length },
    };
  }

  /** Reads older segments as far as it must. The last one that was asked for is kept: it is asked for page by page. */
  async #entryOf(sequence: number): Promise<JournalEntry | null> {
    if (this.#entry?.sequence === sequence) return this.#entry;
    let placed = this.#index.find(sequence);
    while (placed === null && (await this.#index.readOlder())) placed = this.#index.find(sequence);
    if (placed === null) return null;
    this.#entry = await readPlaced(placed);
    this.#changes = null;
    return this.#entry;
  }

  async #lastStates(ids: readonly string[]): Promise<readonly ProjectRecord[]> {
    const missing = new Set(ids);
    const found: ProjectRecord[] = [];
    const sequences = new Map<number, Set<string>>();
    while (ids.some((id) => this.#index.touching(id).length === 0)) {
      if (!(await this.#index.readOlder())) break;
    }
    for (const id of ids) {
      const last = Math.max(...this.#index.touching(id));
      if (last > 0) sequences.set(last, (sequences.get(last) ?? new Set()).add(id));
    }
    for (const [sequence, wanted] of sequences) {
      const placed = this.#index.find(sequence);
      const entry = placed === null ? null : await readPlaced(placed);
      for (const { before, after } of recordChanges(entry?.change.diff ?? noDiff)) {
        const record = after ?? before;
        if (record === null || !wanted.has(record.id) || !missing.delete(record.id)) continue;
        found.push(record);
      }
    }
    return found;
  }

  async #earlierStates(question: {
    readonly sequence: number;
    readonly upTo: number;
    readonly offset: number;
  }): Promise<HistoryAnswer> {
    const { sequence, upTo, offset } = question;
    const key = `${sequence}-${upTo}`;
    if (this.#states?.key !== key) {
      const placed = await this.#entriesBetween(sequence, upTo);
      if (placed === null) return { kind: 'missing' };
      const states = new EarlierStates();
      await readAllPlaced(placed, (entry) => states.add(entry));
      const unreadable = this.#index.unreadable(sequence, upTo);
      this.#states = { key, unreadable, list: states.list() };
    }
    const { list, unreadable } = this.#states;
    const end = offset + statesPerPage;
    const states = list.slice(offset, end);
    const nextOffset = end < list.length ? end : null;
    // It may be the whole project.
    if (nextOffset === null) this.#states = null;
    return { kind: 'earlier-states', page: { states, nextOffset, unreadable } };
  }

  /** In order; `null`: the first one is not in the journal. */
  async #entriesBetween(after: number, upTo: number): Promise<readonly PlacedEntry[] | null> {
    if (after > 0 && (await this.#entryOf(after)) === null) return null;
    while (after === 0 && (await this.#index.readOlder()));
    const between: PlacedEntry[] = [];
    for (const entry of this.#index.newestFirst()) {
      if (entry.sequence <= after) break;
      if (entry.sequence <= upTo) between.push(entry);
    }
    return between.reverse();
  }

  /** Goes on with the rest of the journal, giving way to questions after each segment. */
  async #readAll(): Promise<void> {
    if (this.#isReadingAll) return;
    this.#isReadingAll = true;
    try {
      while (!this.#index.isComplete) {
        await this.#inTurn(() => this.#index.readOlder());
        // A message that waits is taken up here.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } catch {
      // Whoever asks next learns why.
    } finally {
      this.#isReadingAll = false;
    }
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const running = this.#turn.then(work);
    this.#turn = running.catch(() => undefined);
    return running;
  }
}

const noDiff = { added: [], updated: [], removed: [] };

async function readPlaced(placed: PlacedEntry): Promise<JournalEntry | null> {
  let found: JournalEntry | null = null;
  await readAllPlaced([placed], (entry) => {
    found = entry;
  });
  return found;
}

/** Reads entries, which stand in order, one after the other; what stands between them in a file is read over. */
async function readAllPlaced(
  placed: readonly PlacedEntry[],
  visit: (entry: JournalEntry) => void,
): Promise<void> {
  for (let start = 0; start < placed.length; ) {
    const path = placed[start]?.path ?? '';
    const next = placed.findIndex((entry, index) => index > start && entry.path !== path);
    const group = placed.slice(start, next === -1 ? placed.length : next);
    const offsets = new Set(group.map(({ offset }) => offset));
    const last = group.at(-1);
    const end = last === undefined ? 0 : last.offset + last.length;
    for await (const line of readLines(path, group[0]?.offset, end)) {
      const entry = offsets.has(line.offset) ? readLine(line.bytes) : null;
      if (entry !== null) visit(entry);
    }
    start += group.length;
  }
}

function withoutPlace({ path, offset, length, ...entry }: PlacedEntry): HistoryEntry {
  return entry;
}
