import { readFile, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { WatchedFolder } from '../../../app/host/corpus.ts';
import type { Origin } from '../../../app/record/records.ts';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { articlesFolderId, placeOf } from './place-keys.ts';

/** A folder as `.variorum/folders.json` has it. */
interface StoredFolder {
  readonly id: string;
  readonly path: string;
  /** From the project's folder, where it lies in it; wins over `path`, since projects move. */
  readonly relative?: string | undefined;
}

const fileSchema = z.object({
  schema: z.literal(1),
  folders: z.array(
    z.object({ id: z.string().min(1), path: z.string(), relative: z.string().optional() }),
  ),
});

/** Which folders a project watches, and what is known of each. Paths stay in this file, out of all records. */
export class WatchedFolders {
  readonly #file: string;
  readonly #root: string;
  readonly #articles: string;
  #added: readonly StoredFolder[] = [];
  readonly #states = new Map<string, Pick<WatchedFolder, 'state' | 'message'>>();

  private constructor(file: string, root: string, articles: string) {
    this.#file = file;
    this.#root = root;
    this.#articles = articles;
  }

  /** A missing or damaged file is one without folders: they can be added again. */
  static async open(file: string, root: string, articles: string): Promise<WatchedFolders> {
    const folders = new WatchedFolders(file, root, articles);
    const content = await readFile(file, 'utf8').catch(() => '');
    const parsed = fileSchema.safeParse(parseJson(content));
    if (parsed.success) folders.#added = parsed.data.folders;
    for (const { id } of folders.#all()) await folders.look(id);
    return folders;
  }

  list(): readonly WatchedFolder[] {
    return this.#all().map((folder) => {
      const path = this.#pathOf(folder);
      const state = this.#states.get(folder.id) ?? { state: 'watching' as const };
      return { id: folder.id, name: basename(path), path, ...state };
    });
  }

  get ids(): readonly string[] {
    return this.#all().map(({ id }) => id);
  }

  /** The absolute path of a folder; `null` for an id that is not known (any more). */
  pathOf(id: string): string | null {
    const folder = this.#all().find((one) => one.id === id);
    return folder === undefined ? null : this.#pathOf(folder);
  }

  /** Looks whether a folder is there, and notes it. Answers whether it can be read. */
  async look(id: string): Promise<boolean> {
    const path = this.pathOf(id);
    if (path === null) return false;
    const state = await stateOf(path);
    this.#states.set(id, state);
    return state.state === 'watching';
  }

  /** Notes what is being done with a folder, or what stands in the way. */
  note(id: string, state: WatchedFolder['state'], message?: string): void {
    this.#states.set(id, message === undefined ? { state } : { state, message });
  }

  /** Why a folder can't be watched beside those that are, in a sentence; `null`: it can, or is already. */
  overlap(path: string): string | null {
    const paths = this.#all().map((folder) => this.#pathOf(folder));
    if (paths.includes(path)) return null;
    if (path === this.#root || below(path, this.#root) !== null) {
      return 'The project itself lies in this folder. Choose a folder beside it.';
    }
    const other = paths.find((one) => below(one, path) !== null || below(path, one) !== null);
    return other === undefined
      ? null
      : `This folder and “${basename(other)}”, which is watched, lie in each other. Choose one of them.`;
  }

  /** Watches one more. A folder that is watched already, itself, is given back. Throws the system's error. */
  async add(id: string, path: string): Promise<string> {
    const present = this.#all().find((folder) => this.#pathOf(folder) === path);
    if (present !== undefined) return present.id;
    const below = relative(this.#root, path);
    const folder = isInside(below)
      ? { id, path, relative: below.split(sep).join('/') }
      : { id, path };
    await this.#write([...this.#added, folder]);
    await this.look(id);
    return id;
  }

  /** Throws the system's error. */
  async remove(id: string): Promise<void> {
    await this.#write(this.#added.filter((folder) => folder.id !== id));
    this.#states.delete(id);
  }

  /** How the origin of an article tells where its file is, and its name if it lies in `articles`. */
  placeOf(path: string): {
    readonly place: Pick<Origin, 'place' | 'folderId' | 'path'>;
    readonly ownCopy: string | null;
  } {
    const own = below(this.#articles, path);
    if (own !== null) return { place: { folderId: articlesFolderId, path: own }, ownCopy: own };
    for (const folder of this.#added) {
      const inside = below(this.#pathOf(folder), path);
      if (inside === null) continue;
      return {
        place: { place: placeOf(path), folderId: folder.id, path: inside },
        ownCopy: null,
      };
    }
    return { place: { place: placeOf(path) }, ownCopy: null };
  }

  #all(): readonly StoredFolder[] {
    return [{ id: articlesFolderId, path: this.#articles }, ...this.#added];
  }

  #pathOf({ path, relative: below }: StoredFolder): string {
    return below === undefined ? path : join(this.#root, below);
  }

  async #write(folders: readonly StoredFolder[]): Promise<void> {
    const content = JSON.stringify({ schema: 1, folders }, null, 2);
    await writeFileAtomically(this.#file, `${content}\n`);
    this.#added = folders;
  }
}

/** The way from a folder to a file in it, with `/` between names; `null` for one elsewhere. */
function below(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return way !== '' && isInside(way) ? way.split(sep).join('/') : null;
}

function isInside(way: string): boolean {
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function stateOf(path: string): Promise<Pick<WatchedFolder, 'state' | 'message'>> {
  try {
    if ((await stat(path)).isDirectory()) return { state: 'watching' };
    return { state: 'unreadable', message: 'This is no folder any more.' };
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? {
          state: 'missing',
          message:
            'The folder is not there. Connect the disk that it is on, or put it back; its articles stay meanwhile.',
        }
      : {
          state: 'unreadable',
          message:
            'The folder may not be read. Change its permissions, then look for changes again.',
        };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
