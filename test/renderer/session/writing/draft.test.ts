import { expect, test } from 'vitest';
import { Draft } from '../../../../renderer/session/writing/draft.ts';

test('N5 words that could not be saved stay pending until they are', () => {
  let refuses = true;
  let saved = 0;
  const draft = new Draft(
    () => {
      if (refuses) throw new RangeError('Too long.');
      saved += 1;
    },
    () => undefined,
  );
  draft.touch();
  expect(() => draft.flush()).toThrow('Too long.');
  expect(draft.pending).toBe(true);
  refuses = false;
  draft.flush();
  expect(saved).toBe(1);
  expect(draft.pending).toBe(false);
});
