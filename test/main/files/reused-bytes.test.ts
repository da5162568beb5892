import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReusedBytes } from '../../../main/services/files/reused-bytes.ts';

test('a text is encoded as UTF-8 whatever stood in the memory before', () => {
  const reused = new ReusedBytes();
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.integer({ min: 1, max: 600_000 }).map((length) => 'aü語🦊'.repeat(length / 5)),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(reused.encode(one).equals(Buffer.from(one, 'utf8'))).toBe(true);
    }),
    { seed: 7, numRuns: 60 },
  );
});

test('there are as many bytes as were asked for, also after the memory was given away', () => {
  const reused = new ReusedBytes();
  for (const length of [0, 10, 100_000, 5_000_000, 10]) {
    expect(reused.take(length).length).toBe(length);
  }
  const { buffer } = reused.take(10);
  structuredClone(buffer, { transfer: [buffer as ArrayBuffer] });
  expect(reused.take(20).fill(1).length).toBe(20);
});
