import { SetupError } from './setup-error.mjs';

const requiredMajor = 24;

/**
 * The machine's own Node may be older than the one this project is written for, which comes as the
 * npm package `node`; npm scripts find it first on their PATH. Called by each script before its
 * work, so that a script started past npm fails with a sentence and not with a syntax error.
 * @param {string} [version] as in `process.versions.node`
 */
export function requireNodeVersion(version = process.versions.node) {
  if (Number.parseInt(version, 10) >= requiredMajor) return;
  throw new SetupError(
    `This is Node ${version}; the tooling needs Node ${requiredMajor} or later.`,
    'Run it through npm (`npm start`, `npm test`), after `npm ci` without --ignore-scripts: that\n' +
      'installs Node 24 as the package `node`, and npm scripts use that one.',
  );
}
