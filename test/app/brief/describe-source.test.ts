import { expect, test } from 'vitest';
import { describeSource } from '../../../app/brief/describe-source.ts';

const source = {
  outlet: 'The Harbour Times',
  byline: 'By Tomas Reyl',
  title: 'Cost of tunnel rises',
  published: '2024-05-12',
  language: 'en',
  guesses: [],
  earlierRevision: null,
} as const;

test.each([
  [{}, 'The Harbour Times, Tomas Reyl, “Cost of tunnel rises”, 12 May 2024'],
  [
    { byline: 'By Tomas Reyl and Anna Fenn' },
    'The Harbour Times, Tomas Reyl and Anna Fenn, “Cost of tunnel rises”, 12 May 2024',
  ],
  [{ byline: 'The Harbour Times' }, 'The Harbour Times, “Cost of tunnel rises”, 12 May 2024'],
  [{ outlet: null }, 'Tomas Reyl, “Cost of tunnel rises”, 12 May 2024'],
  [{ outlet: '', byline: '', published: null }, '“Cost of tunnel rises”'],
  [{ published: '2024-05' }, 'The Harbour Times, Tomas Reyl, “Cost of tunnel rises”, May 2024'],
  [{ published: '2024' }, 'The Harbour Times, Tomas Reyl, “Cost of tunnel rises”, 2024'],
  [
    { published: '2024-05-12T09:14Z' },
    'The Harbour Times, Tomas Reyl, “Cost of tunnel rises”, 12 May 2024, 09:14',
  ],
  [
    { guesses: ['title', 'outlet', 'byline', 'published'], earlierRevision: 1 },
    'The Harbour Times (guessed), Tomas Reyl (guessed), “Cost of tunnel rises” (guessed), 12 May 2024 (guessed), revision 1, changed by its source since',
  ],
] as const)('C4 %j', (other, line) => {
  expect(describeSource({ ...source, ...other })).toBe(line);
});
