import { exchangeFormats } from '../../../app/exchange/formats.ts';
import { projectPaths } from '../../services/project/project-paths.ts';
import { type CliArguments, readArguments, wantNoMore } from '../cli-arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { namedFolder, projectFolder } from '../project-folder.ts';
import { UsageError } from '../usage-error.ts';
import { exportTarget, wantPlace } from '../write-output.ts';
import { exportBriefTo } from './export-brief.ts';
import { exportMatrixTo } from './export-matrix.ts';
import { exportRecordsTo } from './export-records.ts';

const whats = ['brief', 'matrix', 'annotations', 'claims', 'links', 'articles'] as const;

/** `variorum export`. */
export const exportCommand: Command = async (words, world) => {
  const { output } = world;
  const args = readArguments(
    words,
    { format: 'value', output: 'value', appendix: 'flag', wrap: 'flag', list: 'flag' },
    true,
  );
  if (args.has('list')) {
    wantNoMore(args, 0);
    const formats = exchangeFormats.filter((format) => format.exports !== null);
    if (args.has('json')) output.json(formats);
    else for (const { id, exports } of formats) output.say(`${id}\t${exports}`);
    return exitCodes.ok;
  }
  namedFolder(args.words, world.folder);
  const [, word] = args.words;
  const what = whats.find((one) => one === word);
  if (what === undefined) {
    const said = word === undefined ? '' : `, not “${word}”`;
    throw new UsageError(`What is to be exported? One of ${whats.join(', ')}${said}.`);
  }
  const folder = await projectFolder(args.words, world.folder);
  const target = exportTarget({
    ...{ option: args.value('output'), folder: world.folder, output },
    project: projectPaths(folder),
  });
  await wantPlace(target);
  const request = { ...world, args, folder, target };
  if (what === 'brief') {
    wantKnown(args, ['comments'], ['appendix', 'wrap']);
    return exportBriefTo(request);
  }
  if (what === 'matrix') {
    wantKnown(args, [], []);
    wantNoMore(args, 2);
    return exportMatrixTo(request);
  }
  // The choices of these formats are looked at where they are known.
  wantKnown(args, null, []);
  return exportRecordsTo(what, request);
};

/**
 * Throws `UsageError` for an option that means nothing here.
 *
 * @param others of those that no command knows; `null`: looked at later
 * @param flags of those of a brief
 */
function wantKnown(
  args: CliArguments,
  others: readonly string[] | null,
  flags: readonly string[],
): void {
  const strange =
    Object.keys(args.others).find((name) => others !== null && !others.includes(name)) ??
    ['appendix', 'wrap'].find((name) => args.has(name) && !flags.includes(name));
  if (strange !== undefined) throw new UsageError(`There is no option --${strange} here.`);
}
