import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JobState } from '../../../app/host/job.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import type { HostContext } from '../../../main/services/host/host-context.ts';
import type { WindowHost } from '../../../main/services/host/window-host.ts';
import { hostContext, windowHost } from './host-fixture.ts';
import { temporaryFolder } from './samples.ts';

/** A new project in a window, and a folder `source` beside it with files to import. */
export async function importing(overrides: Partial<HostContext> = {}) {
  const parent = await temporaryFolder();
  const folder = join(parent, 'Case');
  const source = join(parent, 'source');
  await mkdir(source);
  const context = await hostContext(overrides);
  const { host, window } = windowHost(context);
  await host.createProjectAt(folder);
  /** Imports, and answers when the job rests or has ended. */
  const run = async (...paths: readonly string[]): Promise<JobState> => {
    const ended = window.jobEnds();
    host.importPaths(paths);
    return ended;
  };
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    const path = join(source, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  };
  return { parent, folder, source, context, host, window, run, write };
}

/** The records of a project as its journal makes them. */
export async function recordsOf(host: WindowHost): Promise<ReadonlyMap<string, ProjectRecord>> {
  const all = new Map<string, ProjectRecord>();
  let after = 0;
  for (;;) {
    const { entries, more } = await host.readChanges({ after });
    for (const { sequence, change } of entries) {
      after = sequence;
      for (const record of change.diff.removed) all.delete(record.id);
      for (const record of change.diff.added) all.set(record.id, record);
      for (const [, record] of change.diff.updated) all.set(record.id, record);
    }
    if (!more) return all;
  }
}

/** The articles by number, and each one's revisions by number. */
export async function corpusOf(host: WindowHost) {
  const records = [...(await recordsOf(host)).values()];
  const articles = records.filter((record) => record.kind === 'article');
  const revisions = records.filter((record) => record.kind === 'revision');
  return articles
    .sort((one, other) => one.number - other.number)
    .map((article) => ({
      article,
      revisions: revisions
        .filter(({ articleId }) => articleId === article.id)
        .sort((one, other) => (one.number ?? 1) - (other.number ?? 1)),
    }));
}
