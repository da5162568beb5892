/** A number with the smallest step that its notation tells apart. */
export interface ReadNumber {
  readonly value: number;
  readonly step: number;
}

/** Languages that write 2,5 and 1.200. */
const commaLanguages = new Set(
  'de fr es it pt nl ru uk pl cs sk sl hr sr bg ro hu tr da sv nb no nn fi el id vi ca gl eu et lv lt is'.split(
    ' ',
  ),
);

/**
 * The value of a number in digits as its language writes it (rule B1); `null` where the signs make no number ("1.2.3"). A
 * single sign before three digits parts thousands where it is the language's sign for that, and decimals otherwise.
 */
export function readDigits(written: string, language: string): ReadNumber | null {
  const text = written.replace(/[\s\u00a0\u202f\u2009'’]/gu, '');
  const signs = text.replace(/\d/gu, '');
  if (signs === '') return whole(text);
  const decimal = decimalSign(text, signs, language);
  const at = decimal === '' ? text.length : text.lastIndexOf(decimal);
  const thousands = signs.replaceAll(decimal === '' ? '\0' : decimal, '');
  if (
    new Set(thousands).size > 1 ||
    (decimal !== '' && signs.lastIndexOf(decimal) !== signs.indexOf(decimal))
  )
    return null;
  const head = text.slice(0, at);
  if (thousands !== '' && !isGrouped(head, thousands.charAt(0))) return null;
  if (decimal === '') return whole(head.replaceAll(thousands.charAt(0), ''));
  const tail = text.slice(at + 1);
  const value = Number(`${head.replace(/\D/gu, '')}.${tail}`);
  return { value, step: 10 ** -tail.length };
}

function decimalSign(text: string, signs: string, language: string): string {
  const last = signs.at(-1) ?? '';
  if (new Set(signs).size > 1) return last;
  if (signs.length > 1) return '';
  const at = text.indexOf(last);
  const isGroup = text.length - at - 1 === 3 && at <= 3 && !text.startsWith('0');
  const comma = commaLanguages.has(language);
  return isGroup && last === (comma ? '.' : ',') ? '' : last;
}

/** Groups of three, or as in India of two with a last one of three. */
function isGrouped(head: string, sign: string): boolean {
  const [first = '', ...groups] = head.split(sign);
  const last = groups.at(-1) ?? '';
  return (
    first.length > 0 &&
    first.length <= 3 &&
    last.length === 3 &&
    (groups.every(({ length }) => length === 3) ||
      groups.slice(0, -1).every(({ length }) => length === 2))
  );
}

/** Noughts at the end of a number from a thousand on may be rounding. */
function whole(digits: string): ReadNumber | null {
  if (digits.length > 18) return null;
  const noughts = /0*$/u.exec(digits)?.[0].length ?? 0;
  return {
    value: Number(digits),
    step: noughts >= 3 && noughts < digits.length ? 10 ** noughts : 1,
  };
}
