import { basename } from 'node:path';
import { CodedError } from '../../services/coded-error.ts';
import { listSnapshots, readSnapshotFile } from '../../services/snapshot/snapshot-file.ts';
import { readArguments, wantNoMore } from '../cli-arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { inProject } from '../in-project.ts';
import { projectFolder } from '../project-folder.ts';

/** `variorum snapshot`. */
export const snapshotCommand: Command = async (words, world) => {
  const { output } = world;
  const args = readArguments(words, {});
  wantNoMore(args, 1);
  const folder = await projectFolder(args.words, world.folder);
  const context = await world.context(args.value('author'));
  const { paths, lastSequence } = await inProject(folder, context, output, async (project) => {
    await project.snapshotNow();
    return { paths: project.paths, lastSequence: project.info.lastSequence };
  });
  const [newest] = await listSnapshots(paths.snapshots);
  const snapshot = newest === undefined ? null : await readSnapshotFile(newest);
  if (newest === undefined || snapshot === null || snapshot.header.sequence !== lastSequence) {
    throw new CodedError(
      'disk',
      'The snapshot could not be written. The journal has everything. Check that the disk has room.',
    );
  }
  const { sequence, count, sha256 } = snapshot.header;
  const file = `.variorum/snapshots/${basename(newest)}`;
  if (args.has('json')) output.json({ ok: true, file, sequence, records: count, sha256 });
  else output.say(`${file}: entry ${sequence}, ${count} records.`);
  return exitCodes.ok;
};
