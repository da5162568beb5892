import type { TextOffset } from '../base/brand.ts';
import { liesAhead, monthOf, namesTime, seasons, smallNumbers } from './date-words.ts';
import {
  type DaySpan,
  dayNumber,
  isDay,
  monthSpan,
  type Publication,
  partsOf,
  publicationOf,
  writeDay,
  yearSpan,
} from './days.ts';
import type { FactContext, StatedDate } from './facts.ts';
import { type CalendarDate, readCalendarDate } from './read-calendar-date.ts';
import { readRelative } from './read-relative.ts';
import { readYears } from './read-year.ts';
import { baseLanguage, endsSentence, type Token } from './tokens.ts';

/** The dates of a text's blocks, in its order (rules B7 to B9). Never throws. Cost: the tokens. */
export function findDates(
  blocks: readonly (readonly Token[])[],
  { published, language }: FactContext,
): readonly StatedDate[] {
  const publication = publicationOf(published);
  const base = baseLanguage(language);
  const dates: StatedDate[] = [];
  for (const tokens of blocks) {
    let at = 0;
    while (at < tokens.length) {
      const found =
        tokens[at]?.kind === 'sign'
          ? null
          : (thatDate(tokens, at, dates) ?? dateAt(tokens, at, publication, base));
      if (found === null) {
        at += 1;
        continue;
      }
      const { span, precision, relative, next } = found;
      dates.push({
        start: (tokens[at]?.start ?? 0) as TextOffset,
        end: (tokens[next - 1]?.end ?? 0) as TextOffset,
        earliest: span === null ? null : writeDay(span.first),
        latest: span === null ? null : writeDay(span.last),
        precision,
        relative,
      });
      at = next;
    }
  }
  return dates;
}

/** "that year", "the same day": the last such date that the text has stated before. */
function thatDate(
  tokens: readonly Token[],
  at: number,
  dates: readonly StatedDate[],
): DateAt | null {
  const word = tokens[at]?.lower;
  const begin =
    word === 'that' ? at + 1 : word === 'the' && tokens[at + 1]?.lower === 'same' ? at + 2 : 0;
  if (begin === 0) return null;
  const unit = tokens[begin]?.lower;
  if (unit !== 'year' && unit !== 'month' && unit !== 'day') return null;
  for (let back = 1; back <= farthestBack; back += 1) {
    const { earliest = null, precision, relative = true } = dates.at(-back) ?? {};
    if (precision === undefined || !/^(?:day|month|year)$/u.test(precision)) continue;
    if (unit !== 'year' && precision !== unit && precision !== 'day') continue;
    const [year, month, day] = (earliest ?? '').split('-').map(Number);
    if (earliest === null || year === undefined || month === undefined || day === undefined)
      return { span: null, precision: unit, relative, next: begin + 1 };
    const first = dayNumber(year, month, day);
    const span =
      unit === 'year'
        ? yearSpan(year)
        : unit === 'month'
          ? monthSpan(year, month)
          : { first, last: first };
    return { span, precision: unit, relative, next: begin + 1 };
  }
  return null;
}

/** A date so many dates before is no longer what "that year" means. */
const farthestBack = 4;

interface DateAt {
  readonly span: DaySpan | null;
  readonly precision: StatedDate['precision'];
  readonly relative: boolean;
  readonly next: number;
}

/** English words that may begin a date: a cheap test, so that other words cost next to nothing. */
const starters = new Set(
  `the early late mid beginning start end middle earlier later last this next past coming today tonight yesterday tomorrow spring summer
  autumn fall winter first second third fourth q1 q2 q3 q4 ${Object.keys(smallNumbers).join(' ')}`.split(
    /\s+/u,
  ),
);

function mayBegin(token: Token | undefined, language: string): boolean {
  if (token === undefined || token.kind === 'sign') return false;
  return (
    token.kind === 'number' || language !== 'en' || starters.has(token.lower) || namesTime(token)
  );
}

function dateAt(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
  language: string,
): DateAt | null {
  if (!mayBegin(tokens[at], language)) return null;
  return (
    qualifiedAt(tokens, at, published, language) ??
    calendarAt(tokens, at, published, language) ??
    seasonAt(tokens, at) ??
    centuryAt(tokens, at) ??
    yearsAt(tokens, at, language) ??
    relativeAt(tokens, at, published, language)
  );
}

