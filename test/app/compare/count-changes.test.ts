import { expect, test } from 'vitest';
import { countChanges } from '../../../app/compare/count-changes.ts';
import { passageChanges } from '../../../app/compare/passage-changes.ts';

test('W3 W4 W5 words are counted as what they are, slight differences by place', () => {
  const pieces = passageChanges(
    'On Thursday the Minister said the ferry would cost eight million crowns.',
    'The minister said “the new ferry” would cost nine million crowns on Thursday.',
  );
  expect(countChanges(pieces)).toEqual({
    same: 9,
    cut: 0,
    inserted: 1,
    replaced: 1,
    by: 1,
    moved: 2,
    slight: 4,
  });
});
