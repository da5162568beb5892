import { CodedError } from '../services/coded-error.ts';
import { finishInterrupted } from '../services/exchange/import-into-project.ts';
import { readPending } from '../services/exchange/pending-import.ts';
import { append } from '../services/host/corpus-session.ts';
import { openProject } from '../services/project/open-project.ts';
import type { Project } from '../services/project/project.ts';
import type { CliContext } from './cli-context.ts';
import type { CliOutput } from './cli-output.ts';
import { refuseNewer } from './read-project.ts';

/**
 * Opens a project to write in, does something with it and closes it. An import that was interrupted is brought to its end
 * before, and said: a snapshot would have half of it, a restored state would get the rest later. Throws `CodedError` `locked`
 * when it is open elsewhere, `newer`, `read-only` when it may not be written, `disk`, and as `openProject` does.
 */
export async function inProject<Value>(
  folder: string,
  context: CliContext,
  output: CliOutput,
  work: (project: Project) => Promise<Value>,
): Promise<Value> {
  await refuseNewer(folder);
  const project = await openProject(folder, false, context);
  try {
    const { readOnly, notices } = project.info;
    for (const notice of notices) output.note(notice);
    if (readOnly !== null) throw new CodedError('read-only', readOnly);
    await finishPending(project, context, output);
    return await work(project);
  } finally {
    await project.close();
  }
}

async function finishPending(
  project: Project,
  { maker }: CliContext,
  output: CliOutput,
): Promise<void> {
  // Without one nothing need be read.
  if ((await readPending(project.paths.exchange)) === null) return;
  const finished = await project.exclusively(() =>
    finishInterrupted({
      project,
      maker,
      append: (change) => append(project, change, () => undefined),
    }),
  );
  if (finished === null) return;
  output.note(
    `${finished} was interrupted when the program ended. The rest of it was added first; undo in the window takes all of it back.`,
  );
}
