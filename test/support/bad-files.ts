import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that can't be imported, by name, with words of the reason that must be given. */
export const badFiles = {
  'empty.txt': /is empty/,
  'program.txt': /is not text/,
  'gone.txt': /It is not there/,
  'huge.txt': /files over 50 MB are not imported/,
  'letter.doc': /in a format of old programs/,
  'picture.jpg': /Files of this kind can’t be read/,
} as const;

const goodText =
  'A good article\n\nIt stands among files that are none, and arrives all the same.\n';

/** Makes a folder of every bad file and one good one, `good.txt`. */
export async function makeBadFiles(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(
    join(folder, 'program.txt'),
    Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0]),
  );
  // Not `chmod 000`, which does not bind root.
  await symlink(join(folder, 'nowhere.txt'), join(folder, 'gone.txt'));
  await writeFile(join(folder, 'letter.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await writeFile(join(folder, 'picture.jpg'), 'no matter what');
  await writeFile(join(folder, 'good.txt'), goodText);
  // Sparse: it has the size and takes no room.
  const huge = await open(join(folder, 'huge.txt'), 'w');
  await huge.truncate(50_000_001);
  await huge.close();
}
