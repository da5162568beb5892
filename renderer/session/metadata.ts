import { effectiveMetadata } from '../../app/article/article-metadata.ts';
import { correctArticle } from '../../app/article/correct-article.ts';
import { formatPublished } from '../../app/article/published-date.ts';
import { readPublished } from '../../app/article/read-published.ts';
import type { ArticleMetadata, ArticleRecord } from '../../app/record/records.ts';
import { locale } from './article-list.ts';
import type { Session } from './session.ts';

/** One fact of an article as the Inspector shows it. */
export interface MetadataFact {
  readonly value: string;
  /** What the file says where the analyst put something else in its place; `null`: nothing was put right. */
  readonly stated: string | null;
  /** The value in words, where it is written in a form for machines. */
  readonly inWords: string | null;
}

export function metadataFact(article: ArticleRecord, field: keyof ArticleMetadata): MetadataFact {
  const value = effectiveMetadata(article)[field] ?? '';
  return {
    value,
    stated: field in article.corrected ? (article.detected[field] ?? '') : null,
    inWords: field === 'published' && value !== '' ? formatPublished(value, locale) : null,
  };
}

/** Puts the analyst's word over what the file says, for one field; an empty one says "not known". */
export function correct(
  session: Session,
  article: ArticleRecord,
  field: keyof ArticleMetadata,
  text: string,
): void {
  const { store } = session;
  const present = store.records.get('article', article.id);
  if (present === null) return;
  const value = field === 'published' ? readPublished(text) : text.trim() || null;
  if (field === 'title' && value === null) return;
  store.commit(`Correct ${field}`, correctArticle(store.maker, present, field, value as string));
}

/** What is wrong with a field's text, in a sentence with what to write; `null`: nothing. */
export function objectionTo(field: keyof ArticleMetadata, text: string): string | null {
  if (field === 'title' && text === '') return 'An article needs a title.';
  if (field === 'published') return objectionToDate(text);
  if (field === 'url' && text !== '' && !/^https?:\/\/\S+$/.test(text)) {
    return 'An address begins with http:// or https://.';
  }
  return null;
}

/** What is wrong with a date as it was written; nothing, if it is empty. */
export function objectionToDate(text: string): string | null {
  if (text === '' || readPublished(text) !== null) return null;
  return 'Write the date as 2031-05-12, 12 May 2031, 2031-05 or 2031.';
}
