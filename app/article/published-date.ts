/** The parts of a date as it is stated: what is absent is not known. Never shifted from one zone to another. */
interface StatedDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
  /** Absent with `minute`: a time has both. */
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  /** `Z` or `+01:00`; absent: a wall clock's time whose zone is not stated. */
  readonly zone?: string;
}

const pattern =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * A date in the form that `ArticleMetadata.published` promises, or `null` if `text` is none: a day that is in no
 * calendar, an hour that is on no clock, a year before 1000 (which programs write for "not set"). Fractions of a second
 * are dropped, a zone of `-00:00` ("not known", RFC 3339) becomes UTC; all else stays as written.
 */
export function normalisePublished(text: string): string | null {
  const date = parse(text);
  return date === null ? null : write(date);
}

/**
 * Orders dates for a list: by the moment they start at, where a date without a zone is taken as UTC; the less precise
 * of two that start together comes first, and an unknown date (`null`, or no date at all) last. A total order.
 */
export function comparePublished(one: string | null, other: string | null): number {
  const first = publishedMoment(one);
  const second = publishedMoment(other);
  if (first !== second) return first < second ? -1 : 1;
  const [text = '', otherText = ''] = [one, other].map((value) => value ?? '');
  if (text.length !== otherText.length) return text.length - otherText.length;
  return text < otherText ? -1 : text > otherText ? 1 : 0;
}

/**
 * A date for people, of the precision that is known: "12 May 2031, 09:14", "May 2031", "2031". The time is the wall
 * clock's of the stated zone, wherever the reader is. `null` gives `null`; a text that is no date is given back as it
 * is written.
 */
export function formatPublished(published: string | null, locale: string): string | null {
  const date = published === null ? null : parse(published);
  if (date === null) return published;
  const { year, month, day, hour, minute } = date;
  const wallClock = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0));
  const print = (options: Intl.DateTimeFormatOptions) =>
    formatterFor(locale, options).format(wallClock);
  const printedDay = print({
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  });
  // Printed apart and joined here: how a locale joins them ("at", ",") differs between versions of its data.
  return hour === undefined
    ? printedDay
    : `${printedDay}, ${print({ hour: '2-digit', minute: '2-digit' })}`;
}

/**
 * In which zone a date's time is told: "UTC", "UTC+1", "UTC-3:30", "zone not stated"; `null` where no time is known, or
 * the text is no date.
 */
export function zoneWords(published: string | null): string | null {
  const date = published === null ? null : parse(published);
  if (date === null || date.hour === undefined) return null;
  if (date.zone === undefined) return 'zone not stated';
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(date.zone) ?? [];
  if (sign === undefined || (hours === '00' && minutes === '00')) return 'UTC';
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using it, and lists of articles print thousands of dates. */
function formatterFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join(' ')}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    const settings = { ...options, timeZone: 'UTC', calendar: 'gregory' } as const;
    formatter = new Intl.DateTimeFormat(locale, settings);
    formatters.set(key, formatter);
  }
  return formatter;
}

function parse(text: string): StatedDate | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [year = 0, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const zone = match[7];
  if (year < 1000) return null;
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > daysIn(year, month ?? 1))) return null;
  if (hour !== undefined && hour > 23) return null;
  if (minute !== undefined && minute > 59) return null;
  if (second !== undefined && second > 59) return null;
  if (zone !== undefined && !isZone(zone)) return null;
  return {
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(hour === undefined || minute === undefined ? {} : { hour, minute }),
    ...(second === undefined ? {} : { second }),
    ...(zone === undefined ? {} : { zone: zone === '-00:00' ? 'Z' : zone }),
  };
}

function write({ year, month, day, hour, minute, second, zone }: StatedDate): string {
  const two = (value: number) => String(value).padStart(2, '0');
  let text = String(year);
  if (month !== undefined) text += `-${two(month)}`;
  if (day !== undefined) text += `-${two(day)}`;
  if (hour !== undefined && minute !== undefined) text += `T${two(hour)}:${two(minute)}`;
  if (second !== undefined) text += `:${two(second)}`;
  return text + (zone ?? '');
}

/**
 * The moment that a date starts at, as milliseconds since 1970 in UTC; a date without a zone is taken as UTC. Infinite
 * for what is unknown. For sorting many dates: `comparePublished` reads both of them each time.
 */
export function publishedMoment(published: string | null): number {
  const date = published === null ? null : parse(published);
  if (date === null) return Number.POSITIVE_INFINITY;
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0, zone = 'Z' } = date;
  const wallClock = Date.UTC(year, month - 1, day, hour, minute, second);
  return wallClock - zoneMinutes(zone) * 60_000;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isZone(zone: string): boolean {
  return Math.abs(zoneMinutes(zone)) <= 18 * 60 && Number(zone.slice(4) || 0) < 60;
}

function zoneMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith('-') ? -minutes : minutes;
}
