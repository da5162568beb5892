/** A mark on an axis of time. */
export interface TimeMark {
  /** Milliseconds since 1970. */
  readonly moment: number;
  /** "2031", "May 2031", "12 May 2031", "12 May, 14:00"; UTC. */
  readonly text: string;
}

/** An axis has at most so many marks. */
const most = 14;

type Unit = 'year' | 'month' | 'day' | 'hour';

/** From the finest on: the unit, and how many of it lie between two marks. */
const steps: readonly (readonly [Unit, number])[] = [
  ['hour', 1],
  ['hour', 3],
  ['hour', 6],
  ['day', 1],
  ['day', 2],
  ['day', 7],
  ['day', 14],
  ['month', 1],
  ['month', 3],
  ['year', 1],
  ['year', 2],
  ['year', 5],
  ['year', 10],
  ['year', 50],
  ['year', 100],
  ['year', 1_000],
];

/** Marks from `first` to `last`, both milliseconds since 1970, at round hours, days, months or years in UTC; never too many. */
export function timeMarks(first: number, last: number): readonly TimeMark[] {
  for (const [unit, count] of steps) {
    if ((last - first) / (roughLength[unit] * count) > most) continue;
    const marks = marksOf(unit, count, first, last);
    if (marks.length <= most) return marks;
  }
  return [];
}

const roughLength: Readonly<Record<Unit, number>> = {
  hour: 3_600_000,
  day: 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
};

function marksOf(unit: Unit, count: number, first: number, last: number): readonly TimeMark[] {
  const marks: TimeMark[] = [];
  const begin = new Date(first);
  const [year, month, day, hour] = [
    begin.getUTCFullYear(),
    begin.getUTCMonth(),
    begin.getUTCDate(),
    begin.getUTCHours(),
  ];
  const at = (index: number): number => {
    switch (unit) {
      case 'year':
        return Date.UTC(Math.floor(year / count) * count + index * count, 0);
      case 'month':
        return Date.UTC(year, Math.floor(month / count) * count + index * count);
      case 'day':
        return Date.UTC(year, month, day + index * count);
      case 'hour':
        return Date.UTC(year, month, day, Math.floor(hour / count) * count + index * count);
    }
  };
  for (let index = 0; at(index) <= last; index += 1) {
    const moment = at(index);
    if (moment >= first) marks.push({ moment, text: formatters[unit].format(moment) });
  }
  return marks;
}

const inUtc = { timeZone: 'UTC', calendar: 'gregory' } as const;
const formatters: Readonly<Record<Unit, Intl.DateTimeFormat>> = {
  year: new Intl.DateTimeFormat('en-GB', { ...inUtc, year: 'numeric' }),
  month: new Intl.DateTimeFormat('en-GB', { ...inUtc, month: 'short', year: 'numeric' }),
  day: new Intl.DateTimeFormat('en-GB', {
    ...inUtc,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }),
  hour: new Intl.DateTimeFormat('en-GB', {
    ...inUtc,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }),
};
