import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRepository } from '../../resources/tooling/paths.mjs';
import { readPlaywrightReport, readVitestReport } from '../../resources/tooling/suite-report.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'variorum-report-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('Vitest: tests are counted, and a file that could not be run is a fault', async () => {
  const outcomes = ['passed', 'passed', 'failed', 'pending', 'todo'];
  const path = await written('vitest.json', {
    testResults: [
      {
        name: inRepository('test', 'app', 'a.test.ts'),
        status: 'failed',
        assertionResults: outcomes.map((status) => ({
          status,
          fullName: `a ${status} test`,
          failureMessages:
            status === 'failed' ? ['\u001b[31mError: 1 is not 2\u001b[39m\n    at x'] : [],
        })),
      },
      {
        name: inRepository('test', 'app', 'b.test.ts'),
        status: 'failed',
        message: 'Cannot find module\n    at x',
        assertionResults: [],
      },
    ],
  });
  expect(await readVitestReport(path, 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 2,
    files: new Map([
      ['test/app/a.test.ts', 5],
      ['test/app/b.test.ts', 0],
    ]),
    failures: ['test/app/a.test.ts › a failed test: Error: 1 is not 2'],
    faults: ['test/app/b.test.ts could not be run: Cannot find module'],
  });
});

test('Playwright: nested tests are counted, and a flaky one has failed', async () => {
  const results = [{}, { error: { message: 'Error: not in view\n    at x' } }];
  const tests = (...statuses: string[]) => [
    { title: 'it is seen', tests: statuses.map((status) => ({ status, results })) },
  ];
  const inner = { file: 'a.spec.ts', specs: tests('flaky', 'skipped') };
  const path = await written('playwright.json', {
    config: { rootDir: inRepository('test', 'e2e') },
    suites: [{ file: 'a.spec.ts', specs: tests('expected', 'unexpected'), suites: [inner] }],
    errors: [{ message: 'No server' }],
  });
  expect(await readPlaywrightReport(path, 1)).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    files: new Map([['test/e2e/a.spec.ts', 4]]),
    failures: Array(2).fill('test/e2e/a.spec.ts › it is seen: Error: not in view'),
    faults: ['Playwright: No server'],
  });
});

test('A run that failed and says nothing of it is a fault', async () => {
  const empty = await written('empty.json', { testResults: [] });
  expect((await readVitestReport(empty, 1)).faults).toEqual([
    'Vitest ended with 1 although no test failed',
  ]);
  expect((await readVitestReport(join(folder, 'absent.json'), 139)).faults).toEqual([
    'Vitest ended with 139 and left no report',
  ]);
});

async function written(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}
