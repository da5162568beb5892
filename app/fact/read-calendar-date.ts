import { monthOf, weekdayAt } from './date-words.ts';
import { isDay } from './days.ts';
import type { Token } from './tokens.ts';

/** A date with a month, as it is written: its year or its day may be missing. */
export interface CalendarDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** The last day of a range that begins with this date: "5–7 May", "March 30 to April 2". */
  readonly until: { readonly month: number; readonly day: number } | null;
  readonly next: number;
}

/** The date with a month at token `at`, in any usual form; a day of the week may stand before it. `null`: there is none. */
export function readCalendarDate(
  tokens: readonly Token[],
  at: number,
  language: string,
): CalendarDate | null {
  let begin = at;
  if (weekdayAt(tokens, at) !== null) {
    begin += 1;
    while (begin < at + 4 && /^(?:[.,]|the|den|dem|le)$/u.test(tokens[begin]?.lower ?? ''))
      begin += 1;
  }
  return (
    readNumeric(tokens, begin) ??
    readHan(tokens, begin) ??
    readDayFirst(tokens, begin, language) ??
    readMonthFirst(tokens, begin, language)
  );
}

function valid(
  year: number | null,
  month: number,
  day: number,
  next: number,
  until: CalendarDate['until'] = null,
): CalendarDate | null {
  // 2024 has every day of the calendar.
  return isDay(year ?? 2024, month, day) &&
    (until === null || isDay(year ?? 2024, until.month, until.day))
    ? { year, month, day, until, next }
    : null;
}

const yearPattern = /^(?:1\d|20)\d\d$/u;

function numberIn(token: Token | undefined, least: number, most: number): number | null {
  if (token === undefined || token.kind !== 'number' || !/^\d{1,2}$/u.test(token.text)) return null;
  const value = Number(token.text);
  return value >= least && value <= most ? value : null;
}

/** 2024-02-08, 2024/2/8, 08.02.2024, 8/2/2024 only where one number is over 12. */
function readNumeric(tokens: readonly Token[], at: number): CalendarDate | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/u.exec(token.text) ?? [];
  if (day !== undefined) return valid(Number(year), Number(month), Number(day), at + 1);
  const [, first, second, third] =
    /^((?:19|20)\d\d)\.(\d{1,2})\.(\d{1,2})$/u.exec(token.text) ?? [];
  if (first !== undefined) return valid(Number(first), Number(second), Number(third), at + 1);
  const [sign, middle, again, last] = [
    tokens[at + 1],
    tokens[at + 2],
    tokens[at + 3],
    tokens[at + 4],
  ];
  if (sign === undefined || !/^[-/‐‑]$/u.test(sign.text) || again?.text !== sign.text) return null;
  if (
    !sign.glued ||
    middle?.glued !== true ||
    !again.glued ||
    last?.glued !== true ||
    last.kind !== 'number'
  )
    return null;
  const [one, two, three] = [Number(token.text), Number(middle.text), Number(last.text)];
  if (yearPattern.test(token.text)) return valid(one, two, three, at + 5);
  if (!yearPattern.test(last.text) || token.text.length > 2) return null;
  if (one > 12) return valid(three, two, one, at + 5);
  return two > 12 || one === two ? valid(three, one, two, at + 5) : null;
}

/** 2024年2月8日, 2月8日. */
function readHan(tokens: readonly Token[], at: number): CalendarDate | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  const hasYear = /^[年년]$/u.test(tokens[at + 1]?.text ?? '') && yearPattern.test(token.text);
  const begin = hasYear ? at + 2 : at;
  const month = numberIn(tokens[begin], 1, 12);
  if (month === null || !/^[月월]$/u.test(tokens[begin + 1]?.text ?? '')) return null;
  const year = hasYear ? Number(token.text) : null;
  const day = numberIn(tokens[begin + 2], 1, 31);
  if (day !== null && /^[日号일]$/u.test(tokens[begin + 3]?.text ?? ''))
    return valid(year, month, day, begin + 4);
  return hasYear ? { year, month, day: null, until: null, next: begin + 2 } : null;
}

/** "8 February 2024", "8th of February", "8. Februar", "1er mars", "5–7 May", "5 to 9 May 2019". */
function readDayFirst(tokens: readonly Token[], at: number, language: string): CalendarDate | null {
  const first = dayAt(tokens, at, language);
  if (first === null) return null;
  let { next } = first;
  let last: number | null = null;
  if (isRange(tokens, next, at)) {
    const second = dayAt(tokens, next + 1, language);
    if (second !== null && second.day > first.day) {
      last = second.day;
      next = second.next;
    }
  }
  while (/^(?:of|de|-|del)$/u.test(tokens[next]?.lower ?? '') && next < first.next + 6) next += 1;
  const month = monthOf(tokens[next], language);
  if (month === null) return null;
  const end = behindMonth(tokens, next + 1);
  const { year, next: behind } = yearAt(tokens, end);
  if (last === null && isRange(tokens, behind, at)) {
    const second = readDayFirstPlain(tokens, behind + 1, language);
    if (second !== null)
      return valid(second.year ?? year, month, first.day, second.next, {
        month: second.month,
        day: second.day,
      });
  }
  return valid(year, month, first.day, behind, last === null ? null : { month, day: last });
}

function readDayFirstPlain(
  tokens: readonly Token[],
  at: number,
  language: string,
): {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly next: number;
} | null {
  const day = dayAt(tokens, at, language);
  if (day === null) return null;
  const month = monthOf(tokens[day.next], language);
  if (month === null) return null;
  const { year, next } = yearAt(tokens, behindMonth(tokens, day.next + 1));
  return { year, month, day: day.day, next };
}

