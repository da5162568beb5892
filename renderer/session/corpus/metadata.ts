import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { confirmField, correctArticle } from '../../../app/article/correct-article.ts';
import { formatPublished, zoneWords } from '../../../app/article/published-date.ts';
import { readPublished } from '../../../app/article/read-published.ts';
import type { ArticleRecord, MetadataField } from '../../../app/record/records.ts';
import { locale } from '../article-list.ts';
import type { Session } from '../session.ts';
import { instantWords, provenanceWords } from './source-words.ts';

/** One fact of an article as the Inspector shows it. */
export interface MetadataFact {
  readonly value: string;
  /** What the file says where the analyst put something else in its place, or confirmed it; `null`: nothing was done. */
  readonly stated: string | null;
  /** The value in words, where it is written in a form for machines. */
  readonly inWords: string | null;
  /** Where it came from, in words; `null`: the analyst put it right, or it is not known. */
  readonly source: string | null;
  /** Whether it is a guess that nobody has confirmed. */
  readonly isGuess: boolean;
  /** Whether `stated` was a guess: then the file does not say so. */
  readonly wasGuess: boolean;
  /** Who put it right or confirmed it, and when; `null`: nobody. */
  readonly corrector: string | null;
}

/** The facts of an article in the order of the Inspector: field, name, what stands in an empty field. */
export const metadataFields: readonly (readonly [MetadataField, string, string])[] = [
  ['title', 'Title', ''],
  ['outlet', 'Outlet', 'Not stated in the file'],
  ['byline', 'Byline', 'Not stated in the file'],
  ['published', 'Published', 'Not stated; write 2031-05-12'],
  ['updated', 'Updated', 'Not stated; write 2031-05-12'],
  ['section', 'Section', 'Not stated in the file'],
  ['language', 'Language', 'Not stated in the file'],
  ['url', 'Address', 'Not stated in the file'],
];

export function metadataFact(article: ArticleRecord, field: MetadataField): MetadataFact {
  const value = effectiveMetadata(article)[field] ?? '';
  const corrected = field in article.corrected;
  const stated = article.detected[field] ?? '';
  const provenance = corrected ? undefined : article.provenance?.[field];
  return {
    value,
    stated: corrected ? stated : null,
    wasGuess: corrected && article.provenance?.[field]?.confidence === 'guessed',
    inWords: isDate(field) && value !== '' ? dateWords(value) : null,
    source: provenance === undefined || value === '' ? null : provenanceWords(provenance),
    isGuess: provenance?.confidence === 'guessed' && value !== '',
    corrector: corrected ? correctorWords(article, field, value, stated) : null,
  };
}

/** "12 May 2031, 09:14 (UTC+1)": only with its zone can a time be put beside another one. */
function dateWords(value: string): string | null {
  const words = formatPublished(value, locale);
  const zone = zoneWords(value);
  return zone === null ? words : `${words} (${zone})`;
}

/** "corrected by Ida Marsk, 12 May 2031, 09:14"; records of schema 1 do not say who. */
function correctorWords(
  article: ArticleRecord,
  field: MetadataField,
  value: string,
  stated: string,
): string {
  const verb = value === stated ? 'confirmed' : stated === '' ? 'written by hand' : 'corrected';
  const by = article.correctedBy?.[field];
  return by === undefined ? verb : `${verb} by ${by.author}, ${instantWords(by.at)}`;
}

/** Puts the analyst's word over what the file says, for one field; an empty one says "not known". */
export function correct(
  session: Session,
  article: ArticleRecord,
  field: MetadataField,
  text: string,
): void {
  const { store } = session;
  const present = store.records.get('article', article.id);
  if (present === null) return;
  const value = isDate(field) ? readPublished(text) : text.trim() || null;
  if (field === 'title' && value === null) return;
  session.hush();
  store.commit(`Correct ${field}`, correctArticle(store.maker, present, field, value as string));
}

/** Makes what was guessed the analyst's own word. */
export function confirm(session: Session, article: ArticleRecord, field: MetadataField): void {
  const { store } = session;
  const present = store.records.get('article', article.id);
  if (present === null) return;
  store.commit(`Confirm ${field}`, confirmField(store.maker, present, field));
  session.say(`Confirmed: ${effectiveMetadata(present)[field] ?? ''}.`);
}

/** Takes a correction or a confirmation back. */
export function takeBack(session: Session, article: ArticleRecord, field: MetadataField): void {
  const { store } = session;
  const present = store.records.get('article', article.id);
  if (present === null) return;
  const stated = present.detected[field] ?? null;
  store.commit(`Take back ${field}`, correctArticle(store.maker, present, field, stated as string));
}

function isDate(field: MetadataField): boolean {
  return field === 'published' || field === 'updated';
}

/** What is wrong with a field's text, in a sentence with what to write; `null`: nothing. */
export function objectionTo(field: MetadataField, text: string): string | null {
  if (field === 'title' && text === '') return 'An article needs a title.';
  if (isDate(field)) return objectionToDate(text);
  if (field === 'url' && text !== '' && !/^https?:\/\/\S+$/.test(text)) {
    return 'An address begins with http:// or https://.';
  }
  return null;
}

/** What is wrong with a date as it was written; nothing, if it is empty. */
function objectionToDate(text: string): string | null {
  if (text === '' || readPublished(text) !== null) return null;
  return 'Write the date as 2031-05-12, 12 May 2031, 2031-05 or 2031.';
}
