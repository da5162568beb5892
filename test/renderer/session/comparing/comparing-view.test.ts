import { expect, test } from 'vitest';
import { readComparingView } from '../../../../renderer/session/comparing/comparing-view.ts';

test('W11: how articles are compared is read from the project, whatever stands there', () => {
  const usual = { kinds: 'all', leastWords: 6, locked: true };
  const initial = readComparingView(undefined);
  expect(initial).toMatchObject({ kinds: usual.kinds, locked: usual.locked });
  expect(readComparingView({ kinds: 'links', leastWords: 12, locked: false })).toEqual({
    kinds: 'links',
    leastWords: 12,
    locked: false,
  });
  for (const strange of [null, 'links', [], { kinds: 'more', leastWords: 7, locked: 'no' }]) {
    expect(readComparingView(strange)).toEqual(initial);
  }
});
