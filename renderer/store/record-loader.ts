import type { ArticleId } from '../../app/record/ids.ts';
import type { ProjectRecord, RecordKind } from '../../app/record/records.ts';
import { recordKinds } from '../../app/record/records.ts';
import type { ProjectDatabase } from './database.ts';
import type { RecordIndex } from './record-index.ts';

/** What the first picture does not need and a large project has many of. */
const laterKinds: readonly RecordKind[] = [
  'annotation',
  'revision',
  'evidence',
  'claim',
  'link',
  'silence',
  'decision',
];

/** Up to how many of those everything is read before the first picture: it takes no time that is felt. */
const fewRecords = 3_000;

/** How many are read at a time in the background: some 20 ms of the window's thread. */
const chunk = 1_000;

/**
 * Reads the records of a database into memory: what the first picture needs at once, what a large project has besides
 * in the background: 100,000 annotations take seconds to come out of IndexedDB, and nobody waits for them to begin to read.
 */
export class RecordLoader {
  readonly #database: ProjectDatabase;
  readonly #records: RecordIndex;
  #stopped = false;
  #complete = false;

  constructor(database: ProjectDatabase, records: RecordIndex) {
    this.#database = database;
    this.#records = records;
  }

  /** Whether every record of the database is in memory. */
  get isComplete(): boolean {
    return this.#complete;
  }

  /** Reads what the first picture needs; of a small project, everything. */
  async loadFirst(): Promise<void> {
    const first = recordKinds.filter((kind) => !laterKinds.includes(kind));
    // Asked for behind them, the others are counted while these are taken in.
    const [, few] = await Promise.all([this.#load(first), this.#hasFew()]);
    if (!few) return;
    await this.#load(laterKinds);
    this.#complete = true;
  }

  async #load(kinds: readonly RecordKind[]): Promise<void> {
    const tables = kinds.map((kind) => this.#database.records(kind));
    const lists = await this.#database.transaction('r', tables, () =>
      Promise.all(tables.map((table) => table.toArray())),
    );
    for (const list of lists) this.#records.load(list);
  }

  /** Whether there are few records of the later kinds. Not by `count`, which walks through all of them. */
  async #hasFew(): Promise<boolean> {
    let left = fewRecords;
    for (const kind of laterKinds) {
      const keys = await this.#database
        .records(kind)
        .limit(left + 1)
        .primaryKeys();
      left -= keys.length;
      if (left < 0) return false;
    }
    return true;
  }

  /** Reads the revisions and annotations of one article ahead of the others, and tells who follows the records. */
  async loadArticle(articleId: ArticleId): Promise<void> {
    if (this.#complete) return;
    const lists = await this.#unlessStopped(
      Promise.all(
        (['revision', 'annotation'] as const).map((kind) =>
          this.#database.records(kind).where('articleId').equals(articleId).toArray(),
        ),
      ),
    );
    if (this.#complete) return;
    for (const list of lists) this.#records.fill(list);
    this.#records.tell();
  }

  /**
   * Reads the rest, a little at a time, then tells who follows the records, once. Never resolves once it is stopped: who
   * waits for all records has nothing to do in a project that was left.
   */
  async loadRest(): Promise<void> {
    if (this.#complete) return;
    await this.#unlessStopped(this.#fillRest());
    this.#complete = true;
    this.#records.endFilling();
    this.#records.tell();
  }

  async #fillRest(): Promise<void> {
    for (const kind of laterKinds) {
      for await (const records of this.#pages(kind)) this.#records.fill(records);
    }
  }

  /** What was read; never settles if reading was stopped meanwhile, as the database is closed under it then. */
  async #unlessStopped<Value>(reading: Promise<Value>): Promise<Value> {
    try {
      return await reading;
    } finally {
      if (this.#stopped) await new Promise(() => undefined);
    }
  }

  /** Ends what is under way: the database is about to be closed. */
  stop(): void {
    this.#stopped = true;
  }

  async *#pages(kind: RecordKind): AsyncGenerator<readonly ProjectRecord[], void, void> {
    const table = this.#database.records(kind);
    let last = '';
    while (!this.#stopped) {
      const page = await table.where('id').above(last).limit(chunk).toArray();
      if (this.#stopped) return;
      yield page;
      const end = page.at(-1);
      if (end === undefined || page.length < chunk) return;
      last = end.id;
      // What the analyst does comes first.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
