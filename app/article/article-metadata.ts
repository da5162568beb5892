import type { ArticleMetadata, ArticleRecord, MetadataField } from '../record/records.ts';

/** Metadata with every field there, `null` where it is not known. */
export type ShownMetadata = Required<ArticleMetadata>;

/** Metadata of which nothing is known but the title. */
export function untitledMetadata(title: string): ShownMetadata {
  return {
    title,
    outlet: null,
    byline: null,
    published: null,
    updated: null,
    url: null,
    language: null,
    section: null,
  };
}

/** Whether a fact is a guess that nobody has confirmed: it is never shown or printed without saying so. */
export function isGuess(
  article: Pick<ArticleRecord, 'corrected' | 'provenance'>,
  field: MetadataField,
): boolean {
  return article.provenance?.[field]?.confidence === 'guessed' && !(field in article.corrected);
}

/** What to show of an article: what was detected, with the analyst's corrections over it, field by field. */
export function effectiveMetadata(
  article: Pick<ArticleRecord, 'detected' | 'corrected'>,
): ShownMetadata {
  return { ...untitledMetadata(''), ...article.detected, ...article.corrected };
}
