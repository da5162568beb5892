import { describe, expect, test } from 'vitest';
import { isSameHeadline } from '../../../app/article/same-headline.ts';

describe('isSameHeadline', () => {
  test.each([
    ['Ferry Aground off Hesk', 'The Ferry Is Aground off Hesk'],
    ['Ferry aground', 'Ferry aground off Hesk'],
    ['“Ferry” aground!', 'ferry AGROUND'],
    ['Twelve hurt in ferry accident off Hesk', 'Twelve are hurt after ferry runs aground off Hesk'],
    ['赫斯克渡轮搁浅', '赫斯克一渡轮搁浅'],
  ])('T12 “%s” is “%s”', (one, other) => {
    expect(isSameHeadline(one, other)).toBe(true);
    expect(isSameHeadline(other, one)).toBe(true);
  });

  test.each([
    ['Ferry aground off Hesk', 'Mayor opens a library in Kessy'],
    ['Make your harbour your own', 'Harbours: customise and make it your own'],
    ['Off Hesk, a ferry', 'Ferry aground off Hesk'],
    [
      'What we know of the ferry of Hesk so far: its hull',
      'What we know of the ferry of Hesk so far: eleven passengers remain badly hurt',
    ],
    ['Sea', 'Ferry aground in heavy sea'],
    ['???', '???'],
    ['', ''],
  ])('T12 “%s” is not “%s”', (one, other) => {
    expect(isSameHeadline(one, other)).toBe(false);
    expect(isSameHeadline(other, one)).toBe(false);
  });
});
