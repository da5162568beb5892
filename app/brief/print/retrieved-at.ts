import type { ArticleRecord, RevisionRecord } from '../../record/records.ts';

/** When the file that a revision was read from came into the project; `null` where that is not known. */
export function retrievedAt(
  article: Pick<ArticleRecord, 'origins'>,
  revision: Pick<RevisionRecord, 'source'> | undefined,
): string | null {
  const hash = revision?.source?.fileHash;
  const own = article.origins.find(({ fileHash }) => fileHash === hash);
  return (own ?? article.origins[0])?.importedAt ?? null;
}
