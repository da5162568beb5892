// `npm run bench -- NAME [arguments]`: runs the benchmark test/bench/NAME.ts, which prints its
// result as one line of JSON. Without a name it lists what there is.
import { existsSync, readdirSync } from 'node:fs';
import { buildIfStale } from './build.mjs';
import { inRepository } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { setUp } from './setup.mjs';
import { runScript, SetupError } from './setup-error.mjs';

const endings = ['ts', 'mjs'];

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const file = endings
    .map((ending) => inRepository('test', 'bench', `${name}.${ending}`))
    .find((path) => /^[\w-]+$/.test(name) && existsSync(path));
  if (!file) {
    throw new SetupError(
      name ? `There is no benchmark "${name}".` : 'Which benchmark?',
      `Call \`npm run bench -- NAME\`, where NAME is one of: ${benchmarkNames().join(', ') || '(none yet)'}`,
    );
  }
  // Only the result goes to stdout, so that a program can read it.
  const { releaseDisplay } = await setUp((line) => console.error(line));
  await buildIfStale((line) => console.error(line));
  const { code } = await runCommand(process.execPath, [file, ...args]);
  releaseDisplay();
  return code;
});

function benchmarkNames() {
  const folder = inRepository('test', 'bench');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => /^([\w-]+)\.(?:ts|mjs)$/.exec(name)?.[1] ?? []);
}
