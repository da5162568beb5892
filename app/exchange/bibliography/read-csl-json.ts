import type { CslName } from '../../brief/print/byline-names.ts';
import { ExchangeFault } from '../exchange-format.ts';
import { JsonDepth, tooDeep } from '../json-depth.ts';
import { dateOf, doiIn, emptyReference, type Reference } from './reference.ts';
import { type ReferenceDate, referenceDate } from './reference-date.ts';

const read = new Set([
  ...['id', 'type', 'title', 'container-title', 'publisher', 'author', 'issued', 'URL', 'DOI'],
  ...['language', 'section', 'abstract', 'note', 'accessed', 'citation-key', 'categories'],
]);

/** Reads CSL JSON: a list of items, an object with `items`, or one item. Throws `ExchangeFault` for anything else. */
export function readCslJson(text: string): readonly Reference[] {
  let value: unknown;
  if (new JsonDepth().isTooDeep(text)) {
    throw new ExchangeFault(`This is no CSL JSON: ${tooDeep}. Export it again.`);
  }
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ExchangeFault(`This is no sound JSON: ${reason}. Export it again.`);
  }
  const whole = objectOf(value);
  const items = Array.isArray(value) ? value : Array.isArray(whole?.items) ? whole.items : [value];
  return items.flatMap((item: unknown, index): readonly Reference[] => {
    const fields = objectOf(item);
    return fields === null ? [] : [referenceOf(fields, `item ${index + 1}`)];
  });
}

function referenceOf(item: Readonly<Record<string, unknown>>, where: string): Reference {
  const text = (name: string): string | null => {
    const value = item[name];
    const written = typeof value === 'string' ? withoutMarks(value) : '';
    return written === '' ? null : written;
  };
  const id = typeof item.id === 'number' ? String(item.id) : (text('id') ?? '');
  const uuid = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
  const note = text('note');
  const { issued, lost } = dateIn(item.issued);
  return {
    ...emptyReference(id === '' ? where : `item ${id}`),
    key: id,
    articleId: uuid.exec(id)?.[1] ?? null,
    title: text('title'),
    outlet: text('container-title') ?? text('publisher'),
    authors: (Array.isArray(item.author) ? item.author : []).flatMap(nameOf),
    issued,
    url: text('URL'),
    doi: doiIn(text('DOI') ?? ''),
    language: text('language'),
    section: text('section'),
    text: text('abstract') ?? (note !== null && note.length >= 200 ? note : null),
    others: [
      ...Object.keys(item).filter((name) => !read.has(name) && item[name] !== ''),
      ...lost.map((what) => `issued (${what})`),
    ],
  };
}

/** Words on one line, without the marks of rich text that CSL has in titles. */
export function withoutMarks(text: string): string {
  return text
    .replace(/<\/?(?:i|b|sc|sub|sup|span(?:\s[^<>]*)?)>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function nameOf(value: unknown): readonly CslName[] {
  const name = objectOf(value);
  const part = (field: string): string => {
    const text = name?.[field];
    return typeof text === 'string' ? text.trim() : '';
  };
  if (part('literal') !== '') return [{ literal: part('literal') }];
  const particle = [part('dropping-particle'), part('non-dropping-particle')]
    .filter((one) => one !== '')
    .join(' ');
  if (part('family') === '') return part('given') === '' ? [] : [{ literal: part('given') }];
  return [
    {
      family: part('family'),
      ...(part('given') === '' ? {} : { given: part('given') }),
      ...(particle === '' ? {} : { 'non-dropping-particle': particle }),
      ...(part('suffix') === '' ? {} : { suffix: part('suffix') }),
    },
  ];
}

/** The beginning of a date in the forms that CSL has, and what it says besides that a date of ours does not. */
function dateIn(value: unknown): ReferenceDate {
  const date = objectOf(value);
  const lost = ['season', 'circa'].filter((part) => Boolean(date?.[part]));
  const lists = date?.['date-parts'];
  const parts: readonly unknown[] = Array.isArray(lists) ? lists : [];
  if (parts.length > 1) lost.push('its end');
  const [first] = parts;
  if (Array.isArray(first)) {
    const numbers = first.map((part) => Number(part) || null);
    // EDTF has seasons for months.
    if ((numbers[1] ?? 0) > 12) lost.push('season');
    const issued = dateOf(numbers);
    if (issued !== null) return { issued, lost };
  }
  const written = [date?.raw, date?.literal, value].find((one) => typeof one === 'string');
  if (typeof written !== 'string') {
    const isStated = value !== undefined && value !== null && value !== '';
    return { issued: null, lost: isStated ? ['no date'] : [] };
  }
  const said = referenceDate(written);
  return { issued: said.issued, lost: [...new Set([...lost, ...said.lost])] };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
