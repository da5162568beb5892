import type { ArticleRecord, Origin } from '../../../app/record/records.ts';
import type { ArticleReading } from './article-reading.ts';
import { changedFacts, type ImportItemPart, importItem } from './import-item.ts';
import type { PendingChange } from './pending-change.ts';
import { restoreRevision, reviseArticle } from './revise-article.ts';

/**
 * Takes up a text as a state of an article that is known: the same bytes were read anew in another way. Answers with the
 * line of the report.
 *
 * @param isAnew the columns of the table were named anew
 */
export function rereadArticle(
  pending: PendingChange,
  article: ArticleRecord,
  reading: ArticleReading,
  isAnew: boolean,
): ImportItemPart {
  const { text, origin } = reading;
  const present = pending.articleNow(article.id) ?? article;
  const revision = pending.revisionsOf(article.id).find(({ hash }) => hash === text.hash);
  // The columns tell by what a row is known: by its headline before, by its address now.
  const isPart = (known: Origin) => known.place === origin.place && known.part === origin.part;
  const origins = isAnew
    ? [...present.origins.filter((known) => !isPart(known)), origin]
    : present.origins;
  if (revision === undefined) return reviseArticle(pending, present, reading, origins);
  if (revision.id !== present.revisionId) {
    return restoreRevision(pending, { article: present, revision }, text, origins);
  }
  const facts = changedFacts(present, text);
  if (facts !== null || isAnew) {
    pending.update(present, { detected: text.metadata, provenance: text.provenance }, origins);
  }
  return importItem('known', pending.articleNow(article.id) ?? article, [
    facts === null || facts === ''
      ? 'Read in this way its text is the same.'
      : `Read in this way its text is the same; what it states of itself was renewed: ${facts}.`,
  ]);
}
