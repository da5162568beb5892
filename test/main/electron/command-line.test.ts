import { expect, test } from 'vitest';
import { readCommandLine } from '../../../main/electron/command-line.ts';

const nothing = { project: null, sample: false, imports: [], userData: null };

test('nothing is asked for by a bare start', () => {
  expect(readCommandLine(['/app'], '/home/ada')).toEqual(nothing);
  expect(readCommandLine(['--no-sandbox', '--log-level=3', '/app', '--inspect=0'], '/')).toEqual(
    nothing,
  );
});

test('paths are meant from the folder of the caller', () => {
  const words = ['/app', '--project', 'case', '--import', 'a.txt', '/b', '../c', '--sample'];
  expect(readCommandLine(words, '/home/ada')).toEqual({
    project: '/home/ada/case',
    imports: ['/home/ada/a.txt', '/b', '/home/c'],
    sample: true,
    userData: null,
  });
});

test('values may follow an equals sign', () => {
  const words = ['--project=case=1', '--user-data-dir=/data', '--import=a', 'b', '--x', 'c'];
  expect(readCommandLine(words, '/home')).toEqual({
    project: '/home/case=1',
    imports: ['/home/a', '/home/b'],
    sample: false,
    userData: '/data',
  });
});

test('words after a satisfied option belong to none', () => {
  const words = [
    '--project',
    'case',
    'stray',
    '--sample',
    'stray',
    '--user-data-dir',
    'd',
    'stray',
  ];
  expect(readCommandLine(words, '/')).toEqual({
    project: '/case',
    imports: [],
    sample: true,
    userData: '/d',
  });
});
