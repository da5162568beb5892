import { findDate } from './find-date.ts';
import { normalisePublished } from './published-date.ts';

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?';
const month = '(?<month>[a-z]{3,9})\\.?';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';
const year = '(?<year>\\d{4})';
const tail = '(?:(?:t|,?\\s+)(?<tail>\\S.*))?$';

// Orders of parts that standards and English have; other languages' are `findDate`'s.
const forms = [
  new RegExp(`^${year}-(?<number>\\d\\d)-(?<day>\\d\\d)${tail}`, 'i'),
  new RegExp(`^${year}/(?<number>\\d{1,2})/(?<day>\\d{1,2})${tail}`, 'i'),
  new RegExp(`^${year}(?<number>\\d\\d)(?<day>\\d\\d)${tail}`, 'i'),
  new RegExp(`^${year}-(?<number>\\d\\d)$`, 'i'),
  new RegExp(`^${year}$`),
  new RegExp(`^${weekday}${day}(?:\\s+|-)${month}(?:\\s+|-)${year}${tail}`, 'i'),
  new RegExp(`^${weekday}${month}\\s+${day},?\\s+${year}${tail}`, 'i'),
  new RegExp(`^${month},?\\s+${year}$`, 'i'),
];

// What may follow a day: a time of 24 hours with or without a zone, `05:36:09 GMT+0100 (BST)`.
const clock =
  /^(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?\s*(?<zone>z|(?:utc|gmt)?\s?[+-]\d\d:?(?:\d\d)?|utc|gmt)?(?:\s*\([^()]*\))?$/i;

// `T092100+0100`, the time of ISO 8601's short form.
const shortClock = /^(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?<zone>z|[+-]\d\d:?(?:\d\d)?)?$/i;

/**
 * A date as web pages, tables and front matter write it, in the form of `ArticleMetadata.published`: ISO 8601 with its
 * usual mistakes, mail dates, dates in common languages with the month in letters, in numbers where these can mean one
 * day only: with dots the day comes first, with slashes a number over 12 settles it. `null` for all that could mean two
 * days or that is no date: nothing is guessed.
 */
export function readPublished(stated: string): string | null {
  const text = stated.trim().replace(/\s+/g, ' ');
  if (text.length > 100) return null;
  for (const form of forms) {
    const parts = form.exec(text)?.groups;
    if (parts === undefined) continue;
    const date = readDay(parts);
    if (date === null) continue;
    if (parts.tail === undefined) return date;
    const moment = readTime(date, parts.tail);
    if (moment !== null) return moment;
  }
  const found = findDate(text);
  return found?.isWhole === true ? found.date : null;
}

function readDay(parts: Readonly<Record<string, string | undefined>>): string | null {
  const number = parts.month === undefined ? parts.number : monthNumber(parts.month);
  if (parts.month !== undefined && number === undefined) return null;
  const written = [parts.year, number?.padStart(2, '0'), parts.day?.padStart(2, '0')];
  return normalisePublished(written.filter((part) => part !== undefined).join('-'));
}

function readTime(date: string, tail: string): string | null {
  const time = (clock.exec(tail) ?? shortClock.exec(tail))?.groups;
  if (time === undefined) return null;
  const { hour = '', minute = '', second, zone } = time;
  const seconds = second === undefined ? '' : `:${second}`;
  return normalisePublished(
    `${date}T${hour.padStart(2, '0')}:${minute}${seconds}${readZone(zone ?? '')}`,
  );
}

function readZone(zone: string): string {
  const offset = zone.replace(/^(?:utc|gmt)\s?/i, '');
  if (zone === '') return '';
  if (offset === '' || /^z$/i.test(offset)) return 'Z';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** `may`, `sep`, `sept`: the start of one month's name, at least three letters. */
function monthNumber(name: string): string | undefined {
  const index = months.findIndex((known) => known.startsWith(name.toLowerCase()));
  return index === -1 && name.toLowerCase() === 'sept'
    ? '9'
    : index === -1
      ? undefined
      : String(index + 1);
}
