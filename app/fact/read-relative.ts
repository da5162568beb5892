import { dayWords, liesAhead, monthOf, seasons, smallNumber, weekdayAt } from './date-words.ts';
import {
  type DaySpan,
  monthSpan,
  type Publication,
  partsOf,
  weekdayOf,
  weekSpan,
  yearSpan,
} from './days.ts';
import type { StatedDate } from './facts.ts';
import { quarterSpan, type RelativeDate, readPartOfYear, steps } from './read-part-of-year.ts';
import { endsSentence, type Token } from './tokens.ts';

type Precision = StatedDate['precision'];

const partsOfDay = /^(?:morning|afternoon|evening|night|noon|lunchtime|midnight)$/u;
const units: Readonly<Record<string, Precision>> = {
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  weekend: 'week',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  year: 'year',
  years: 'year',
  decade: 'decade',
  decades: 'decade',
  hours: 'day',
  hour: 'day',
};

/** The date relative to the published one at token `at`; `null`: there is none. Cost: constant. */
export function readRelative(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
  language: string,
): RelativeDate | null {
  const word = tokens[at]?.lower ?? '';
  // "New York Today", "Tomorrow Never Dies" are names.
  const isTitle =
    at > 0 &&
    /^\p{Lu}/u.test(tokens[at]?.text ?? '') &&
    !endsSentence(tokens, at - 1) &&
    tokens[at - 1]?.kind === 'word';
  const offset = !isTitle && Object.hasOwn(dayWords, word) ? dayWords[word] : undefined;
  if (offset !== undefined)
    return dayFrom(published, offset, behindPartOfDay(tokens, at + 1, word));
  const weekday = weekdayAt(tokens, at);
  if (weekday !== null) return readWeekday(tokens, at, weekday, 0, published);
  if (language !== 'en') return readOther(tokens, at, published, language);
  if (word === 'earlier' || word === 'later') {
    const inner =
      tokens[at + 1]?.lower === 'this' || tokens[at + 1]?.lower === 'last'
        ? readStep(tokens, at + 1, published)
        : null;
    if (inner !== null && inner.precision !== 'day') return inner;
    return null;
  }
  return (
    readAgo(tokens, at, published) ??
    readPartOfYear(tokens, at, published) ??
    readSpan(tokens, at, published) ??
    readStep(tokens, at, published)
  );
}

function dayFrom(published: Publication | null, offset: number, next: number): RelativeDate {
  const day = published?.day ?? null;
  return {
    span: day === null ? null : { first: day + offset, last: day + offset },
    precision: 'day',
    next,
  };
}

function behindPartOfDay(tokens: readonly Token[], at: number, word: string): number {
  // "aujourd’hui" is three tokens where apostrophes part words.
  if (word === 'aujourd') return at + 2;
  return partsOfDay.test(tokens[at]?.lower ?? '') ? at + 1 : at;
}

/** A day of the week: the last one up to the published day, unless what is said lies ahead (rule B8). */
function readWeekday(
  tokens: readonly Token[],
  at: number,
  weekday: number,
  step: number,
  published: Publication | null,
): RelativeDate {
  let next = at + 1;
  if (tokens[next]?.text === '.' && (tokens[at]?.text.length ?? 9) < 6) next += 1;
  if (partsOfDay.test(tokens[next]?.lower ?? '')) next += 1;
  const day = published?.day ?? null;
  if (day === null) return { span: null, precision: 'day', next };
  const back = (weekdayOf(day) - weekday + 7) % 7;
  let found = day - back;
  if (step < 0 && back === 0) found -= 7;
  else if (step > 0) found = day + ((weekday - weekdayOf(day) + 6) % 7) + 1;
  else if (step === 0 && back > 0 && liesAhead(tokens, at, next) === true) found += 7;
  return { span: { first: found, last: found }, precision: 'day', next };
}

