import type { ImportItem } from '../../../app/host/job.ts';
import type { ArticleMetadata, ArticleRecord, MetadataField } from '../../../app/record/records.ts';
import type { IngestedText } from './ingest.ts';

/** What became of an article of a file. */
export type ImportItemPart = Omit<ImportItem, 'fileName' | 'part' | 'format'>;

/** A line of the report on an article. */
export function importItem(
  outcome: ImportItem['outcome'],
  article: ArticleRecord,
  sentences: readonly string[],
): ImportItemPart {
  const reason = sentences.join(' ').trim();
  return {
    outcome,
    title: titleOf(article),
    articleId: article.id,
    ...(reason === '' ? {} : { reason }),
  };
}

/** The line of a file that is as it was when the article was read from it. */
export function unchangedItem(article: ArticleRecord): ImportItemPart {
  const trash = article.trashedAt ? ' That article is in the trash.' : '';
  return importItem('known', article, [
    `It has not changed since it was imported as article ${article.number}, “${titleOf(article)}”.${trash}`,
  ]);
}

export function titleOf({ corrected, detected }: ArticleRecord): string {
  return corrected.title ?? detected.title;
}

const fieldWords: Readonly<Record<MetadataField, string>> = {
  title: 'title',
  outlet: 'outlet',
  byline: 'byline',
  published: 'date',
  updated: 'time of update',
  url: 'address',
  language: 'language',
  section: 'section',
};

/**
 * The facts that a text's source states otherwise than the article has them, in words for people; empty where only what
 * vouches for them changed, `null` where nothing did.
 */
export function changedFacts(
  { detected, provenance }: ArticleRecord,
  text: IngestedText,
): string | null {
  const fields = Object.keys(fieldWords) as MetadataField[];
  const value = (metadata: ArticleMetadata, field: MetadataField) => metadata[field] ?? null;
  const changed = fields.filter((field) => value(detected, field) !== value(text.metadata, field));
  if (changed.length > 0) return changed.map((field) => fieldWords[field]).join(', ');
  const isSame = fields.every((field) => {
    const [one, other] = [provenance?.[field], text.provenance[field]];
    return one?.source === other?.source && one?.confidence === other?.confidence;
  });
  return isSame ? null : '';
}
