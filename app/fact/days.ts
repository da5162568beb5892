/** A day as the count of days since 1970-01-01, proleptic Gregorian. */
export type DayNumber = number;

/** First and last day of a span, both counted. */
export interface DaySpan {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

const dayLength = 86_400_000;

/** The number of a day, `month` from 1; a day or month beyond its end goes over to the next. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, day) / dayLength);
}

/** Whether a calendar has this day. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

/** `2024-02-08`. */
export function writeDay(day: DayNumber): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}

/** 0 Sunday to 6 Saturday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Year, month from 1, day. */
export function partsOf(day: DayNumber): {
  readonly year: number;
  readonly month: number;
  readonly day: number;
} {
  const date = new Date(day * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** A month of a year; months beyond 1 to 12 are those of years beside. */
export function monthSpan(year: number, month: number): DaySpan {
  return { first: dayNumber(year, month, 1), last: dayNumber(year, month + 1, 1) - 1 };
}

/** A year or several. */
export function yearSpan(year: number, years = 1): DaySpan {
  return { first: dayNumber(year, 1, 1), last: dayNumber(year + years, 1, 1) - 1 };
}

/** The week of a day, from Monday to Sunday. */
export function weekSpan(day: DayNumber): DaySpan {
  const first = day - ((weekdayOf(day) + 6) % 7);
  return { first, last: first + 6 };
}

/** What of the day of publication is known. */
export interface Publication {
  readonly year: number;
  readonly month: number | null;
  readonly day: DayNumber | null;
}

/** Of a date in the form of `ArticleMetadata.published`, by its own clock; `null` if there is none. */
export function publicationOf(published: string | null): Publication | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u.exec(published ?? '');
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  return {
    year,
    month: month === 0 ? null : month,
    day: day === 0 || !isDay(year, month, day) ? null : dayNumber(year, month, day),
  };
}
