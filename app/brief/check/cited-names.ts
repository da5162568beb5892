import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { Citation } from '../cited-ids.ts';
import type { SourcePassage } from './cited-passages.ts';
import { shortenedWords } from './shortened-words.ts';

type Source = Pick<RecordSource, 'get'>;

/** What findings call a citation: `3:10`, `C4`, "article 3, The Ledger". */
export function citationName(source: Source, citation: Citation): string {
  if (citation.kind === 'claim') return `C${source.get('claim', citation.id)?.number ?? '?'}`;
  if (citation.kind === 'article') return articleName(source, citation.id);
  const annotation = source.get('annotation', citation.id);
  const article = annotation && source.get('article', annotation.articleId);
  return annotation && article ? annotationLabel(article, annotation) : 'The citation';
}

/** "article 3, The Ledger"; by its title, shortened, where it has no outlet. */
export function articleName(source: Source, id: ArticleId): string {
  const article = source.get('article', id);
  if (article === null) return 'an article that is gone';
  const { outlet, title } = effectiveMetadata(article);
  return `article ${article.number}, ${outlet ?? shortenedWords(title)}`;
}

/** "3:10 (article 3, The Ledger)". */
export function passageName(source: Source, { annotationId, articleId }: SourcePassage): string {
  const name = articleName(source, articleId);
  if (annotationId === null) return name;
  return `${citationName(source, { kind: 'annotation', id: annotationId, form: 'inline' })} (${name})`;
}
