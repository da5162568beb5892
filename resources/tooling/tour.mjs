// `npm run tour`: walks through the application as test/e2e/tour says and takes its pictures.
// Arguments after `--` go to Playwright.
import { buildIfStale } from './build.mjs';
import { runPlaywright } from './playwright.mjs';
import { setUp } from './setup.mjs';
import { runScript } from './setup-error.mjs';

await runScript(async () => {
  const { releaseDisplay } = await setUp();
  await buildIfStale((line) => console.log(line));
  const code = await runPlaywright('tour', process.argv.slice(2));
  releaseDisplay();
  return code;
});
