import { expect, test } from 'vitest';
import {
  type Lockfile,
  lockfileFaults,
  repairLockfile,
} from '../../resources/tooling/lockfile.mjs';

function incomplete(): Lockfile {
  return {
    packages: {
      '': {},
      'node_modules/linter': {
        version: '2.0.0',
        resolved: 'https://registry.example/linter-2.0.0.tgz',
        dev: true,
        optionalDependencies: {
          '@linter/cli-linux-x64': '2.0.0',
          '@linter/cli-linux-x64-musl': '2.0.0',
        },
      },
      'node_modules/@linter/cli-linux-x64': { version: '2.0.0' },
    },
  };
}

test('A registry address and a left out optional package are faults', () => {
  expect(lockfileFaults(incomplete())).toEqual([
    'node_modules/linter names a registry address ("resolved")',
    '@linter/cli-linux-x64-musl, an optional package of node_modules/linter, has no entry',
  ]);
});

test('The repair leaves no fault and enters the platform, so that npm skips what is not its own', () => {
  const lockfile = incomplete();
  expect(repairLockfile(lockfile)).toBe(2);
  expect(lockfileFaults(lockfile)).toEqual([]);
  expect(lockfile.packages['node_modules/@linter/cli-linux-x64-musl']).toEqual({
    version: '2.0.0',
    cpu: ['x64'],
    libc: ['musl'],
    os: ['linux'],
    dev: true,
    optional: true,
  });
  expect(repairLockfile(lockfile)).toBe(0);
});
