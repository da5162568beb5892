import type { ProjectRecord, RecordKind } from '../../../app/record/records.ts';
import { RecordPages } from './record-pages.ts';

/** Of these a project has few, and they are asked for again and again. */
const heldKinds: ReadonlySet<RecordKind> = new Set([
  'setting',
  'article',
  'revision',
  'tag',
  'linkType',
  'speaker',
  'claim',
]);

/**
 * The records of a project by id, the many packed (`RecordPages`): a hundred thousand annotations take some 25 MB. A record
 * that is asked for is made anew each time.
 */
export class PackedRecords implements ReadonlyMap<string, ProjectRecord> {
  /** A held record, or the place of a packed one. */
  readonly #records = new Map<string, ProjectRecord | number>();
  /** Of packed records, whose kind should not cost their reading. */
  readonly #kinds: RecordKind[] = [];
  #pages = new RecordPages();

  get size(): number {
    return this.#records.size;
  }

  set(id: string, record: ProjectRecord): void {
    if (heldKinds.has(record.kind)) {
      this.#records.set(id, record);
      return;
    }
    const place = this.#pages.put(record);
    this.#kinds[place] = record.kind;
    this.#records.set(id, place);
  }

  delete(id: string): boolean {
    return this.#records.delete(id);
  }

  clear(): void {
    this.#records.clear();
    this.#kinds.length = 0;
    this.#pages = new RecordPages();
  }

  has(id: string): boolean {
    return this.#records.has(id);
  }

  get(id: string): ProjectRecord | undefined {
    const found = this.#records.get(id);
    return typeof found === 'number' ? this.#pages.at(found) : found;
  }

  /** A record as JSON in UTF-8, for reading at once; `null`: there is none of that id. Cost: unpacking its page. */
  jsonOf(id: string): Buffer | null {
    const found = this.#records.get(id);
    if (found === undefined) return null;
    return typeof found === 'number'
      ? this.#pages.jsonAt(found)
      : Buffer.from(JSON.stringify(found), 'utf8');
  }

  /** The kind of a record; `null`: there is none of that id. */
  kindOf(id: string): RecordKind | null {
    const found = this.#records.get(id);
    return (typeof found === 'number' ? this.#kinds[found] : found?.kind) ?? null;
  }

  keys(): MapIterator<string> {
    return this.#records.keys();
  }

  *entries(): MapIterator<[string, ProjectRecord]> {
    for (const [id, found] of this.#records) {
      yield [id, typeof found === 'number' ? this.#pages.at(found) : found];
    }
  }

  *values(): MapIterator<ProjectRecord> {
    for (const [, record] of this.entries()) yield record;
  }

  [Symbol.iterator](): MapIterator<[string, ProjectRecord]> {
    return this.entries();
  }

  forEach(
    look: (record: ProjectRecord, id: string, map: ReadonlyMap<string, ProjectRecord>) => void,
  ): void {
    for (const [id, record] of this.entries()) look(record, id, this);
  }
}
