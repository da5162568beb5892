/** Marks that open a quotation, each with what may close it, in the usages of European languages and of CJK. */
const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '"': '"',
  '「': '」',
  '『': '』',
};

/**
 * The marks to print around a quotation in running text: none when its own words begin and end with a pair of them
 * and hold none of that pair in between; single ones around words that hold double ones, so that no pair stands within its
 * like (rule C6). The words themselves are never touched.
 */
export function quotationMarks(quote: string): readonly [open: string, close: string] {
  const first = quote.charAt(0);
  const last = quote.charAt(quote.length - 1);
  const closing = pairs[first];
  const inner = quote.slice(1, -1);
  const own = quote.length > 2 && closing?.includes(last) === true;
  if (own && !inner.includes(first) && !inner.includes(last)) return ['', ''];
  return /[“”„"]/u.test(quote) ? ['‘', '’'] : ['“', '”'];
}
