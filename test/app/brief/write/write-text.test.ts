import { expect, test } from 'vitest';
import { checkCharacters } from '../../../../app/brief/write/check-characters.ts';
import { wrapped } from '../../../../app/brief/write/wrap-text.ts';
import { writeText } from '../../../../app/brief/write/write-text.ts';
import { everyKindOfBlock, printedBrief, says } from '../../../support/printed-brief.ts';

test('plain text has its notes in brackets and at the end, quotations set in', () => {
  const text = writeText(everyKindOfBlock(), { appendix: true, wrap: null });
  expect(text).toContain('They say “4.2 billion crowns” & <more>.[1]');
  expect(text).toContain('    crowns.\n    Nobody paid.\n    — Outlet 1, “Title 1”[2]');
  expect(text).toContain(
    '\nNotes\n-----\n\n[1] Outlet 1, “Title 1”, 12 May 2024, https://example.org/1',
  );
  expect(text).toContain('    The cost has risen to >>4.2 billion crowns<< What came after.');
  expect(text).toContain(
    'Claim | Outlet 1 | Outlet 2\n---------------------------\nIt costs | asserts | \n | a | b',
  );
});

test('wrapped lines are no longer than 72 characters unless one word is', () => {
  const long = `${'word '.repeat(60)}${'x'.repeat(90)} end`;
  const text = writeText(printedBrief([says(long)]), { appendix: true, wrap: 72 });
  const over = text.split('\n').filter((line) => [...line].length > 72);
  expect(over).toEqual(['x'.repeat(90)]);
  expect(text.replace(/\s+/g, ' ')).toContain(long.replace(/\s+/g, ' '));
});

test('a no-break space holds, and spaces at the beginning stay', () => {
  expect(wrapped(`${'a'.repeat(15)} 12\u00a0000\u00a0000`, 20)).toBe(
    `${'a'.repeat(15)}\n12\u00a0000\u00a0000`,
  );
  expect(wrapped(' | a', 72)).toBe(' | a');
});

test('C2 a character that documents can not hold is named with its place, not dropped', () => {
  const brief = printedBrief([
    says('fine\tand\nfine'),
    says('before\u0000after'),
    says('lone \ud800 half'),
  ]);
  const problems = checkCharacters({ ...brief, title: 'A\u000cB' });
  expect(problems.map(({ label, quote }) => [label, quote])).toEqual([
    ['Title', 'A\ufffdB'],
    ['Block 2', 'before\ufffdafter'],
    ['Block 3', 'lone \ufffd half'],
  ]);
  expect(problems[1]?.reason).toContain('U+0000');
  expect(checkCharacters(everyKindOfBlock())).toEqual([]);
});
