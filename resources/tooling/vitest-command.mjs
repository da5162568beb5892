import { inRepository } from './paths.mjs';

/**
 * The arguments for Node that run Vitest once, with its report for people on stdout and one for
 * programs in `reportFile`.
 * @param {string} reportFile absolute
 * @param {readonly string[]} args for Vitest
 */
export function vitestCommand(reportFile, args) {
  return [
    inRepository('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    inRepository('test', 'vitest.config.ts'),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...args,
  ];
}
