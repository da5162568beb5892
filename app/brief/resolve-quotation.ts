import { annotationLabel } from '../annotation/annotation-label.ts';
import { effectiveMetadata } from '../article/article-metadata.ts';
import type { RevisionHash, TextOffset } from '../base/brand.ts';
import { failure, type Result, success } from '../base/result.ts';
import type { AnnotationId } from '../record/ids.ts';
import type { CitedRecords } from './cited-records.ts';
import { type GuessableField, sourceGuesses } from './source-guesses.ts';

/** A quotation with all that a reader needs to find it in its source (rule C4). */
export interface Quotation {
  readonly annotationId: AnnotationId;
  /** `3:10`. */
  readonly label: string;
  /** The words as the record has them. Not yet checked against the text: see `checkCitations`. */
  readonly quote: string;
  readonly articleNumber: number;
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** ISO 8601 of the precision that is known. */
  readonly published: string | null;
  readonly url: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Which facts are guesses that nobody has confirmed. */
  readonly guesses: readonly GuessableField[];
  readonly revisionHash: RevisionHash;
  /** The number of the revision that is quoted, when the article has a later one: the source has changed since. */
  readonly earlierRevision: number | null;
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** Why a quotation has no source: which record is missing or does not belong. */
export type QuotationFault = 'no-annotation' | 'no-article' | 'no-revision' | 'other-article';

/** What an annotation quotes and where, as the records say now (rule C1). Fails with what to do in its message. */
export function resolveQuotation(
  records: CitedRecords,
  id: AnnotationId,
): Result<Quotation, QuotationFault> {
  const annotation = records.annotation(id);
  if (annotation === undefined) {
    return failure(
      'no-annotation',
      'The annotation was deleted. Undo its deletion or take the citation out of the brief.',
    );
  }
  const article = records.article(annotation.articleId);
  if (article === undefined) {
    return failure(
      'no-article',
      'The article of this annotation is not in the project. Import it again or take the citation out of the brief.',
    );
  }
  const { passage } = annotation;
  const revision = records.revision(passage.revisionId);
  if (revision === undefined) {
    return failure(
      'no-revision',
      'The revision that this annotation quotes is not in the project. Import the article again or take the citation out of the brief.',
    );
  }
  if (revision.articleId !== article.id) {
    return failure(
      'other-article',
      'The quoted revision belongs to another article. Highlight the passage anew and cite that annotation.',
    );
  }
  const metadata = effectiveMetadata(article);
  return success({
    annotationId: annotation.id,
    label: annotationLabel(article, annotation),
    quote: passage.quote,
    articleNumber: article.number,
    title: metadata.title,
    outlet: metadata.outlet,
    byline: metadata.byline,
    published: metadata.published,
    url: metadata.url,
    language: metadata.language,
    guesses: sourceGuesses(article),
    revisionHash: revision.hash,
    earlierRevision: revision.id === article.revisionId ? null : (revision.number ?? 1),
    start: passage.start,
    end: passage.end,
  });
}
