import type { Diff } from '../record/diff.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ArticleRecord, ProjectRecord } from '../record/records.ts';

/**
 * Removes an article with what cannot be without it: its revisions, its annotations with their links and evidence, and
 * the silences confirmed of it. Its file and its texts stay on disk, and importing the file again brings it back as new.
 */
export function removeArticle(source: RecordSource, article: ArticleRecord): Diff {
  const removed = new Map<string, ProjectRecord>([[article.id, article]]);
  for (const revision of source.list('revision')) {
    if (revision.articleId === article.id) removed.set(revision.id, revision);
  }
  for (const annotation of source.annotationsOf(article.id)) {
    removed.set(annotation.id, annotation);
    for (const link of source.linksAt(annotation.id)) removed.set(link.id, link);
    for (const evidence of source.evidenceFor(annotation.id)) removed.set(evidence.id, evidence);
  }
  for (const silence of source.list('silence')) {
    if (silence.articleId === article.id) removed.set(silence.id, silence);
  }
  return { added: [], updated: [], removed: [...removed.values()] };
}
