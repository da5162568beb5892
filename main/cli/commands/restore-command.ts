import { resolve } from 'node:path';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { type RestoredKind, restoreProject } from '../../../app/record/restore-project.ts';
import { changeSchema } from '../../../app/schema/change-schema.ts';
import { CodedError } from '../../services/coded-error.ts';
import { readProjectRecords } from '../../services/exchange/read-project-records.ts';
import { entryAt, statesAfter } from '../../services/history/journalled-times.ts';
import { copyProject } from '../../services/project/copy-project.ts';
import { type ProjectPaths, projectPaths } from '../../services/project/project-paths.ts';
import { wantWholeJournal } from '../../services/verify/want-whole-journal.ts';
import { type CliArguments, numberOf, readArguments, wantNoMore } from '../cli-arguments.ts';
import type { CliContext } from '../cli-context.ts';
import type { CliOutput } from '../cli-output.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { inProject } from '../in-project.ts';
import { isWithin, projectFolder, realPlace } from '../project-folder.ts';
import { readProject, refuseNewer } from '../read-project.ts';
import { UsageError } from '../usage-error.ts';
import { listEntries } from './list-entries.ts';

/** `variorum restore`. */
export const restoreCommand: Command = async (words, world) => {
  const { output } = world;
  const args = readArguments(words, {
    ...{ sequence: 'value', time: 'value', to: 'value', 'dry-run': 'flag', list: 'flag' },
  });
  wantNoMore(args, 1);
  const folder = await projectFolder(args.words, world.folder);
  if (args.has('list')) {
    await refuseNewer(folder);
    await listEntries(projectPaths(folder).journal, args.has('json'), output);
    return exitCodes.ok;
  }
  const { paths, end } = await readProject(folder, output);
  const sequence = await wantedEntry(args, paths, end.sequence);
  const to = args.value('to');
  if (to !== null) {
    const target = await targetFolder(to, world.folder, folder);
    await wantWholeJournal(paths.journal, { from: 1, to: sequence });
    if (!args.has('dry-run')) await copyProject(paths, projectPaths(target), sequence);
    const done = !args.has('dry-run');
    if (args.has('json')) output.json({ ok: true, sequence, done, folder: target });
    else {
      const there = done ? 'is in' : 'would be put into';
      output.say(`The project as it was after entry ${sequence} ${there} ${target}.`);
    }
    return exitCodes.ok;
  }
  // What was changed since is taken back by what its entries say.
  await wantWholeJournal(paths.journal, { from: sequence + 1, to: end.sequence });
  const context = await world.context(args.value('author'));
  const kinds = args.has('dry-run')
    ? (await plan(paths, sequence, context)).kinds
    : await inProject(folder, context, output, async (project) => {
        const { diff, kinds: restored, at } = await plan(project.paths, sequence, context);
        if (restored.length === 0) return restored;
        const name = `Restore the project to ${at ?? `entry ${sequence}`}`;
        const change = newChange(context.maker, name, diff);
        const checked = changeSchema.safeParse(change);
        if (!checked.success)
          throw new Error('A restored state is none.', { cause: checked.error });
        const appended = await project.append(change);
        if (!appended.ok) throw CodedError.of(appended.error);
        return restored;
      });
  tell(kinds, sequence, args, output);
  return exitCodes.ok;
};

/** Where a copy goes: nowhere into a project, this one or another. Throws `UsageError`, `CodedError` `in-project`. */
async function targetFolder(to: string, from: string, project: string): Promise<string> {
  if (to === '') throw new UsageError('Where to? The name of the folder is empty.');
  const target = resolve(from, to);
  if (!isWithin(await realPlace(target), project)) return target;
  throw new CodedError(
    'in-project',
    `${target} lies in the project itself. Name a new folder outside of it.`,
  );
}

async function wantedEntry(args: CliArguments, paths: ProjectPaths, last: number): Promise<number> {
  const [entry, time] = [args.value('sequence'), args.value('time')];
  if ((entry === null) === (time === null)) {
    throw new UsageError('To when? Name either --sequence or --time; --list says what there is.');
  }
  if (entry !== null) {
    const sequence = numberOf(entry, 'sequence', 0);
    if (sequence <= last) return sequence;
    throw new UsageError(`The journal's last entry is ${last}.`);
  }
  const moment = momentOf(time ?? '');
  if (moment === null) {
    throw new UsageError(`--time takes a date or a time as 2031-05-12T14:02, not “${time}”.`);
  }
  const found = await entryAt(paths.journal, moment);
  if (found !== null) return found;
  throw new UsageError('The project has no entry as old as that.');
}

/** A day without a time means its end; without a zone the local one is meant. `null`: it is none. */
function momentOf(time: string): number | null {
  const [, day = '', hour] =
    /^(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(time) ?? [];
  // The engine takes the 31st of February for a day in March.
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== day) return null;
  const moment = Date.parse(hour === undefined ? `${day}T23:59:59.999` : time.replace(' ', 'T'));
  return Number.isNaN(moment) ? null : moment;
}

async function plan(paths: ProjectPaths, sequence: number, { maker }: CliContext) {
  const { states, at } = await statesAfter(paths.journal, sequence);
  const records = await readProjectRecords({ ...paths, sequence: Number.MAX_SAFE_INTEGER });
  return { ...restoreProject(recordSourceOf(records.values()), maker, states), at };
}

function tell(
  kinds: readonly RestoredKind[],
  sequence: number,
  args: CliArguments,
  output: CliOutput,
): void {
  if (args.has('json')) {
    output.json({ ok: true, sequence, done: !args.has('dry-run'), kinds });
    return;
  }
  if (kinds.length === 0) {
    output.say('The project is as it was then already; nothing was changed.');
    return;
  }
  for (const { kind, back, changed, removed } of kinds) {
    output.say(`${kind}: ${back} back, ${changed} changed, ${removed} removed`);
  }
  const done = args.has('dry-run') ? 'would be restored' : 'is restored';
  output.say(`The project ${done} to entry ${sequence}.`);
}
