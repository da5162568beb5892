import { expect, test } from 'vitest';
import { collectionFaults } from '../../resources/tooling/test-files.mjs';

const complete = new Map([
  ['test/app/a.test.ts', 2],
  ['test/renderer/b.test.tsx', 1],
  ['test/e2e/c.spec.ts', 1],
]);

test('A complete collection has no fault', () => {
  expect(collectionFaults([...complete.keys()], complete)).toEqual([]);
});

test('A file that no runner took is a fault, wherever it lies', () => {
  expect(collectionFaults(['app/base/a.test.ts', 'test/lost/d.spec.ts'], complete)).toEqual([
    'app/base/a.test.ts was collected by no runner',
    'test/lost/d.spec.ts was collected by no runner',
  ]);
});

test('A suite without a test is a fault', () => {
  expect(collectionFaults([], new Map([['test/e2e/c.spec.ts', 0]]))).toEqual([
    'There are no unit tests in Node',
    'There are no unit tests in a window',
    'There are no end-to-end tests',
  ]);
});
