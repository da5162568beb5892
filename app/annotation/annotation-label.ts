import type { AnnotationRecord, ArticleRecord } from '../record/records.ts';

/** The number that people say and write: `3:10`, article 3, its annotation 10. */
export function annotationLabel(article: ArticleRecord, annotation: AnnotationRecord): string {
  return `${article.number}:${annotation.number}`;
}
