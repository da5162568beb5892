import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportItem } from '../../../app/host/job.ts';
import { accessFailureSentence } from './read-source-file.ts';

/** A file to import. */
export interface SourceFile {
  readonly path: string;
  /** For people: the name, or the way to it from the folder that was chosen. */
  readonly fileName: string;
}

export interface FoundFiles {
  readonly files: readonly SourceFile[];
  /** What could not even be looked at. */
  readonly refused: readonly ImportItem[];
}

const byName = new Intl.Collator('en', { numeric: true });

/**
 * The files behind chosen paths: files as they are, folders with all that is below them in order of name, but for names
 * that begin with a dot. A chosen link is followed. Below a chosen folder a link to a folder is not: the import stays in
 * the folder that was chosen. Never throws.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, SourceFile>();
  const refused: ImportItem[] = [];
  const refuse = (fileName: string, reason: string) => {
    refused.push({ fileName, outcome: 'refused', reason });
  };
  const visit = async (path: string, fileName: string, isChosen: boolean) => {
    try {
      const about = await stat(path);
      if (about.isFile()) files.set(path, { path, fileName });
      else if (!about.isDirectory()) {
        refuse(fileName, 'This is neither a file nor a folder, so it was left out.');
      } else if (!isChosen && (await lstat(path)).isSymbolicLink()) {
        refuse(
          fileName,
          'This is a link to another folder, so it was not followed. Import that folder itself if you want its files.',
        );
      } else await visitFolder(path, fileName);
    } catch (error) {
      refuse(fileName, accessFailureSentence(error));
    }
  };
  const visitFolder = async (path: string, fileName: string) => {
    const names = (await readdir(path)).filter((name) => !name.startsWith('.'));
    for (const name of names.sort(byName.compare)) {
      await visit(join(path, name), `${fileName}/${name}`, false);
    }
  };
  for (const path of paths) await visit(path, basename(path), true);
  return { files: [...files.values()], refused };
}
