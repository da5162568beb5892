import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import { nextRecord } from '../record/record-factory.ts';
import type { ProjectRecord, TagRecord } from '../record/records.ts';

/**
 * Collects what a change does to several records into one diff, in which each stands once (rule D1), however often it is
 * patched. Used for one change and thrown away.
 */
export class RecordEdits {
  readonly #maker: Maker;
  readonly #added = new Map<string, ProjectRecord>();
  readonly #patches = new Map<string, { readonly before: ProjectRecord; patch: object }>();
  readonly #removed = new Map<string, ProjectRecord>();

  constructor(maker: Maker) {
    this.#maker = maker;
  }

  add(record: ProjectRecord): void {
    this.#added.set(record.id, record);
  }

  /** Adds to what is changed of a record. A record that is added here takes the patch in; a removed one does not come back. */
  patch<Patched extends ProjectRecord>(record: Patched, patch: Partial<Patched>): void {
    const added = this.#added.get(record.id);
    if (added !== undefined) {
      // The patch is of the same kind as the record with its id.
      this.#added.set(record.id, { ...added, ...patch } as unknown as ProjectRecord);
      return;
    }
    const known = this.#patches.get(record.id);
    if (known === undefined) this.#patches.set(record.id, { before: record, patch });
    else known.patch = { ...known.patch, ...patch };
  }

  remove(record: ProjectRecord): void {
    this.#removed.set(record.id, record);
  }

  /** A tag as it is after the edits so far. */
  now(tag: TagRecord): TagRecord {
    const added = this.#added.get(tag.id);
    if (added?.kind === 'tag') return added;
    return { ...tag, ...this.#patches.get(tag.id)?.patch };
  }

  /** Tags as they are after the edits so far: those that were removed are not among them, those that were added are. */
  tagsNow(tags: readonly TagRecord[]): readonly TagRecord[] {
    const left = tags.filter(({ id }) => !this.#removed.has(id)).map((tag) => this.now(tag));
    const added = [...this.#added.values()].filter((record) => record.kind === 'tag');
    return [...left, ...added];
  }

  diff(): Diff {
    const updated: [ProjectRecord, ProjectRecord][] = [];
    for (const { before, patch } of this.#patches.values()) {
      if (this.#removed.has(before.id) || says(before, patch)) continue;
      updated.push([before, nextRecord(this.#maker, before, patch)]);
    }
    return { added: [...this.#added.values()], updated, removed: [...this.#removed.values()] };
  }
}

/** Whether a record says already what a patch would make it say. */
function says(record: ProjectRecord, patch: object): boolean {
  const fields = new Map<string, unknown>(Object.entries(record));
  return Object.entries(patch).every(([field, value]) => fields.get(field) === value);
}
