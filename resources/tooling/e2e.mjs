// `npm run e2e`: the end-to-end tests alone, over a fresh build. Arguments after `--` go to
// Playwright, for instance a file name or `--grep`.
import { buildIfStale } from './build.mjs';
import { runPlaywright } from './playwright.mjs';
import { setUp } from './setup.mjs';
import { runScript } from './setup-error.mjs';

await runScript(async () => {
  const { releaseDisplay } = await setUp();
  await buildIfStale((line) => console.log(line));
  const code = await runPlaywright('app', process.argv.slice(2));
  releaseDisplay();
  return code;
});
