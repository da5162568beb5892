import type { CslName } from '../../brief/print/byline-names.ts';

/** A reference as a file of some format has it, in the terms of CSL; what is not stated is `null`. */
export interface Reference {
  /** The file's own id of it: a citation key, a record's number. May be empty. */
  readonly key: string;
  /** For the report: `entry smith2024`, `record 3`. */
  readonly where: string;
  /** The id of the article that it was made from, in files of our own. */
  readonly articleId: string | null;
  readonly title: string | null;
  /** The newspaper, the site, the publisher. */
  readonly outlet: string | null;
  readonly authors: readonly CslName[];
  /** ISO 8601 of the precision that is known. */
  readonly issued: string | null;
  readonly url: string | null;
  /** Without `https://doi.org/`. */
  readonly doi: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly section: string | null;
  /** An abstract, or a note that is long enough to be the text. */
  readonly text: string | null;
  /** Names of the file's fields that say something which articles have no place for. */
  readonly others: readonly string[];
}

/** A reference of which nothing is known. */
export function emptyReference(where: string): Reference {
  return {
    ...{ key: '', where, articleId: null, title: null, outlet: null, authors: [] },
    ...{
      issued: null,
      url: null,
      doi: null,
      language: null,
      section: null,
      text: null,
      others: [],
    },
  };
}

/** A name as people write it: given names first, particle and suffix at their places. */
export function writtenName(name: CslName): string {
  if ('literal' in name) return name.literal;
  const particle = name['non-dropping-particle'];
  const whole = [name.given, particle, name.family].filter((part) => part).join(' ');
  return name.suffix === undefined ? whole : `${whole} ${name.suffix}`;
}

/** Names as one byline: "Jo Smith, Ann Lee and Kim Ng". `null`: there is none. */
export function bylineOf(names: readonly CslName[]): string | null {
  const written = names.map(writtenName).filter((name) => name !== '');
  const last = written.pop();
  if (last === undefined) return null;
  return written.length === 0 ? last : `${written.join(', ')} and ${last}`;
}

/** Year, month and day as a date of ours, as far as they are known and in a calendar; `null`: not even the year. */
export function dateOf(parts: readonly (number | null | undefined)[]): string | null {
  const [year, month, day] = parts;
  if (
    year === undefined ||
    year === null ||
    !Number.isInteger(year) ||
    year < 1000 ||
    year > 9999
  ) {
    return null;
  }
  const two = (value: number): string => String(value).padStart(2, '0');
  if (!isBetween(month, 12)) return String(year);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (!isBetween(day, days)) return `${year}-${two(month)}`;
  return `${year}-${two(month)}-${two(day)}`;
}

function isBetween(value: number | null | undefined, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The number of a month by its English name, its first three letters or its digits; `null`: it is none. */
export function monthOf(text: string): number | null {
  const word = text.trim().toLowerCase().replace(/\.$/, '');
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const index = word.length < 3 ? -1 : months.indexOf(word.slice(0, 3));
  return index === -1 ? null : index + 1;
}

/** The three letters of a month, as BibTeX names it. */
export function monthWord(month: number): string {
  return months[month - 1] ?? '';
}

/** A DOI without what stands around it; `null`: the text is none. */
export function doiIn(text: string): string | null {
  return /\b(10\.\d{4,9}\/\S+?)[.,;]?$/u.exec(text.trim())?.[1] ?? null;
}
