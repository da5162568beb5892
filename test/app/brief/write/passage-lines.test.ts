import { expect, test } from 'vitest';
import { countLine } from '../../../../app/brief/write/passage-lines.ts';
import { passageOf } from '../../../support/printed-brief.ts';

test('C12 an article that is cited as a whole is not counted among the passages', () => {
  const [one, other, far] = [passageOf('1:1', 'a'), passageOf('1:2', 'b'), passageOf('2:1', 'c')];
  const whole = (label: string) => passageOf(label, '', { annotationId: null });
  expect(countLine([])).toBe('');
  expect(countLine([one])).toBe('1 passage from 1 article');
  expect(countLine([one, other, far])).toBe('3 passages from 2 articles');
  expect(countLine([one, whole('1'), far, whole('3')])).toBe(
    '2 passages from 2 articles, 2 articles as a whole',
  );
  expect(countLine([whole('3')])).toBe('1 article as a whole');
});
