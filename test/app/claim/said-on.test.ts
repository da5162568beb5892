import { describe, expect, test } from 'vitest';
import { readSaidOn, writeSaidOn } from '../../../app/claim/said-on.ts';

const read = (text: string): unknown => {
  const result = readSaidOn(text);
  return result.ok ? [result.value.saidOn, result.value.saidUntil] : result.error.code;
};

describe('when a claim was made', () => {
  test.each([
    ['', [null, null]],
    ['2024-02-08', ['2024-02-08', null]],
    ['8 February 2024', ['2024-02-08', null]],
    ['2024-02', ['2024-02', null]],
    ['2024-02-08 to 2024-02-09', ['2024-02-08', '2024-02-09']],
    ['2024-02-08 – 2024-02-09', ['2024-02-08', '2024-02-09']],
    ['2024-02-08–2024-02-09', ['2024-02-08', '2024-02-09']],
    ['2024-02-08 - 2024-02-09', ['2024-02-08', '2024-02-09']],
    ['2024-02-08/2024-02-09', ['2024-02-08', '2024-02-09']],
    ['8 February 2024 until 3 March 2024', ['2024-02-08', '2024-03-03']],
    ['2023 to 2024', ['2023', '2024']],
    ['2024 to 2024-02-08', ['2024', '2024-02-08']],
    ['2024-02-08 to 2024', ['2024-02-08', '2024']],
    ['2024-02-08 to 2024-02-08', ['2024-02-08', null]],
    [
      '2024-02-08T23:30+05:00 to 2024-02-08T19:00Z',
      ['2024-02-08T23:30+05:00', '2024-02-08T19:00Z'],
    ],
    ['2024-02-09 to 2024-02-08', 'order'],
    ['2024-02-08T23:30Z to 2024-02-08T23:00Z', 'order'],
    ['2024-03 to 2024-02-08', 'order'],
    ['soon', 'no-date'],
    ['2024-02-08 to soon', 'no-date'],
    ['to 2024-02-08', 'no-date'],
    ['02/03/2024 to 2024-03-05', 'no-date'],
  ])('Q2: “%s”', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('Q2: what is written is read again', () => {
    const said = { saidOn: '2024-02-08', saidUntil: '2024-02' };
    expect(read(writeSaidOn(said))).toEqual(['2024-02-08', '2024-02']);
    expect(writeSaidOn({ saidOn: '2024', saidUntil: null })).toBe('2024');
    expect(writeSaidOn({ saidOn: null })).toBe('');
  });
});
