import { normalisePublished } from './published-date.ts';

const day = /(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d(?!\d{3}(?:\d\d)?(?!\d)))/g;
const month = /(?<!\d)((?:19|20)\d\d)[-_. ](\d\d)(?!\d)/;
const dayFirst = /(?<!\d)(\d\d)([-_.])(\d\d)\2((?:19|20)\d\d)(?!\d)/;

/**
 * The date in a file's name: `2024-02-08-call.txt`, `reuters_20240208.html`, `2024-02.md`; with the day first only if
 * nothing else can be meant. `null`: there is none, or it could be two.
 */
export function fileNameDate(fileName: string): string | null {
  const name = fileName.replace(/\.[^.]*$/, '');
  for (const [, year, , number, dayOfMonth] of name.matchAll(day)) {
    const date = normalisePublished(`${year}-${number}-${dayOfMonth}`);
    if (date !== null) return date;
  }
  const [, first, , second, lastYear] = dayFirst.exec(name) ?? [];
  if (first !== undefined && second !== undefined && (Number(first) > 12 || first === second)) {
    const date = normalisePublished(`${lastYear}-${second}-${first}`);
    if (date !== null) return date;
  }
  const [, year, number] = month.exec(name) ?? [];
  return year === undefined ? null : normalisePublished(`${year}-${number}`);
}
