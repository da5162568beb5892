import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { applicationArguments } from '../../resources/tooling/application-arguments.mjs';

const folder = resolve('/home/ada');
const at = (path: string) => resolve(folder, path);

test('Without a project the sample is opened', () => {
  expect(applicationArguments([], folder)).toEqual(['--sample']);
  expect(applicationArguments(['--import', 'a.html'], folder)).toEqual([
    '--import',
    at('a.html'),
    '--sample',
  ]);
});

test('A named project is opened and nothing else', () => {
  expect(applicationArguments(['--project', 'spill'], folder)).toEqual(['--project', at('spill')]);
  expect(applicationArguments(['--project=spill'], folder)).toEqual(['--project', at('spill')]);
  expect(applicationArguments(['--sample'], folder)).toEqual(['--sample']);
});

test('Relative paths are meant from where npm was called, to the end of a list', () => {
  expect(
    applicationArguments(['--import', 'a.html', '/b.md', '--project', '../spill', 'c'], folder),
  ).toEqual(['--import', at('a.html'), at('/b.md'), '--project', at('../spill'), 'c']);
});

test('The folder of user data is written in the one form that Chromium reads', () => {
  const expected = [`--user-data-dir=${at('data')}`, '--sample'];
  expect(applicationArguments(['--user-data-dir', 'data'], folder)).toEqual(expected);
  expect(applicationArguments(['--user-data-dir=data'], folder)).toEqual(expected);
});

test('An option without its value is left for the application to refuse', () => {
  expect(applicationArguments(['--project'], folder)).toEqual(['--project']);
});
