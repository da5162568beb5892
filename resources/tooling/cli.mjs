// `npm run cli -- COMMAND …`: the command line from its sources, which Node runs as they are. Nothing is
// built and no window is needed, but for a PDF, which the built application prints.
import { buildIfStale } from './build.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { requireNodeVersion } from './node-version.mjs';
import { inRepository } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { runScript } from './setup-error.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

await runScript(async () => {
  requireNodeVersion();
  const env = { ...process.env };
  if (process.argv.includes('pdf')) {
    const { executable } = await resolveElectron(() => {});
    await ensureSystemLibraries(executable, () => {});
    await buildIfStale(() => {});
    env.VARIORUM_ELECTRON = executable;
  }
  const { code } = await runCommand(
    process.execPath,
    [inRepository('main', 'cli', 'variorum.ts'), ...process.argv.slice(2)],
    // npm runs scripts in the repository, whatever folder it was called from.
    { cwd: process.env.INIT_CWD ?? process.cwd(), env },
  );
  return code;
});
