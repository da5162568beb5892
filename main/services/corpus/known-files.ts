import { appendFile, readFile } from 'node:fs/promises';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';

/** What is known of a file in a watched folder: enough to tell whether it changed without reading it. */
export interface KnownFile {
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
  /** SHA-256 of its bytes; empty for a file that was refused unread. */
  readonly hash: string;
}

const lineSchema = z.tuple([z.string(), z.string(), z.number(), z.number(), z.string()]);
const gone = -1;

/**
 * The files of the watched folders as they were last seen, in `.variorum/files.jsonl`: lines that are only added while
 * a project is open, and put in order when it is opened. Derived: where it is lost, every file is read again.
 */
export class KnownFiles {
  readonly #path: string;
  /** By folder, then by path below it. */
  readonly #folders = new Map<string, Map<string, KnownFile>>();
  #unsaved: string[] = [];

  private constructor(path: string) {
    this.#path = path;
  }

  /** Throws only what the system throws beside "not there". */
  static async open(path: string): Promise<KnownFiles> {
    const known = new KnownFiles(path);
    let lines = 0;
    for (const text of (await readOrNothing(path)).split('\n')) {
      if (text === '') continue;
      lines += 1;
      const line = lineSchema.safeParse(parseJson(text));
      if (!line.success) continue;
      const [folder, file, size, modified, hash] = line.data;
      if (size === gone) known.#of(folder).delete(file);
      else known.#of(folder).set(file, { size, modified, hash });
    }
    if (lines > 2 * known.#count + 100) await known.#rewrite().catch(() => undefined);
    return known;
  }

  get(folder: string, path: string): KnownFile | null {
    return this.#folders.get(folder)?.get(path) ?? null;
  }

  /** The files of a folder. */
  filesOf(folder: string): ReadonlyMap<string, KnownFile> {
    return this.#of(folder);
  }

  set(folder: string, path: string, file: KnownFile): void {
    const before = this.get(folder, path);
    if (
      before?.size === file.size &&
      before.modified === file.modified &&
      before.hash === file.hash
    )
      return;
    this.#of(folder).set(path, file);
    this.#unsaved.push(encode(folder, path, file));
  }

  delete(folder: string, path: string): void {
    if (!this.#of(folder).delete(path)) return;
    this.#unsaved.push(encode(folder, path, { size: gone, modified: 0, hash: '' }));
  }

  /** Writes what is new. Never rejects: what is not written is found out again. */
  async save(): Promise<void> {
    const lines = this.#unsaved;
    this.#unsaved = [];
    if (lines.length > 0) await appendFile(this.#path, lines.join('')).catch(() => undefined);
  }

  get #count(): number {
    return [...this.#folders.values()].reduce((sum, files) => sum + files.size, 0);
  }

  #of(folder: string): Map<string, KnownFile> {
    const files = this.#folders.get(folder) ?? new Map<string, KnownFile>();
    this.#folders.set(folder, files);
    return files;
  }

  async #rewrite(): Promise<void> {
    const lines = [...this.#folders].flatMap(([folder, files]) =>
      [...files].map(([path, file]) => encode(folder, path, file)),
    );
    await writeFileAtomically(this.#path, lines.join(''));
  }
}

function encode(folder: string, path: string, { size, modified, hash }: KnownFile): string {
  return `${JSON.stringify([folder, path, size, modified, hash])}\n`;
}

async function readOrNothing(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
