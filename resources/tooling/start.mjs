// `npm start`: sets up what is missing, builds what is stale, and opens the application. Arguments
// after `--` go to the application; its exit code becomes that of this script.
import { applicationArguments } from './application-arguments.mjs';
import { buildIfStale } from './build.mjs';
import { repositoryRoot } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { electronSwitches, setUp } from './setup.mjs';
import { runScript } from './setup-error.mjs';

await runScript(async () => {
  const { electron, releaseDisplay } = await setUp();
  await buildIfStale((line) => console.log(line));
  const calledFrom = process.env.INIT_CWD ?? process.cwd();
  const args = applicationArguments(process.argv.slice(2), calledFrom);
  const env = { ...process.env };
  // Set by some editors' terminals; it would make Electron a plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  const { code } = await runCommand(
    electron.executable,
    [...electronSwitches(), repositoryRoot, ...args],
    { env, ownGroup: true },
  );
  releaseDisplay();
  return code;
});