function yearsAt(tokens: readonly Token[], at: number, language: string): DateAt | null {
  const years = readYears(tokens, at, language);
  return years === null ? null : { ...years, relative: false };
}

function relativeAt(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
  language: string,
): DateAt | null {
  const found = readRelative(tokens, at, published, language);
  return found === null ? null : { ...found, relative: true };
}

/** Words without a day that a month's name is no word of another kind behind. */
const beforeMonth =
  /^(?:in|of|since|by|until|till|from|to|through|during|before|after|last|next|this|early|mid|late|every|between|im|seit|ab|bis|en|de|depuis|desde|anfang|mitte|ende|begin|beginning|end|-)$/u;

function calendarAt(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
  language: string,
): DateAt | null {
  const date = readCalendarDate(tokens, at, language);
  if (date === null) return null;
  if (date.day === null && date.year === null && !isMonthAlone(tokens, at, language)) return null;
  if (date.year !== null)
    return {
      span: spanOf(date, date.year),
      precision: precisionOf(date),
      relative: false,
      next: date.next,
    };
  return {
    span: nearest(tokens, at, date, published),
    precision: precisionOf(date),
    relative: true,
    next: date.next,
  };
}

function isMonthAlone(tokens: readonly Token[], at: number, language: string): boolean {
  const before = tokens[at - 1];
  if (before?.lower === 'and')
    return monthOf(tokens[at - 2], language) !== null || !isWordToo(tokens[at]);
  if (/^(?:es|fr|it|pt)$/u.test(language) && /^\p{Lu}/u.test(tokens[at]?.text ?? '')) return false;
  if (beforeMonth.test(before?.lower ?? '')) return true;
  if (language !== 'en') return false;
  const next = tokens[at + 1];
  if (isWordToo(tokens[at])) return false;
  if (next?.kind === 'word' && /^\p{Lu}/u.test(next.text)) return false;
  return !(
    before?.kind === 'word' &&
    /^\p{Lu}/u.test(before.text) &&
    at > 1 &&
    !endsSentence(tokens, at - 2)
  );
}

/** Names of months that are names of people or other words as well. */
function isWordToo(token: Token | undefined): boolean {
  return /^(?:march|may|june|april|august|mar|jan|jun)$/u.test(token?.lower ?? '');
}

function precisionOf(date: CalendarDate): StatedDate['precision'] {
  return date.until !== null ? 'span' : date.day === null ? 'month' : 'day';
}

function spanOf({ month, day, until }: CalendarDate, year: number): DaySpan | null {
  if (day === null) return monthSpan(year, month);
  if (!isDay(year, month, day)) return null;
  const first = dayNumber(year, month, day);
  if (until === null) return { first, last: first };
  const last = dayNumber(until.month < month ? year + 1 : year, until.month, until.day);
  return { first, last: Math.max(first, last) };
}

/** So far ahead a day without its year may lie where nothing tells, before it is taken for one that is past. */
const soon = 45;

/** The year of a date without one: the last up to the published day, or the next where what is said lies ahead. */
function nearest(
  tokens: readonly Token[],
  at: number,
  date: CalendarDate,
  published: Publication | null,
): DaySpan | null {
  if (published === null || published.month === null) return null;
  const now = published.day ?? monthSpan(published.year, published.month).last;
  const spans = [published.year - 1, published.year, published.year + 1].flatMap(
    (year) => spanOf(date, year) ?? [],
  );
  const past = spans.filter(({ first }) => first <= now).at(-1) ?? null;
  const coming =
    spans.find(({ first, last }) => first > now || (date.day === null && last >= now)) ?? null;
  const isAhead = liesAhead(tokens, at, date.next);
  if (isAhead === true) return coming ?? past;
  if (
    isAhead === null &&
    date.day !== null &&
    coming !== null &&
    coming.first - now <= soon &&
    (past === null || now - past.first > 300)
  )
    return coming;
  return past ?? coming;
}

const early = /^(?:early|beginning|start|begin|anfang|début|principios)$/u;
const late = /^(?:late|end|ende|fin|finales)$/u;
const mid = /^(?:mid|middle|mitte|mi|mediados)$/u;

