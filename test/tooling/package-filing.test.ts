import { expect, test } from 'vitest';
import { packageLayers } from '../../resources/tooling/layers.mjs';
import { filingFaults, packagesFor } from '../../resources/tooling/package-filing.mjs';

function everythingFiled() {
  const names = Object.values(packageLayers).flatMap(({ packages }) => Object.keys(packages));
  return Object.fromEntries(names.map((name) => [name, '1.0.0']));
}

test('What is filed and installed is no fault', () => {
  expect(filingFaults({ dependencies: everythingFiled() })).toEqual([]);
});

test('An unfiled package is a fault, and so is a filed one that is gone', () => {
  const { zod: _, ...dependencies } = everythingFiled();
  expect(filingFaults({ dependencies, devDependencies: { 'left-pad': '1.0.0' } })).toEqual([
    'left-pad is filed under no layer of resources/tooling/layers.mjs',
    'zod is filed under schema but not installed',
  ]);
});

test('The rooms of app/ use the few packages that ARCHITECTURE.md allows them', () => {
  expect(packagesFor('app/base')).toEqual(['uuid']);
  expect(packagesFor('app/article')).toEqual([]);
});
