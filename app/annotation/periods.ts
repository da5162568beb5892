/** How finely time is divided. */
export type PeriodUnit = 'year' | 'month' | 'day';

/** How much of an ISO date names a period. */
const lengths: Readonly<Record<PeriodUnit, number>> = { year: 4, month: 7, day: 10 };

/** More periods in a row than these are not filled up: a chart of them could not be read. */
const mostFilled = 400;

/** `2031-05` of 12 May 2031 by months; a date less precise than that is its own period: `2031`. The date as it is written,
 * in the zone of its publisher. */
export function periodOf(published: string, unit: PeriodUnit): string {
  return published.slice(0, lengths[unit]);
}

/**
 * Periods in order with those between the first and the last one that are missing; as they are, in order, where that would
 * make more than 400. Less precise ones stand before the first one that they could be.
 */
export function fillPeriods(periods: readonly string[], unit: PeriodUnit): readonly string[] {
  const exact = periods.filter(({ length }) => length === lengths[unit]).sort();
  const [first, last] = [exact[0], exact.at(-1)];
  const filled = new Set(periods);
  if (first !== undefined && last !== undefined) {
    const between = periodsFrom(first, last, unit);
    if (between !== null) for (const period of between) filled.add(period);
  }
  return [...filled].sort();
}

/** `null`: too many, or no dates of the calendar. */
function periodsFrom(first: string, last: string, unit: PeriodUnit): readonly string[] | null {
  const periods: string[] = [];
  const date = new Date(`${first}${'-01-01'.slice(first.length - 4)}T00:00Z`);
  if (Number.isNaN(date.getTime())) return null;
  for (;;) {
    const period = date.toISOString().slice(0, lengths[unit]);
    if (period > last) return periods;
    periods.push(period);
    if (periods.length > mostFilled) return null;
    if (unit === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1);
    else if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
    else date.setUTCDate(date.getUTCDate() + 1);
  }
}
