import { inRepository } from './paths.mjs';
import { runCommand } from './run-command.mjs';

/**
 * Runs one project of test/playwright.config.ts to its end.
 * @param {'app' | 'tour'} project
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] additions to the environment
 * @returns {Promise<number>} exit code
 */
export async function runPlaywright(project, args, env = {}) {
  const cli = inRepository('node_modules', '@playwright', 'test', 'cli.js');
  const config = inRepository('test', 'playwright.config.ts');
  const { code } = await runCommand(
    process.execPath,
    [cli, 'test', '--config', config, `--project=${project}`, ...args],
    { env: { ...process.env, ...env } },
  );
  return code;
}
