// `npm run unit`: Vitest alone. Arguments after `--` go to it, for instance a folder of tests or
// `--project browser`.
import { inRepository } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { setUp } from './setup.mjs';
import { runScript } from './setup-error.mjs';

await runScript(async () => {
  const { releaseDisplay } = await setUp();
  const vitest = inRepository('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--config', inRepository('test', 'vitest.config.ts')];
  const { code } = await runCommand(process.execPath, [...args, ...process.argv.slice(2)]);
  releaseDisplay();
  return code;
});
