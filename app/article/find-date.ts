import { isWeekday, monthNumber } from './month-names.ts';
import { normalisePublished } from './published-date.ts';
import { zoneOffset } from './zone-offset.ts';

/** A date found in a line of text. */
export interface FoundDate {
  /** In the form of `ArticleMetadata.published`; without its year, `--02-08`, where none stands there. */
  readonly date: string;
  /** Of the day, its time not counted: where it stands in the line, half-open. */
  readonly start: number;
  readonly end: number;
  /** Whether the line holds little else but the date, a time, a zone and a day of the week. */
  readonly isAlone: boolean;
  /** Whether it holds nothing else at all. */
  readonly isWhole: boolean;
}

const word = '(?<month>[\\p{L}]{3,12})\\.?';
const day = '(?<day>\\d{1,2})';
const year = '(?<year>(?:19|20)\\d\\d)';

// Each order of parts that means one day. With dots the day comes first wherever dates are written so; with slashes it
// may be either way round, so only a number over 12 settles it.
const forms: readonly RegExp[] = [
  new RegExp(`(?<!\\d)${year}[-/.](?<number>\\d{1,2})[-/.]${day}(?!\\d)`, 'u'),
  new RegExp(
    `(?<!\\d)${year}\\s?[年년]\\s?(?<number>\\d{1,2})\\s?[月월]\\s?${day}\\s?[日일号]`,
    'u',
  ),
  new RegExp(
    `(?<![\\d.])${day}(?:st|nd|rd|th|er|º|\\.)?(?:\\s+(?:of|de|del))?[\\s-]+${word}(?:\\s+(?:de|del))?,?[\\s-]+${year}(?!\\d)`,
    'iu',
  ),
  new RegExp(`(?<!\\p{L})${word}\\s+${day}(?:st|nd|rd|th)?,?\\s+${year}(?!\\d)`, 'iu'),
  new RegExp(`(?<![\\d.])${day}\\.(?<number>\\d{1,2})\\.${year}(?!\\d)`, 'u'),
  new RegExp(`(?<![\\d/])(?<first>\\d{1,2})/(?<second>\\d{1,2})/${year}(?![\\d/])`, 'u'),
];

const yearless: readonly RegExp[] = [
  new RegExp(`(?<![\\d.])${day}(?:st|nd|rd|th|\\.)?(?:\\s+(?:of|de))?\\s+${word}(?!\\p{L})`, 'iu'),
  new RegExp(`(?<!\\p{L})${word}\\s+${day}(?:st|nd|rd|th)?(?![\\d:])`, 'iu'),
  new RegExp(`(?<!\\d)(?<number>\\d{1,2})\\s?月\\s?${day}\\s?日`, 'u'),
];

const time =
  /(?<![\d:.])(?<hour>\d{1,2})(?:[:.](?<minute>\d\d)|h(?<minute2>\d\d)|[时時](?<minute3>\d\d)?分?|(?=\s*[ap]\.?\s?m\b))(?::(?<second>\d\d))?(?:\s*(?<half>[ap])\.?\s?m\b\.?)?(?:\s*(?:Uhr|hrs?|h|uur|ч)\b)?(?:\s*\(?(?<zone>(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d|\p{L}{1,5}(?!\p{L})))?/iu;

const longestLine = 400;

/**
 * The first date with a year in a line of running text or above it, in common languages, with the time and zone that
 * stand before or behind it; `null` if there is none that means one day only. The time of a zone that is known by
 * letters only and means several offsets is kept without a zone.
 */
export function findDate(text: string): FoundDate | null {
  return find(text.slice(0, longestLine), forms);
}

/** The first day and month without a year; `date` is `--02-08`. */
export function findDayOfYear(text: string): FoundDate | null {
  return find(text.slice(0, longestLine), yearless);
}

function find(line: string, patterns: readonly RegExp[]): FoundDate | null {
  let best: FoundDate | null = null;
  for (const pattern of patterns) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const start = match.index;
    if (best !== null && best.start <= start) continue;
    const written = writtenDay(match.groups ?? {});
    if (written === null) continue;
    const end = start + match[0].length;
    const before = line.slice(0, start);
    const after = line.slice(end);
    const clock = written.startsWith('--') ? null : (timeAfter(after) ?? timeBefore(before));
    const date = clock === null ? written : withTime(written, clock);
    const rest = `${before} ${after}`.replace(time, ' ');
    best = { date, start, end, isAlone: isDateRest(rest), isWhole: isNothing(rest) };
  }
  return best;
}

function writtenDay(parts: Readonly<Record<string, string | undefined>>): string | null {
  const { year: writtenYear, first, second } = parts;
  let month = parts.month === undefined ? Number(parts.number) : monthNumber(parts.month);
  let dayOfMonth = Number(parts.day);
  if (first !== undefined && second !== undefined) {
    const [one, other] = [Number(first), Number(second)];
    if (one <= 12 && other <= 12 && one !== other) return null;
    [dayOfMonth, month] = one > 12 ? [one, other] : [other, one];
  }
  if (month === null || Number.isNaN(month)) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  // 2024 has every day of the calendar.
  const date = `${writtenYear ?? '2024'}-${two(month)}-${two(dayOfMonth)}`;
  if (normalisePublished(date) === null) return null;
  return writtenYear === undefined ? `-${date.slice(4)}` : date;
}

type TimeParts = Readonly<Record<string, string | undefined>>;

/** A time that follows within a few signs: `, 15:30`, ` at 3 p.m.`, `T15:30`. */
function timeAfter(after: string): TimeParts | null {
  const match = time.exec(after.slice(0, 60));
  if (match === null) return null;
  const between = after.slice(0, match.index);
  return /^[\s,|•·–—-]*(?:T|at|um|à|a las|às|alle|om|в|klo)?[\s,|]*$/iu.test(between)
    ? (match.groups ?? null)
    : null;
}

/** A time that stands before, with at most a day of the week between: `3:00 PM EST, Thu `. */
function timeBefore(before: string): TimeParts | null {
  const tail = before.slice(-60);
  const match = time.exec(tail);
  if (match === null) return null;
  const between = tail.slice(match.index + match[0].length);
  return /^[\s,|•·)–—-]*(?:\p{L}{2,10}\.?,?\s*)?$/u.test(between) ? (match.groups ?? null) : null;
}

function withTime(date: string, parts: TimeParts): string {
  const { half, second, zone } = parts;
  let hour = Number(parts.hour);
  const minute = parts.minute ?? parts.minute2 ?? parts.minute3 ?? '00';
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return date;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const clock = `${String(hour).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`;
  const offset = zone === undefined ? '' : (zoneOffset(zone, Number(date.slice(5, 7))) ?? '');
  return normalisePublished(`${date}T${clock}${offset}`) ?? date;
}

/** Whether a line without its date and time holds at most a few short words, such as a day and a label. */
function isDateRest(rest: string): boolean {
  return rest.replace(/[^\p{L}\p{N}]+/gu, '').length <= 16;
}

const beforeClock = /^(?:t|at|um|à|alle|om|в|klo|las|às|a)$/iu;

/** Whether a line without its date and time holds no word but the day of the week and what leads to a time. */
function isNothing(rest: string): boolean {
  const words = rest.split(/[^\p{L}\p{N}-]+/u).filter((one) => /[\p{L}\p{N}]/u.test(one));
  return words.every((one) => isWeekday(one) || beforeClock.test(one));
}
