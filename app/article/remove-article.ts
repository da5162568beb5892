import type { Diff } from '../record/diff.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ArticleRecord, ProjectRecord } from '../record/records.ts';

/**
 * Removes articles with what cannot be without them: their revisions, their annotations with links and evidence, the
 * silences confirmed of them, and the decisions on suggestions about them. Files and texts stay on disk, and importing a file again brings its article back as
 * new. Cost: the articles with their annotations, and one look at every revision, silence and
 * decision.
 */
export function removeArticles(source: RecordSource, articles: readonly ArticleRecord[]): Diff {
  const removed = new Map<string, ProjectRecord>(articles.map((article) => [article.id, article]));
  for (const revision of source.list('revision')) {
    if (removed.has(revision.articleId)) removed.set(revision.id, revision);
  }
  for (const article of articles) {
    for (const annotation of source.annotationsOf(article.id)) {
      removed.set(annotation.id, annotation);
      for (const link of source.linksAt(annotation.id)) removed.set(link.id, link);
      for (const evidence of source.evidenceFor(annotation.id)) removed.set(evidence.id, evidence);
    }
  }
  for (const silence of source.list('silence')) {
    if (removed.has(silence.articleId)) removed.set(silence.id, silence);
  }
  for (const decision of source.list('decision')) {
    if (decision.articleIds.some((id) => removed.has(id))) removed.set(decision.id, decision);
  }
  return { added: [], updated: [], removed: [...removed.values()] };
}
