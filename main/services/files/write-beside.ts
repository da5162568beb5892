import {
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { writeAll } from './write-all.ts';

let count = 0;

/**
 * Writes a file under a name beside its own and gives it that name when it is whole, so that no reader and no watcher of
 * the folder meets half of it. On this thread, without syncing: the caller syncs file and folder in a batch. Answers with
 * what the system says of the file. Throws the system's error and leaves nothing behind.
 *
 * @param isNew `true` throws `EEXIST` where the name is taken; otherwise the file there is replaced.
 */
export function writeBeside(path: string, content: Uint8Array, isNew: boolean): Stats {
  count += 1;
  const beside = join(dirname(path), `.${process.pid}-${process.hrtime.bigint()}-${count}.tmp`);
  try {
    const file = openSync(beside, 'wx', 0o644);
    let about: Stats;
    try {
      writeAll(file, content);
      about = fstatSync(file);
    } finally {
      closeSync(file);
    }
    if (isNew) giveNewName(beside, path);
    else renameSync(beside, path);
    return about;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

// What systems answer that know no second names for a file: FAT, some network drives.
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK'];

/** A renaming would replace what is there; a link never does. */
function giveNewName(beside: string, path: string): void {
  try {
    linkSync(beside, path);
    unlinkSync(beside);
  } catch (error) {
    if (!noLinks.includes(errorCode(error) ?? '')) throw error;
    // Takes the name first, which fails if it is taken, and then replaces the empty file.
    closeSync(openSync(path, 'wx', 0o644));
    renameSync(beside, path);
  }
}
