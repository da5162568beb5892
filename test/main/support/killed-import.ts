import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { inRepository } from '../../../resources/tooling/paths.mjs';
import { makeFilledProject, reports } from '../../support/filled-project.ts';
import { hostContext, windowHost } from './host-fixture.ts';
import { temporaryFolder } from './samples.ts';

const annotationsEach = 100;
const articles = 100;

/** A project with some of an import in its journal, and the rest of it waiting. */
export interface KilledImport {
  readonly folder: string;
  /** The file that was being imported. */
  readonly file: string;
  /** What the file has. */
  readonly holds: {
    readonly annotation: number;
    readonly claim: number;
    readonly link: number;
  };
}

/** Imports a large file by the command line, and kills it when a part of it stands in the journal. */
export async function killedImport(): Promise<KilledImport> {
  const parent = await temporaryFolder();
  const [full, folder] = [join(parent, 'full'), join(parent, 'bare')];
  await makeFilledProject(full, reports(articles), { annotationsEach, claims: 50, links: 50 });
  await makeFilledProject(folder, reports(articles));
  const { host, window } = windowHost(await hostContext());
  await host.openProjectAt(full);
  const file = join(parent, 'all.jsonld');
  window.savePath = file;
  await host.exportTo({ format: 'web-annotation', options: {} });
  await host.closeProject();
  await importAndKill(folder, file);
  return { folder, file, holds: { annotation: articles * annotationsEach, claim: 50, link: 50 } };
}

async function importAndKill(project: string, file: string): Promise<void> {
  const before = journalled(project);
  const script = inRepository('main', 'cli', 'variorum.ts');
  const child = spawn(process.execPath, [script, 'import', project, file], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const exit = once(child, 'exit');
  while (child.exitCode === null && journalled(project) - before < 600_000) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  child.kill('SIGKILL');
  await exit;
}

/** How many bytes a journal has. */
function journalled(project: string): number {
  const folder = join(project, '.variorum', 'journal');
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
