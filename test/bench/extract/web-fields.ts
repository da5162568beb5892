import { readPublished } from '../../../app/article/read-published.ts';
import { webExceptions } from '../../fixtures/parse/web-exceptions.ts';

/** The facts that the expected metadata of a page give, by Readability's names. */
export const fieldNames = ['title', 'byline', 'siteName', 'publishedTime'] as const;

/** One of them. */
export type FieldName = (typeof fieldNames)[number];

/** What is known of each; `null`: nothing. */
export type Fields = Readonly<Record<FieldName, string | null>>;

const recordNames = {
  title: 'title',
  byline: 'byline',
  siteName: 'outlet',
  publishedTime: 'published',
} as const;

/** Whether a fact is the expected one: white space, "By" and the way of writing a date set aside. */
export function isExpected(field: FieldName, found: string | null, wanted: string | null): boolean {
  return folded(field, found) === folded(field, wanted);
}

/**
 * Whether a fact is right where the page has been read by a person: the exceptions of the tests, each with its reason,
 * say what the page states where that is not what is expected.
 */
export function isRight(
  page: string,
  field: FieldName,
  found: string | null,
  wanted: string | null,
): boolean {
  const exception = webExceptions.find(
    (known) => known.page === page && known.field === recordNames[field],
  );
  if (exception === undefined) return isExpected(field, found, wanted);
  if (exception.ours !== '(shorter)') return isExpected(field, found, exception.ours);
  return found !== null && wanted !== null && found !== wanted && wanted.startsWith(found);
}

function folded(field: FieldName, value: string | null): string {
  const text = (value ?? '').replace(/\s+/g, ' ').trim();
  if (field === 'byline') return text.replace(/^by /i, '').toLowerCase();
  const date = field === 'publishedTime' ? readPublished(text) : null;
  return date === null ? text : momentOf(date);
}

/** Two ways of writing one moment are one date; a date without a zone stays what it is. */
function momentOf(date: string): string {
  return /T.*(?:Z|[+-]\d\d:\d\d)$/.test(date) ? new Date(date).toISOString() : date;
}
