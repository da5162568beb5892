import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import type { ImportItem } from '../../../app/host/job.ts';
import { errorCode } from '../files/error-code.ts';
import { accessFailureSentence } from './access-failure.ts';
import { isCompanionFolder } from './companion-folder.ts';
import { isPassingName } from './passing-name.ts';

/** A file to import. */
export interface SourceFile {
  readonly path: string;
  /** For people: the name, or the way to it from the folder that was chosen. */
  readonly fileName: string;
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in milliseconds since 1970. */
  readonly modified: number;
}

/** A file, or what could not even be looked at. */
export type Found =
  | { readonly kind: 'file'; readonly file: SourceFile }
  | { readonly kind: 'refused'; readonly path: string; readonly item: ImportItem }
  /** A link to a file outside of the folder: it is not followed, and nothing of the folder is behind it. */
  | { readonly kind: 'outside'; readonly path: string; readonly item: ImportItem };

export interface FindOptions {
  /** Leaves out what programs put down while they work, and says nothing of what is no file: a folder is watched. */
  readonly isWatched: boolean;
}

const byName = new Intl.Collator('en', { numeric: true });

/**
 * The files behind chosen paths: files as they are, folders with all that is below them in order of name, but for names
 * that begin with a dot, which are counted, and the folders that browsers save beside a page. A chosen link is followed. Below a chosen
 * folder a link to a folder is not, nor one to a file outside: the import stays in the folder that was chosen, meets no
 * folder twice, and takes nothing along that whoever made the link had no right to give away. On this
 * thread; never throws.
 */
export function* findFiles(paths: readonly string[], options: FindOptions): Generator<Found> {
  const seen = new Set<string>();
  for (const path of paths) {
    const walk: Walk = { seen, options, hidden: 0 };
    yield* visit(path, basename(path), null, walk);
    if (walk.hidden > 0 && !options.isWatched) yield hiddenOnes(path, walk.hidden);
  }
}

/** What is found below one chosen path. */
interface Walk {
  readonly seen: Set<string>;
  readonly options: FindOptions;
  /** How many files and folders were left out for the dot that their names begin with. */
  hidden: number;
}

// What systems put into every folder for themselves; an analyst has never seen one.
const ofTheSystem =
  /^\.(?:DS_Store|localized|directory|_.*|Spotlight-V100|Trashes|fseventsd|TemporaryItems)$/;

function hiddenOnes(path: string, count: number): Found {
  const reason = `${count === 1 ? 'One hidden file or folder was' : `${count.toLocaleString('en')} hidden files or folders were`} left out. To import one whose name begins with a dot, rename it or choose it itself.`;
  return { kind: 'refused', path, item: { fileName: basename(path), outcome: 'refused', reason } };
}

function* visit(path: string, fileName: string, root: string | null, walk: Walk): Generator<Found> {
  const { seen, options } = walk;
  if (seen.has(path)) return;
  seen.add(path);
  const refuse = (reason: string): Found => ({
    kind: 'refused',
    path,
    item: { fileName, outcome: 'refused', reason },
  });
  try {
    const about = statSync(path);
    if (about.isFile()) {
      if (root !== null && leadsOutside(path, root)) {
        yield { kind: 'outside', path, item: { fileName, outcome: 'refused', reason: outside } };
      } else yield { kind: 'file', file: fileOf(path, fileName, about) };
    } else if (!about.isDirectory()) {
      if (!options.isWatched)
        yield refuse('This is neither a file nor a folder, so it was left out.');
    } else if (root !== null && lstatSync(path).isSymbolicLink()) {
      if (options.isWatched) return;
      yield refuse(
        'This is a link to another folder, so it was not followed. Import that folder itself if you want its files.',
      );
    } else yield* visitFolder(path, fileName, root, walk);
  } catch (error) {
    // A link that leads nowhere, or a file that went while the folder was looked through.
    if (options.isWatched && ['ENOENT', 'ELOOP'].includes(errorCode(error) ?? '')) return;
    yield refuse(
      errorCode(error) === 'ENOENT' && path.includes('\ufffd')
        ? 'Its name is not coded as UTF-8, so it can’t be asked for. Rename it, then import it again.'
        : accessFailureSentence(error),
    );
  }
}

function* visitFolder(
  path: string,
  fileName: string,
  root: string | null,
  walk: Walk,
): Generator<Found> {
  const { seen, options } = walk;
  // A folder that is mounted into itself.
  const real = realpathSync(path);
  if (real !== path && seen.has(real)) return;
  seen.add(real);
  const entries = readdirSync(path, { withFileTypes: true });
  const names = entries.map(({ name }) => name);
  for (const entry of entries.sort((one, other) => byName.compare(one.name, other.name))) {
    const { name } = entry;
    if (name.startsWith('.')) {
      if (!ofTheSystem.test(name)) walk.hidden += 1;
      continue;
    }
    if (options.isWatched && isPassingName(name)) continue;
    if (entry.isDirectory() && isCompanionFolder(name, names)) continue;
    yield* visit(join(path, name), `${fileName}/${name}`, root ?? real, walk);
  }
}

const outside =
  'This is a link to a file outside of the folder, so it was not followed. Import that file itself if you want it.';

function leadsOutside(path: string, root: string): boolean {
  if (!lstatSync(path).isSymbolicLink()) return false;
  const way = relative(root, realpathSync(path));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function fileOf(path: string, fileName: string, { size, mtimeMs }: Stats): SourceFile {
  return { path, fileName, size, modified: mtimeMs };
}