/** "last week", "this year", "next Tuesday", "last night", "last March", "last summer". */
function readStep(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
): RelativeDate | null {
  const step = steps[tokens[at]?.lower ?? ''];
  const word = tokens[at + 1];
  if (step === undefined || word === undefined || tokens[at]?.lower === 'past') return null;
  const next = at + 2;
  if (word.lower === 'night' && step === -1) return dayFrom(published, -1, next);
  if (partsOfDay.test(word.lower)) return step === 0 ? dayFrom(published, 0, next) : null;
  const weekday = weekdayAt(tokens, at + 1);
  if (weekday !== null) {
    const found = readWeekday(tokens, at + 1, weekday, step, published);
    return step === 0 && published?.day != null
      ? { ...found, span: inWeekOf(published.day, weekday) }
      : found;
  }
  const month = monthOf(word, 'en');
  if (month !== null)
    return { span: stepToMonth(published, month, step), precision: 'month', next };
  const season = seasons[word.lower];
  if (season !== undefined)
    return { span: stepToSeason(published, season, step), precision: 'season', next };
  const precision = units[word.lower];
  if (precision === undefined || /s$/u.test(word.lower) || precision === 'day') return null;
  if (/^[-‐]$/u.test(tokens[next]?.text ?? '') && tokens[next]?.glued === true) return null;
  if (word.lower === 'weekend')
    return { span: weekendOf(published, step), precision: 'span', next };
  return { span: stepBy(published, precision, step), precision, next };
}

function inWeekOf(day: number, weekday: number): DaySpan {
  const found = weekSpan(day).first + ((weekday + 6) % 7);
  return { first: found, last: found };
}

function stepToMonth(published: Publication | null, month: number, step: number): DaySpan | null {
  if (published === null || published.month === null) return null;
  if (step === 0) return monthSpan(published.year, month);
  if (step < 0)
    return monthSpan(month < published.month ? published.year : published.year - 1, month);
  return monthSpan(month > published.month ? published.year : published.year + 1, month);
}

function stepToSeason(published: Publication | null, season: number, step: number): DaySpan | null {
  if (published === null || published.month === null) return null;
  const spanOf = (year: number): DaySpan => ({
    first: monthSpan(year, season).first,
    last: monthSpan(year, season + 2).last,
  });
  const now = monthSpan(published.year, published.month).first;
  if (step === 0) return spanOf(published.year);
  const years = [published.year - 2, published.year - 1, published.year, published.year + 1].map(
    spanOf,
  );
  return (
    (step < 0
      ? years.filter(({ last }) => last < now).at(-1)
      : years.find(({ first }) => first > now)) ?? null
  );
}

/** The weekend up to the published day; of the week before where it is not over yet. */
function weekendOf(published: Publication | null, step: number): DaySpan | null {
  if (published === null || published.day === null) return null;
  const week = weekSpan(published.day);
  const first = week.first + 5 + 7 * (step < 0 ? -1 : step);
  return { first, last: first + 1 };
}

function stepBy(published: Publication | null, precision: Precision, step: number): DaySpan | null {
  if (published === null) return null;
  if (precision === 'year') return yearSpan(published.year + step);
  if (precision === 'decade') return yearSpan(Math.floor(published.year / 10) * 10 + 10 * step, 10);
  if (published.month === null) return null;
  if (precision === 'month') return monthSpan(published.year, published.month + step);
  if (precision === 'quarter')
    return quarterSpan(published.year, Math.ceil(published.month / 3) + step);
  if (published.day === null) return null;
  return weekSpan(published.day + 7 * step);
}

/** "two years ago", "a month ago", "18 months ago". */
function readAgo(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
): RelativeDate | null {
  const count = smallNumber(tokens[at]);
  const precision = units[tokens[at + 1]?.lower ?? ''];
  if (count === null || precision === undefined) return null;
  const word = tokens[at + 1]?.lower ?? '';
  const next = at + 3;
  if (tokens[at + 2]?.lower !== 'ago') {
    return word === 'year' &&
      count === 1 &&
      tokens[at + 2]?.lower === 'earlier' &&
      tokens[at]?.kind === 'word'
      ? { span: null, precision: 'year', next }
      : null;
  }
  if (/^hours?$/u.test(word)) return count <= 12 ? dayFrom(published, 0, next) : null;
  if (published === null) return { span: null, precision, next };
  if (precision === 'year') return { span: yearSpan(published.year - count), precision, next };
  if (precision === 'decade')
    return { span: yearSpan(published.year - 10 * count), precision: 'year', next };
  if (published.month === null) return { span: null, precision, next };
  if (precision === 'month')
    return { span: monthSpan(published.year, published.month - count), precision, next };
  if (published.day === null) return { span: null, precision, next };
  if (precision === 'week') return { span: weekSpan(published.day - 7 * count), precision, next };
  return precision === 'day' ? dayFrom(published, -count, next) : null;
}

