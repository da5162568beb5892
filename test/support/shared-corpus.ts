import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';

/** Paths of what is in a folder of the real articles beside the repository, by name; none where it is absent. */
export function sharedCorpus(folder: string): readonly string[] {
  const path = join(repositoryRoot, '..', 'shared', 'corpus', folder);
  try {
    return readdirSync(path)
      .sort()
      .map((name) => join(path, name));
  } catch {
    return [];
  }
}
