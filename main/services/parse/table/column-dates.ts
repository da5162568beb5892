import { readPublished } from '../../../../app/article/read-published.ts';

/** A date of a cell. */
export interface ColumnDate {
  /** As `ArticleMetadata.published` has it. */
  readonly date: string;
  /** `false`: it might be read in another way, too. */
  readonly isSure: boolean;
}

const numeric =
  /^(?<first>\d{1,2})(?<sign>[-/.])(?<second>\d{1,2})\k<sign>(?<third>\d{4}|\d{2})(?<tail>(?:[\sT,].*)?)$/;

type Order = 'year' | 'day' | 'month';

/**
 * Reads the dates of one column, all of whose cells are given: which number is the day in `05/06/2024` the others of the
 * column tell, where one of them is over 12. Where none is, it is taken to be the number that varies more, and the date
 * is not sure; nor is one whose year has two digits. The cells are gone through once, at the first such date.
 */
export function columnDates(cells: Iterable<string>): (cell: string) => ColumnDate | null {
  let judged: Judgement | null = null;
  return (cell) => {
    const read = momentOf(cell) ?? readPublished(cell);
    if (read !== null) return { date: read, isSure: true };
    const parts = numeric.exec(cell.trim())?.groups;
    if (parts === undefined) return null;
    judged ??= judge(cells);
    return readNumeric(parts, judged);
  };
}

/** A moment as programs count it: seconds or milliseconds since 1970. */
function momentOf(cell: string): string | null {
  const number = /^\s*(\d{10}|\d{13})(?:\.\d+)?\s*$/.exec(cell)?.[1];
  if (number === undefined) return null;
  const milliseconds = number.length === 10 ? Number(number) * 1_000 : Number(number);
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

interface Judgement {
  readonly order: Order;
  readonly isSettled: boolean;
}

function judge(cells: Iterable<string>): Judgement {
  const firsts = new Set<number>();
  const seconds = new Set<number>();
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const parts = numeric.exec(cell.trim())?.groups;
    if (parts === undefined) continue;
    const [first, second] = [Number(parts.first), Number(parts.second)];
    firsts.add(first);
    seconds.add(second);
    // Dots are put behind the day.
    if (parts.sign === '.') continue;
    if (first > 12) dayFirst += 1;
    if (second > 12) monthFirst += 1;
  }
  if ([...firsts].some((first) => first > 31)) return { order: 'year', isSettled: true };
  if (dayFirst !== monthFirst) {
    const isSettled = dayFirst === 0 || monthFirst === 0;
    return { order: dayFirst > monthFirst ? 'day' : 'month', isSettled };
  }
  return { order: seconds.size > firsts.size ? 'month' : 'day', isSettled: false };
}

function readNumeric(
  parts: Readonly<Record<string, string | undefined>>,
  { order, isSettled }: Judgement,
): ColumnDate | null {
  const { first = '', second = '', third = '', tail = '', sign } = parts;
  const isShort = third.length === 2;
  if (order === 'year' && !isShort) return null;
  const used = sign === '.' && order === 'month' ? 'day' : order;
  const [year, month, day] =
    used === 'year'
      ? [first, second, third]
      : used === 'day'
        ? [third, second, first]
        : [third, first, second];
  const two = (number: string) => number.padStart(2, '0');
  const whole = year.length > 2 ? year : `${Number(year) < 70 ? '20' : '19'}${two(year)}`;
  const written = `${whole}-${two(month)}-${two(day)}`;
  const date = readPublished(`${written}${tail}`) ?? readPublished(written);
  return date === null ? null : { date, isSure: isSettled && !isShort };
}
