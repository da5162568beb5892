import type { ArticleRecord, Origin, RevisionRecord } from '../../../app/record/records.ts';
import type { ArticleReading } from './article-reading.ts';
import { type ImportItemPart, importItem } from './import-item.ts';
import type { IngestedText } from './ingest.ts';
import type { PendingChange } from './pending-change.ts';

/** Gives an article another text as its next revision. Answers with the line of the report. */
export function reviseArticle(
  pending: PendingChange,
  article: ArticleRecord,
  reading: ArticleReading,
  origins: readonly Origin[],
): ImportItemPart {
  const { text } = reading;
  const numbers = pending.revisionsOf(article.id).map(({ number }) => number ?? 1);
  const number = Math.max(0, ...numbers) + 1;
  const revision = pending.addRevision(article.id, number, reading);
  const fields = {
    revisionId: revision.id,
    detected: text.metadata,
    provenance: text.provenance,
  };
  pending.update(article, fields, origins);
  const trash = article.trashedAt ? [' The article is in the trash.'] : [];
  return importItem('revised', pending.articleNow(article.id) ?? article, [
    `Revision ${number} of article ${article.number}; the text before it stays and can be read.`,
    ...trash,
    ...text.remarks,
  ]);
}

/** Lets an article show a revision again that it has. Answers with the line of the report. */
export function restoreRevision(
  pending: PendingChange,
  { article, revision }: { readonly article: ArticleRecord; readonly revision: RevisionRecord },
  { metadata, provenance }: IngestedText,
  origins: readonly Origin[],
): ImportItemPart {
  const fields = { revisionId: revision.id, detected: metadata, provenance };
  pending.update(article, fields, origins);
  return importItem('revised', pending.articleNow(article.id) ?? article, [
    `Its text is again what it was in revision ${revision.number ?? 1}, which is shown from now on.`,
  ]);
}
