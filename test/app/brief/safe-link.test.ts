import { expect, test } from 'vitest';
import { safeLink } from '../../../app/brief/safe-link.ts';

test.each(['https://example.org/a?b#c', 'HTTP://example.org', 'mailto:desk@example.org'])(
  '%s may be linked',
  (href) => {
    expect(safeLink(href)).toBe(href);
  },
);

test('Space around an address is cut off', () => {
  expect(safeLink(' https://example.org \n')).toBe('https://example.org');
});

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'https://example.org/\u0000',
  'data:text/html,x',
  'file:///etc/passwd',
  'vbscript:x',
  '//example.org',
  'example.org',
  'https:',
  'https:///etc',
  'mailto:',
  '',
  `https://example.org/${'a'.repeat(5_000)}`,
])('%j may not be linked', (href) => {
  expect(safeLink(href)).toBeNull();
});