/** "the past year", "the last two decades", "the past 24 hours": from then up to the published day. */
function readSpan(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
): RelativeDate | null {
  if (tokens[at]?.lower !== 'the' || !/^(?:past|last)$/u.test(tokens[at + 1]?.lower ?? ''))
    return null;
  const counted = smallNumber(tokens[at + 2]);
  const isFew = /^(?:few|several|couple)$/u.test(tokens[at + 2]?.lower ?? '');
  let place = at + (counted === null && !isFew ? 2 : 3);
  if (tokens[place]?.lower === 'of') place += 1;
  const word = tokens[place]?.lower ?? '';
  const precision = units[word];
  if (precision === undefined || word === 'weekend') return null;
  if (counted === null && tokens[at + 1]?.lower === 'last' && !isFew && !/s$/u.test(word))
    return null;
  if (counted === null && !isFew && /s$/u.test(word)) return null;
  const next = place + 1;
  const day = published?.day ?? null;
  if (isFew || day === null) return { span: null, precision: 'span', next };
  const count = counted ?? 1;
  const { year, month, day: date } = partsOf(day);
  const moved = (years: number, months: number) =>
    Math.round(Date.UTC(year - years, month - 1 - months, date) / 86_400_000);
  if (/^hours?$/u.test(word))
    return { span: { first: day - Math.ceil(count / 24), last: day }, precision: 'span', next };
  if (precision === 'year')
    return { span: { first: moved(count, 0), last: day }, precision: 'span', next };
  if (precision === 'decade')
    return { span: { first: moved(10 * count, 0), last: day }, precision: 'span', next };
  if (precision === 'month')
    return { span: { first: moved(0, count), last: day }, precision: 'span', next };
  if (precision === 'quarter') return null;
  return {
    span: { first: day - count * (precision === 'week' ? 7 : 1), last: day },
    precision: 'span',
    next,
  };
}

const otherWords: Readonly<
  Record<string, readonly (readonly [words: string, precision: Precision, step: number])[]>
> = {
  de: [
    ['letztes jahr', 'year', -1],
    ['vergangenes jahr', 'year', -1],
    ['im vergangenen jahr', 'year', -1],
    ['im vorjahr', 'year', -1],
    ['dieses jahr', 'year', 0],
    ['in diesem jahr', 'year', 0],
    ['nächstes jahr', 'year', 1],
    ['letzte woche', 'week', -1],
    ['vergangene woche', 'week', -1],
    ['letzten monat', 'month', -1],
  ],
  fr: [
    ["l ' an dernier", 'year', -1],
    ["l ' année dernière", 'year', -1],
    ['cette année', 'year', 0],
    ["l ' an prochain", 'year', 1],
    ['la semaine dernière', 'week', -1],
    ['le mois dernier', 'month', -1],
  ],
  es: [
    ['el año pasado', 'year', -1],
    ['este año', 'year', 0],
    ['el próximo año', 'year', 1],
    ['la semana pasada', 'week', -1],
    ['el mes pasado', 'month', -1],
  ],
};

function readOther(
  tokens: readonly Token[],
  at: number,
  published: Publication | null,
  language: string,
): RelativeDate | null {
  for (const [words, precision, step] of otherWords[language] ?? []) {
    const list = words.split(' ');
    if (list.every((word, index) => tokens[at + index]?.lower === word)) {
      return { span: stepBy(published, precision, step), precision, next: at + list.length };
    }
  }
  return null;
}
