// `npm run check`: everything that can be said about the sources without running the application.
import { checkSteps } from './check-steps.mjs';
import { requireNodeVersion } from './node-version.mjs';
import { runScript } from './setup-error.mjs';

/**
 * Runs all steps, two at a time, and prints what each says as soon as it is done.
 * @param {(line: string) => void} say
 * @returns {Promise<{name: string, passed: boolean}[]>} in the order of the steps
 */
export async function runChecks(say) {
  const waiting = [...checkSteps.entries()];
  /** @type {{name: string, passed: boolean}[]} */
  const results = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, { name, run }] = next;
      const begun = performance.now();
      const { passed, output } = await run();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      say(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      if (!passed) say(`${output.trim()}\n`);
      results[index] = { name, passed };
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

if (import.meta.main) {
  await runScript(async () => {
    requireNodeVersion();
    const results = await runChecks((line) => console.log(line));
    return results.every(({ passed }) => passed) ? 0 : 1;
  });
}
