import { describe, expect, test } from 'vitest';
import { quotationMarks } from '../../../app/brief/quotation-marks.ts';

describe('marks around a quotation', () => {
  test.each([
    '“We have promised this twice.”',
    '„Ein Datum ist eine Schuld.“',
    '« une traversée honnête »',
    '"plain"',
    '「日付は借りだ」',
  ])('C6: %s has its own', (quote) => {
    expect(quotationMarks(quote)).toEqual(['', '']);
  });

  test.each([
    'a hope, not a contract',
    '',
    '‘single ones are often nested’',
    'the « porte » of it',
  ])('C6: %s gets them', (quote) => {
    expect(quotationMarks(quote)).toEqual(['“', '”']);
  });

  test.each([
    '“twice,” she said, “and not a third time”',
    '“begins but does not end',
    'ends but does not begin”',
    'called it "a debt"',
    '“',
  ])('C6: %s gets single ones, so that no pair stands within its like', (quote) => {
    expect(quotationMarks(quote)).toEqual(['‘', '’']);
  });
});
