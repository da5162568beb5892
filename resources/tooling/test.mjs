// `npm test`: everything that must hold before a change is good. Sets up what is missing, builds,
// checks the sources, runs the unit tests in Node and in a window, and the end-to-end tests on a real
// Electron. One failing part does not stop the next, so that the last line counts them all.
import { mkdir, rm } from 'node:fs/promises';
import { buildIfStale } from './build.mjs';
import { runChecks } from './check.mjs';
import { archReport } from './check-steps.mjs';
import { inRepository, repositoryRoot } from './paths.mjs';
import { runPlaywright } from './playwright.mjs';
import { runCommand } from './run-command.mjs';
import { setUp } from './setup.mjs';
import { runScript, SetupError } from './setup-error.mjs';
import { readPlaywrightReport, readVitestReport } from './suite-report.mjs';
import { collectionFaults, testFilesOnDisk } from './test-files.mjs';
import { vitestCommand } from './vitest-command.mjs';

const say = (/** @type {string} */ line) => console.log(line);
const reports = inRepository('out', 'test');

// A test that never gives its thread back is beyond the runners' own time limits. Not for what is slow: beside other
// work the tests take three times as long as alone.
const suiteLimit = 40 * 60_000;

await runScript(async () => {
  let interrupted = false;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => {
      interrupted = true;
    });
  }
  const { releaseDisplay } = await setUp(say);
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });

  /** @type {import('./suite-report.mjs').SuiteReport[]} */
  const results = [];
  for (const part of [build, check, unitTests, endToEndTests]) {
    if (!interrupted) results.push(await part());
  }
  releaseDisplay();
  if (interrupted) return 130;
  return await summarise(results);
});

/** A build that fails is one fault; the tests over what was built before still say something. */
async function build() {
  heading('Build');
  try {
    await buildIfStale(say);
    return countOf({});
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    return countOf({ faults: ['The application could not be built'] });
  }
}

/** Each step of the check counts as one test. */
async function check() {
  heading('Check');
  const steps = await runChecks(say);
  const failed = steps.filter((step) => !step.passed);
  const { files } = await readVitestReport(archReport, 0);
  return countOf({
    passed: steps.length - failed.length,
    failed: failed.length,
    failures: failed.map(({ name }) => `check: ${name}`),
    files,
  });
}

async function unitTests() {
  heading('Unit tests');
  const report = inRepository('out', 'test', 'unit.json');
  // The samples of bad imports are a step of the check and have run there.
  const args = vitestCommand(report, ['--exclude', 'test/arch/**']);
  const { code, timedOut } = await runCommand(process.execPath, args, {
    cwd: repositoryRoot,
    ownGroup: true,
    timeLimit: suiteLimit,
  });
  if (timedOut) say(`Stopped: the unit tests took longer than ${suiteLimit / 60_000} minutes.`);
  return readVitestReport(report, code);
}

async function endToEndTests() {
  heading('End-to-end tests');
  const report = inRepository('out', 'test', 'e2e.json');
  const code = await runPlaywright('app', ['--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return readPlaywrightReport(report, code);
}

/** @param {readonly import('./suite-report.mjs').SuiteReport[]} results */
async function summarise(results) {
  const collected = new Map(results.flatMap(({ files }) => [...files]));
  const faults = [
    ...results.flatMap((result) => result.faults),
    ...collectionFaults(await testFilesOnDisk(), collected),
  ];
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ of) =>
    results.reduce((total, result) => total + result[of], 0);
  const failed = sum('failed') + faults.length;
  say('');
  // Named here again: what a machine keeps of a run is often only its end.
  for (const failure of results.flatMap((result) => result.failures)) say(`FAILED ${failure}`);
  for (const fault of faults) say(`FAILED ${fault}`);
  say(`${sum('passed')} passed, ${failed} failed, ${sum('skipped')} skipped`);
  return failed > 0 ? 1 : 0;
}

/**
 * @param {Partial<import('./suite-report.mjs').SuiteReport>} known
 * @returns {import('./suite-report.mjs').SuiteReport}
 */
function countOf(known) {
  return { passed: 0, failed: 0, skipped: 0, files: new Map(), failures: [], faults: [], ...known };
}

/** @param {string} text */
function heading(text) {
  say(`\n== ${text}`);
}