/** A day of the month with its ending: 8, 8th, 8., 1er. */
function dayAt(
  tokens: readonly Token[],
  at: number,
  language: string,
): { readonly day: number; readonly next: number } | null {
  const day = numberIn(tokens[at], 1, 31);
  if (day === null) return null;
  const behind = tokens[at + 1];
  const ending = language === 'en' ? /^(?:st|nd|rd|th)$/u : /^(?:er|\.|º)$/u;
  if (behind?.glued === true && ending.test(behind.lower)) {
    return { day, next: at + 2 };
  }
  return { day, next: at + 1 };
}

/** A full stop behind a short form belongs to it, unless it ends the sentence. */
function behindMonth(tokens: readonly Token[], at: number): number {
  const after = tokens[at + 1];
  if (after === undefined || (after.kind === 'word' && /^\p{Lu}/u.test(after.text))) return at;
  const before = tokens[at - 1];
  return tokens[at]?.text === '.' &&
    tokens[at]?.glued === true &&
    (before?.text.length ?? 9) < 5 &&
    !/^(?:may|june|july)$/u.test(before?.lower ?? '')
    ? at + 1
    : at;
}

function isRange(tokens: readonly Token[], at: number, from: number): boolean {
  const joint = tokens[at];
  if (joint === undefined || isMoved(tokens, from)) return false;
  if (/^[-–—‐‑]$/u.test(joint.text) || /^(?:to|bis|through|au|al|until)$/u.test(joint.lower))
    return true;
  return (
    /^(?:and|und|et|y)$/u.test(joint.lower) &&
    /^(?:between|zwischen|entre)$/u.test(tokens[from - 1]?.lower ?? '')
  );
}

const moves =
  /^(?:moved|postponed|delayed|rescheduled|shifted|pushed|brought|changed|deferred|put|revised)$/u;

/** "moved from 18 June to 25 June": two days, of which the second holds. */
function isMoved(tokens: readonly Token[], from: number): boolean {
  if (tokens[from - 1]?.lower !== 'from') return false;
  return tokens.slice(Math.max(0, from - 4), from).some(({ lower }) => moves.test(lower));
}

/** "February 8, 2024", "Feb. 8", "May 5–7", "March 30 and April 2", "March 2021", "March". */
function readMonthFirst(
  tokens: readonly Token[],
  at: number,
  language: string,
): CalendarDate | null {
  const month = monthOf(tokens[at], language);
  if (month === null) return null;
  let next = behindMonth(tokens, at + 1);
  const day = language === 'en' ? dayAt(tokens, next, language) : null;
  if (day === null || !isDayHere(tokens, next, day.next)) {
    while (
      /^(?:de|del|of|,)$/u.test(tokens[next]?.lower ?? '') &&
      yearPattern.test(tokens[next + 1]?.text ?? '')
    )
      next += 1;
    const months = readMonths(tokens, at, next, month, language);
    if (months !== null) return months;
    const { year, next: behind } = yearAt(tokens, next);
    return {
      year,
      month,
      day: null,
      until: null,
      next: year === null ? behindMonth(tokens, at + 1) : behind,
    };
  }
  next = day.next;
  let until: CalendarDate['until'] = null;
  if (isRange(tokens, next, at)) {
    const otherMonth = monthOf(tokens[next + 1], language);
    const place = otherMonth === null ? next + 1 : behindMonth(tokens, next + 2);
    const second = dayAt(tokens, place, language);
    if (
      second !== null &&
      (otherMonth !== null || second.day > day.day) &&
      monthOf(tokens[second.next], language) === null
    ) {
      until = { month: otherMonth ?? month, day: second.day };
      next = second.next;
    }
  }
  const { year, next: behind } = yearAt(tokens, next);
  return valid(year, month, day.day, behind, until);
}

/** "between January and September 2023", "January-February": whole months from the first to the last. */
function readMonths(
  tokens: readonly Token[],
  from: number,
  at: number,
  month: number,
  language: string,
): CalendarDate | null {
  if (language !== 'en' || !isRange(tokens, at, from)) return null;
  const last = monthOf(tokens[at + 1], language);
  if (last === null || last <= month) return null;
  const place = behindMonth(tokens, at + 2);
  if (numberIn(tokens[place], 1, 31) !== null) return null;
  const { year, next } = yearAt(tokens, place);
  const days = isDay(year ?? 2023, last, 31)
    ? 31
    : isDay(year ?? 2023, last, 30)
      ? 30
      : isDay(year ?? 2023, last, 29)
        ? 29
        : 28;
  return {
    year,
    month,
    day: 1,
    until: { month: last, day: days },
    next: year === null ? place : next,
  };
}

/** "March 12 people were killed" is no twelfth of March. */
function isDayHere(tokens: readonly Token[], at: number, next: number): boolean {
  const behind = tokens[next];
  if (tokens[at]?.glued === true) return false;
  return !(
    behind?.text === '%' ||
    /^(?:people|percent|per|million|billion|men|women|children|ships|soldiers)$/u.test(
      behind?.lower ?? '',
    ) ||
    (behind?.text === ':' && behind.glued)
  );
}

/** A year behind a date, with a comma or "de" before it. */
function yearAt(
  tokens: readonly Token[],
  at: number,
): { readonly year: number | null; readonly next: number } {
  let next = at;
  while (next < at + 2 && /^(?:,|de|del|of)$/u.test(tokens[next]?.lower ?? '')) next += 1;
  const token = tokens[next];
  if (token?.kind === 'number' && yearPattern.test(token.text) && !isCounted(tokens, next))
    return { year: Number(token.text), next: next + 1 };
  return { year: null, next: at };
}

function isCounted(tokens: readonly Token[], at: number): boolean {
  return /^(?:people|persons|soldiers|troops|million|billion|%|percent)$/u.test(
    tokens[at + 1]?.lower ?? '',
  );
}
