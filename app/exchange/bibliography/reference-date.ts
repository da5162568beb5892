import { readPublished } from '../../article/read-published.ts';
import { dateOf, monthOf } from './reference.ts';

/** A date as a reference can hold it, and what its words said besides. */
export interface ReferenceDate {
  /** ISO 8601 of the precision that is known; `null`: not even the year. */
  readonly issued: string | null;
  /** What was left out: `circa`, `uncertain`, `season`, `its end`, or the words themselves. */
  readonly lost: readonly string[];
}

const season = /\b(?:spring|summer|autumn|fall|winter)\b/i;
const circa = /^(?:c\.?|ca\.?|circa|about|around|approx\.?|approximately)\s*(?=\d)/i;
const range =
  /^(\d{4}(?:-\d\d){0,2}[~?%]?)\s*(?:\/\s*(?:\d{4}.*|\.\.)?|(?:--+|[–—])\s*(?:\d.*)?|-\s*\d{4})$/u;

/**
 * Reads a date as people and programs write it into references: ISO 8601, EDTF ("2031~", "2031-21"), "12 May 2031", "c. 2031",
 * "[2031]", "2031--2032", "Spring 2031". Of a range the beginning counts, of a season the year (rule J23).
 */
export function referenceDate(written: string): ReferenceDate {
  const lost: string[] = [];
  const bare = written
    .trim()
    .replace(/^\[(.*)\]$/u, '$1')
    .trim();
  const about = bare.replace(circa, '');
  if (about !== bare) lost.push('circa');
  const beginning = range.exec(about)?.[1];
  if (beginning !== undefined) lost.push('its end');
  const marked = beginning ?? about;
  const text = marked.replace(/(?<=\d)[~?%]$/, '');
  if (/[~%]$/.test(marked)) lost.push('circa');
  if (/[?%]$/.test(marked)) lost.push('uncertain');
  const exact = exactDate(text);
  if (exact !== null) return { issued: exact, lost };
  const year = /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0];
  const issued = year === undefined ? null : dateOf([Number(year)]);
  if (issued === null) return { issued, lost: text === '' ? [] : [quoted(written)] };
  // EDTF has seasons for months; `2031-32` is a range of years.
  if (season.test(text) || /^\d{4}-2[1-4]$/.test(text)) lost.push('season');
  else lost.push(/^\d{4}-\d\d$/.test(text) ? 'its end' : quoted(written));
  return { issued, lost };
}

function exactDate(text: string): string | null {
  const published = readPublished(text);
  if (published !== null) return published.slice(0, 10);
  const [, day, word = '', year] = /^(\d{1,2})?\s*([A-Za-z]{3,})\.?\s+(\d{4})$/.exec(text) ?? [];
  const month = year === undefined ? null : monthOf(word);
  return month === null
    ? null
    : dateOf([Number(year), month, day === undefined ? null : Number(day)]);
}

function quoted(written: string): string {
  return `“${written.trim().slice(0, 60)}”`;
}
