import { mkdir, readFile } from 'node:fs/promises';
import { layerViolations, unknownRooms } from './layer-violations.mjs';
import { lockfileFaults, readLockfile } from './lockfile.mjs';
import { filingFaults } from './package-filing.mjs';
import { inRepository, repositoryRoot } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { vitestCommand } from './vitest-command.mjs';

/**
 * @typedef {object} StepResult
 * @property {boolean} passed
 * @property {string} output what to show when it did not pass
 *
 * @typedef {object} CheckStep
 * @property {string} name
 * @property {() => Promise<StepResult>} run
 */

// One TypeScript project per environment, those that take long first.
const projects = [
  'test',
  'test/e2e',
  'test/renderer',
  'renderer',
  'main',
  'main/electron',
  'app',
  'resources/tooling',
];

const lintArguments = ['check', '--error-on-warnings', '--max-diagnostics=100'];

/** What `npm run check` checks, in the order in which it starts. */
export const checkSteps = /** @type {readonly CheckStep[]} */ ([
  ...projects.map((folder) => ({
    name: `types of ${folder}`,
    run: () => runTool('typescript/bin/tsc', ['--project', folder]),
  })),
  { name: 'lint', run: () => runTool('@biomejs/biome/bin/biome', lintArguments) },
  { name: 'layers', run: checkLayers },
  { name: 'arch samples', run: checkArchSamples },
  {
    name: 'unused',
    run: () =>
      runTool('knip/bin/knip.js', [
        '--config',
        inRepository('resources', 'tooling', 'knip.json'),
        '--no-config-hints',
      ]),
  },
  { name: 'lock file', run: checkLockfile },
]);

/** Where the arch step leaves Vitest's report, for whoever counts collected files. */
export const archReport = inRepository('out', 'test', 'arch.json');

async function checkLayers() {
  const description = JSON.parse(await readFile(inRepository('package.json'), 'utf8'));
  const violations = await layerViolations(repositoryRoot);
  const faults = [
    ...violations.map(
      ({ rule, from, to, comment }) => `${from} imports ${to}\n    ${rule}: ${comment}`,
    ),
    ...unknownRooms(repositoryRoot).map(
      (path) => `${path} is not a room that resources/tooling/layers.mjs names`,
    ),
    ...filingFaults(description),
  ];
  return { passed: faults.length === 0, output: faults.join('\n') };
}

async function checkArchSamples() {
  await mkdir(inRepository('out', 'test'), { recursive: true });
  const args = vitestCommand(archReport, ['--project', 'node', 'test/arch']);
  const { code, output } = await runCommand(process.execPath, args, {
    cwd: repositoryRoot,
    capture: true,
  });
  return { passed: code === 0, output };
}

async function checkLockfile() {
  const faults = lockfileFaults(await readLockfile(inRepository('package-lock.json')));
  const remedy = 'Repair it with `npm run repair-lockfile`.';
  return { passed: faults.length === 0, output: [...faults, remedy].join('\n') };
}

/**
 * @param {string} script path inside node_modules
 * @param {readonly string[]} args
 * @returns {Promise<StepResult>}
 */
async function runTool(script, args) {
  const path = inRepository('node_modules', ...script.split('/'));
  const { code, output } = await runCommand(process.execPath, [path, ...args], {
    cwd: repositoryRoot,
    capture: true,
  });
  return { passed: code === 0, output };
}
