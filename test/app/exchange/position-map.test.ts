import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import { readPlainText } from '../../../app/article/plain-text.ts';
import { PositionMap } from '../../../app/exchange/import/position-map.ts';

test('J2: a place in another program’s text is the same, in whatever order places are asked for', () => {
  const words = fc.constantFrom(
    'ferry ',
    '  sank\r\n',
    '\r\n\r\n',
    '\t',
    '东京 ',
    '😀',
    '\u0001',
    'a',
    '.\n',
    '\u3000x',
  );
  const texts = fc.array(words, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.nat(), { maxLength: 20 }),
      (parts, times, asked) => {
        const from = parts.join('').repeat(times);
        const to = canonicalText(readPlainText(from).drafts).text;
        const map = new PositionMap(from, to);
        for (const number of asked) {
          const offset = number % (from.length + 1);
          expect(map.start(offset)).toBe(new PositionMap(from, to).start(offset));
          expect(map.end(offset)).toBe(new PositionMap(from, to).end(offset));
        }
      },
    ),
    { seed: 20310711, numRuns: 200 },
  );
});

test('J2: passages that lie over one another in a long text are found in little time for their number', () => {
  const from = 'The  ferry sank. '.repeat(60_000);
  const to = from.replace(/ +/g, ' ').trim();
  const map = new PositionMap(from, to);
  for (let index = 0; index < 100_000; index += 1) {
    // From the end and the beginning in turn: walking from the beginning each time would take minutes.
    const at = (index % 2 === 0 ? index : 60_000 - (index % 60_000)) % 60_000;
    const start = map.start(at * 17 + 5);
    expect(to.startsWith('ferry', start)).toBe(true);
  }
});
