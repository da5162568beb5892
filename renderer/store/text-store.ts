import type { RevisionHash } from '../../app/base/brand.ts';
import type { HostApi } from '../../app/host/host-api.ts';
import type { RevisionText } from '../../app/record/text.ts';
import type { ProjectDatabase } from './database.ts';

/** How many texts stay in memory: those of the panes and some that were left a moment ago. */
const kept = 12;

/**
 * The texts of revisions: from memory, from main's store, or, when main's copy is missing or damaged, from the copy
 * that the database keeps of each annotated revision.
 */
export class TextStore {
  readonly #host: HostApi;
  readonly #database: ProjectDatabase;
  readonly #memory = new Map<RevisionHash, Promise<RevisionText>>();
  /** Texts that the database surely has a copy of. */
  readonly #copied = new Set<RevisionHash>();

  constructor(host: HostApi, database: ProjectDatabase) {
    this.#host = host;
    this.#database = database;
  }

  /** Rejects when no copy is left, with main's reason. */
  read(hash: RevisionHash): Promise<RevisionText> {
    const known = this.#memory.get(hash);
    if (known !== undefined) {
      this.#memory.delete(hash);
      this.#memory.set(hash, known);
      return known;
    }
    const reading = this.#read(hash);
    this.#memory.set(hash, reading);
    reading.catch(() => this.#memory.delete(hash));
    const oldest = this.#memory.keys().next();
    if (this.#memory.size > kept && !oldest.done) this.#memory.delete(oldest.value);
    return reading;
  }

  /** Keeps a copy in the database: called for revisions that carry annotations. */
  async keep(text: RevisionText): Promise<void> {
    if (this.#copied.has(text.hash)) return;
    const copies = await this.#database.texts.where('hash').equals(text.hash).count();
    if (copies === 0) await this.#database.texts.put(text);
    this.#copied.add(text.hash);
  }

  async #read(hash: RevisionHash): Promise<RevisionText> {
    try {
      return await this.#host.readText({ hash });
    } catch (error) {
      const copy = await this.#database.texts.get(hash);
      if (copy === undefined || (await sha256(copy.text)) !== hash) throw error;
      return copy;
    }
  }
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