/** "mid-2023", "late March", "the end of this year", "early in 2024", "the beginning of the month". */
function qualifiedAt(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
  language: string,
): DateAt | null {
  let begin = at;
  if (tokens[begin]?.lower === 'the') begin += 1;
  const word = tokens[begin]?.lower ?? '';
  const part = early.test(word) ? 0 : mid.test(word) ? 1 : late.test(word) ? 2 : null;
  if (part === null) return null;
  const isNoun = /^(?:beginning|start|end|middle)$/u.test(word);
  let next = begin + 1;
  const joint = tokens[next]?.lower ?? '';
  if (isNoun ? joint !== 'of' : !/^(?:[-‐]|in|de|of|des)$/u.test(joint) && begin + 1 !== next)
    return null;
  if (isNoun || /^(?:[-‐]|in|de|of|des)$/u.test(joint)) next += 1;
  if (
    language === 'en' &&
    tokens[next]?.lower === 'the' &&
    /^(?:month|year|week)$/u.test(tokens[next + 1]?.lower ?? '')
  ) {
    const unit = tokens[next + 1]?.lower;
    const span =
      published === null || unit === 'week'
        ? null
        : unit === 'year'
          ? yearSpan(published.year)
          : published.month === null
            ? null
            : monthSpan(published.year, published.month);
    return {
      span: span === null ? null : partOf(span, part),
      precision: unit === 'year' ? 'quarter' : 'month',
      relative: true,
      next: next + 2,
    };
  }
  const inner =
    monthOf(tokens[next], language) !== null && tokens[next] !== undefined
      ? monthAt(tokens, next, published, language)
      : (yearsAt(tokens, next, language) ?? relativeAt(tokens, next, published, language));
  if (inner === null || !/^(?:month|quarter|year|decade|century)$/u.test(inner.precision))
    return null;
  return {
    ...inner,
    span: inner.span === null ? null : partOf(inner.span, part),
    precision: inner.precision === 'year' ? 'quarter' : inner.precision,
  };
}

function monthAt(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
  language: string,
): DateAt | null {
  const date = readCalendarDate(tokens, at, language);
  if (date === null || date.day !== null) return null;
  if (date.year !== null)
    return {
      span: monthSpan(date.year, date.month),
      precision: 'month',
      relative: false,
      next: date.next,
    };
  return {
    span: nearest(tokens, at, date, published),
    precision: 'month',
    relative: true,
    next: date.next,
  };
}

/** The first, second or last third of a year or month: months 1 to 4, days 1 to 10. */
function partOf(span: DaySpan, part: number): DaySpan {
  const length = span.last - span.first + 1;
  if (length > 3000) {
    const year = Number(writeDay(span.first).slice(0, 4));
    const years = Math.round(length / 365.25);
    const [first, last] = [Math.round((years * part) / 3), Math.round((years * (part + 1)) / 3)];
    return yearSpan(year + first, last - first);
  }
  if (length > 300) {
    const year = Number(writeDay(span.first).slice(0, 4));
    return { first: monthSpan(year, part * 4 + 1).first, last: monthSpan(year, part * 4 + 4).last };
  }
  if (length > 80) {
    // A month of a quarter.
    const { year, month } = partsOf(span.first);
    return monthSpan(year, month + part);
  }
  const first = span.first + part * 10;
  return { first, last: part === 2 ? span.last : first + 9 };
}

/** "the summer of 1968", "winter 2019". */
function seasonAt(tokens: readonly Token[], at: number): DateAt | null {
  const season = seasons[tokens[at]?.lower ?? ''];
  if (season === undefined) return null;
  const place = tokens[at + 1]?.lower === 'of' ? at + 2 : at + 1;
  const year = tokens[place];
  if (year?.kind !== 'number' || !/^(?:19|20)\d\d$/u.test(year.text)) return null;
  const span = {
    first: monthSpan(Number(year.text), season).first,
    last: monthSpan(Number(year.text), season + 2).last,
  };
  return { span, precision: 'season', relative: false, next: place + 1 };
}

/** "the 19th century". */
function centuryAt(tokens: readonly Token[], at: number): DateAt | null {
  const token = tokens[at];
  if (
    token?.kind !== 'number' ||
    tokens[at + 2]?.lower !== 'century' ||
    !/^(?:st|nd|rd|th)$/u.test(tokens[at + 1]?.lower ?? '')
  )
    return null;
  const century = Number(token.text);
  if (!(century > 0 && century < 30)) return null;
  return {
    span: yearSpan(century * 100 - 99, 100),
    precision: 'century',
    relative: false,
    next: at + 3,
  };
}
