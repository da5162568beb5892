import { isWeekday, monthNumber } from '../article/month-names.ts';

/** Longer cells are words to every spreadsheet. */
const longestValue = 40;

const formula = /^[=+\-@\t\r\n]/;
const truth = /^\s*(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|verdadeiro|vero)\s*$/i;
/** What a number says is what it is written as: no zeros that would go, no more digits than a spreadsheet keeps. */
const plainNumber = /^(?=(?:\D?\d){1,15}$)(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
/** Days and moments as ISO 8601 has them are the same day and moment in every country's spreadsheet. */
const isoTime = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
/** Digits with what stands in times, dates, fractions, shares, sums of money and large numbers. */
const valueSigns = /^[\p{Nd}\s.,:/\-+()'’%$€£¥]*$/u;
/** Halves of the day, the power of ten in `1e5`, and words that may be a month's name. */
const word = /(?<!\p{L})[ap]\.?m\.?(?!\p{L})|(?<=\d)e(?=[+-]?\d)|\p{L}+/giu;

/**
 * A cell of a table in text form, so that a spreadsheet shows what it says: with an apostrophe in front where one would take
 * it for a formula (OWASP, "CSV Injection") or make another thing of it, as of `1:6` (a time), `1/2` (a day), `007` (7), `1.50`,
 * `5%`, `May 5`, `TRUE`. Plain numbers stay numbers, days and moments of ISO 8601 stay those. A cell that has apostrophes
 * there already gets another, so that who reads the table again knows which one to take away.
 */
export function guardedCell(text: string): string {
  return isTaken(text.replace(/^'+/, '')) ? `'${text}` : text;
}

/** The cell that `guardedCell` was given. */
export function unguardedCell(text: string): string {
  return text.startsWith("'") && isTaken(text.replace(/^'+/, '')) ? text.slice(1) : text;
}

/** Whether some spreadsheet, of whatever country, takes a cell for something else than what it says. */
function isTaken(text: string): boolean {
  if (formula.test(text)) return true;
  if (text.length > longestValue) return false;
  if (!/\p{Nd}/u.test(text)) return truth.test(text);
  if (plainNumber.test(text) || isoTime.test(text)) return false;
  return valueSigns.test(text.replace(word, (found) => (isOfValue(found) ? '' : found)));
}

function isOfValue(found: string): boolean {
  const isSign = /^(?:e|[ap]\.?m\.?)$/i.test(found);
  return isSign || monthNumber(found) !== null || isWeekday(found);
}
