import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { repositoryRoot } from './paths.mjs';

/**
 * What a test runner said about one run, in the terms that all runners share.
 * @typedef {object} SuiteReport
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {Map<string, number>} files how many tests each collected file holds, by its path in the
 *   repository
 * @property {string[]} faults what went wrong outside of any test, one sentence each
 *
 * @typedef {{status: string}} VitestTest
 * @typedef {{name: string, status: string, message?: string, assertionResults: VitestTest[]}} VitestFile
 * @typedef {{testResults: VitestFile[]}} VitestJson
 *
 * @typedef {{tests: {status: string}[]}} PlaywrightSpec
 * @typedef {{file: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[]}} PlaywrightSuite
 * @typedef {{config: {rootDir: string}, suites: PlaywrightSuite[], errors: {message?: string}[]}} PlaywrightJson
 */

/**
 * Reads the JSON report of a Vitest run. A run that left no report, or that failed without a failed
 * test, is reported as a fault: a count that hides it would be a lie.
 * @param {string} path
 * @param {number} exitCode of the run
 * @returns {Promise<SuiteReport>}
 */
export async function readVitestReport(path, exitCode) {
  const json = /** @type {VitestJson | undefined} */ (await readJson(path));
  if (!json) return lostReport('Vitest', exitCode);
  const report = emptyReport();
  for (const file of json.testResults) {
    const name = repositoryPath(file.name);
    const outcomes = file.assertionResults.map(({ status }) => status);
    report.files.set(name, (report.files.get(name) ?? 0) + outcomes.length);
    report.passed += outcomes.filter((status) => status === 'passed').length;
    report.failed += outcomes.filter((status) => status === 'failed').length;
    report.skipped += outcomes.filter((status) => !['passed', 'failed'].includes(status)).length;
    if (file.status === 'failed' && !outcomes.includes('failed')) {
      report.faults.push(`${name} could not be run: ${firstLine(file.message)}`);
    }
  }
  return withExitCode(report, 'Vitest', exitCode);
}

/**
 * The same for Playwright. A test that passes only when tried again counts as failed.
 * @param {string} path
 * @param {number} exitCode of the run
 * @returns {Promise<SuiteReport>}
 */
export async function readPlaywrightReport(path, exitCode) {
  const json = /** @type {PlaywrightJson | undefined} */ (await readJson(path));
  if (!json) return lostReport('Playwright', exitCode);
  const report = emptyReport();
  const visit = (/** @type {PlaywrightSuite} */ suite) => {
    const name = repositoryPath(resolve(json.config.rootDir, suite.file));
    for (const { tests } of suite.specs ?? []) {
      for (const { status } of tests) {
        report.files.set(name, (report.files.get(name) ?? 0) + 1);
        if (status === 'expected') report.passed += 1;
        else if (status === 'skipped') report.skipped += 1;
        else report.failed += 1;
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of json.suites) visit(suite);
  report.faults.push(...json.errors.map(({ message }) => `Playwright: ${firstLine(message)}`));
  return withExitCode(report, 'Playwright', exitCode);
}

/** @returns {SuiteReport} */
function emptyReport() {
  return { passed: 0, failed: 0, skipped: 0, files: new Map(), faults: [] };
}

/**
 * @param {string} runner
 * @param {number} exitCode
 * @returns {SuiteReport}
 */
function lostReport(runner, exitCode) {
  return { ...emptyReport(), faults: [`${runner} ended with ${exitCode} and left no report`] };
}

/**
 * @param {SuiteReport} report
 * @param {string} runner
 * @param {number} exitCode
 */
function withExitCode(report, runner, exitCode) {
  if (exitCode !== 0 && report.failed === 0 && report.faults.length === 0) {
    report.faults.push(`${runner} ended with ${exitCode} although no test failed`);
  }
  return report;
}

/**
 * @param {string} path
 * @returns {Promise<unknown>} undefined when there is no such file or it is cut off
 */
async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {string} path absolute */
function repositoryPath(path) {
  return relative(repositoryRoot, path).replaceAll('\\', '/');
}

/** @param {string} [message] */
function firstLine(message = 'no message') {
  return message.trim().split('\n')[0] ?? '';
}
