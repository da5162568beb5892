import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { repositoryRoot } from './paths.mjs';

/**
 * What a test runner said about one run, in the terms that all runners share.
 * @typedef {object} SuiteReport
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {Map<string, number>} files how many tests each collected file holds, by its path in the
 *   repository
 * @property {string[]} failures which tests failed and how, one line each
 * @property {string[]} faults what went wrong outside of any test, one sentence each
 *
 * @typedef {{status: string, fullName?: string, failureMessages?: string[]}} VitestTest
 * @typedef {{name: string, status: string, message?: string, assertionResults: VitestTest[]}} VitestFile
 * @typedef {{testResults: VitestFile[]}} VitestJson
 *
 * @typedef {{status: string, results?: {error?: {message?: string}}[]}} PlaywrightTest
 * @typedef {{title?: string, tests: PlaywrightTest[]}} PlaywrightSpec
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
    report.failures.push(
      ...file.assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => failure(name, test.fullName, test.failureMessages?.[0])),
    );
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
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, results } of tests) {
        report.files.set(name, (report.files.get(name) ?? 0) + 1);
        if (status === 'expected') report.passed += 1;
        else if (status === 'skipped') report.skipped += 1;
        else {
          report.failed += 1;
          const error = results?.find((result) => result.error)?.error;
          report.failures.push(failure(name, title, error?.message ?? status));
        }
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
  return { passed: 0, failed: 0, skipped: 0, files: new Map(), failures: [], faults: [] };
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

/**
 * @param {string} file
 * @param {string} [title]
 * @param {string} [message]
 */
function failure(file, title = 'a test without a title', message) {
  return `${file} › ${title}: ${firstLine(message)}`;
}

/** @param {string} [message] */
function firstLine(message = 'no message') {
  return stripVTControlCharacters(message).trim().split('\n')[0] ?? '';
}
