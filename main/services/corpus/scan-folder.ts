import { relative, sep } from 'node:path';
import type { ImportItem } from '../../../app/host/job.ts';
import { CodedError } from '../coded-error.ts';
import type { SourceFile } from './find-files.ts';
import type { Ingest } from './ingest.ts';
import type { KnownFiles } from './known-files.ts';
import type { WatchedFolders } from './watched-folders.ts';

/** A file of a watched folder. */
interface ScannedFile {
  readonly file: SourceFile;
  /** Below the folder, with `/` between names. */
  readonly path: string;
}

/** What a look at a watched folder shows. */
export interface FolderScan {
  /** Files that are new, or not of the size and time that is known. */
  readonly changed: readonly ScannedFile[];
  /** Links to files outside of the folder, which are not followed. */
  readonly outside: readonly { readonly path: string; readonly item: ImportItem }[];
  /** Known files that are not there. */
  readonly gone: readonly {
    readonly folderId: string;
    readonly path: string;
    readonly hash: string;
  }[];
}

/**
 * Compares a watched folder with what is known of it. `null` when it is missing or may not be read: then nothing is gone.
 * Throws `CodedError` when looking takes too long.
 */
export async function scanFolder(
  id: string,
  parts: { readonly folders: WatchedFolders; readonly known: KnownFiles; readonly ingest: Ingest },
): Promise<FolderScan | null> {
  const { folders, known, ingest } = parts;
  const root = folders.pathOf(id);
  if (root === null || !(await folders.look(id))) return null;
  const changed: ScannedFile[] = [];
  const outside: { readonly path: string; readonly item: ImportItem }[] = [];
  const seen = new Set<string>();
  let isComplete = true;
  const found = await ingest.find([root], { isWatched: true }, (some) => {
    for (const one of some) {
      if (one.kind === 'refused') {
        // What is behind it may be there all the same.
        isComplete = false;
        continue;
      }
      if (one.kind === 'outside') {
        outside.push({ path: one.path, item: one.item });
        continue;
      }
      const path = relative(root, one.file.path).split(sep).join('/');
      seen.add(path);
      const before = known.get(id, path);
      const isSame = before?.size === one.file.size && before.modified === one.file.modified;
      if (!isSame) changed.push({ file: one.file, path });
    }
  });
  if (!found.ok) throw CodedError.of(found.error);
  const gone = isComplete
    ? [...known.filesOf(id)].flatMap(([path, { hash }]) =>
        seen.has(path) ? [] : [{ folderId: id, path, hash }],
      )
    : [];
  return { changed, outside, gone };
}
