import { expect, test } from 'vitest';
import { commandOf } from '../../../main/electron/command-of.ts';

test.each([
  [
    ['export', '/p', 'claims'],
    ['export', '/p', 'claims'],
  ],
  [
    ['--no-sandbox', 'verify', '/p'],
    ['verify', '/p'],
  ],
  [
    ['verify', '/p', '--json'],
    ['verify', '/p', '--json'],
  ],
  [['--help'], ['--help']],
  [[], null],
  [['--project', '/p', '--import', 'a.txt'], null],
  // A project or a file may be called like a command.
  [['--project', 'export'], null],
  [['--import', 'search'], null],
  [['/some/project'], null],
])('J30 of %j the command line takes %j', (words, command) => {
  expect(commandOf(words)).toEqual(command);
});
