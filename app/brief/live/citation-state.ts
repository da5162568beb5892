import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { AnnotationRecord, ArticleRecord } from '../../record/records.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { type Citation, citationOf } from '../cited-ids.ts';
import {
  type AcceptedCitation,
  acceptedIn,
  acceptedTarget,
  type CitationRecords,
} from './accepted-citation.ts';
import { type CitationChange, changesBetween } from './citation-changes.ts';

/** What became of the citation's article, or of one under a claim's evidence, since the revision that is quoted. */
export type LaterRevision =
  /** An article has a later revision, on which the place of what is quoted was not yet decided. */
  | 'waiting'
  /** It has a later one, and the analyst left the annotation on its own. */
  | 'kept';

/** Which record of a citation is gone. */
export type MissingRecord = 'annotation' | 'claim' | 'article' | 'revision';

/** How a citation stands to its records (rule Y1). */
export type CitationState =
  | { readonly kind: 'same'; readonly later: LaterRevision | null }
  | {
      readonly kind: 'changed';
      /** At least one. */
      readonly changes: readonly CitationChange[];
      readonly now: AcceptedCitation;
      readonly later: LaterRevision | null;
    }
  | {
      readonly kind: 'missing';
      readonly gone: MissingRecord;
      /** A sentence: what is gone and what to do. */
      readonly why: string;
    };

/**
 * How a citation stands to what its writer last accepted; `null` for a node that cites nothing. One that keeps nothing, as
 * those of before schema 6, is never changed. Cost: look-ups and one comparison of what it prints.
 */
export function citationState(source: CitationRecords, node: RichTextNode): CitationState | null {
  const citation = citationOf(node);
  if (citation === null) return null;
  const now = acceptedTarget(source, citation);
  if (now === null) return missing(source, citation);
  const behind = standingBehind(source, citation);
  const waiting = behind.flatMap(({ articleId, later }) => (later === 'waiting' ? articleId : []));
  const later = waiting.length > 0 ? 'waiting' : behind.length > 0 ? 'kept' : null;
  const accepted = acceptedIn(node);
  const changes = accepted === null ? [] : changesBetween(accepted, now, new Set(waiting));
  return changes.length === 0 ? { kind: 'same', later } : { kind: 'changed', changes, now, later };
}

/** The articles whose later revisions what is quoted does not stand on, once for each annotation. */
function standingBehind(
  source: CitationRecords,
  citation: Citation,
): { readonly articleId: ArticleId; readonly later: LaterRevision }[] {
  return annotationsOf(source, citation).flatMap((id) => {
    const annotation = source.get('annotation', id);
    const article = annotation && source.get('article', annotation.articleId);
    const later = annotation && article ? standsBehind(annotation, article) : null;
    return article && later ? [{ articleId: article.id, later }] : [];
  });
}

function annotationsOf(source: CitationRecords, citation: Citation): readonly AnnotationId[] {
  if (citation.kind === 'annotation') return [citation.id];
  return citation.kind === 'claim'
    ? source.evidenceOf(citation.id).map(({ annotationId }) => annotationId)
    : [];
}

function standsBehind(annotation: AnnotationRecord, article: ArticleRecord): LaterRevision | null {
  if (annotation.passage.revisionId === article.revisionId) return null;
  return annotation.keptFrom === article.revisionId ? 'kept' : 'waiting';
}

function missing(source: CitationRecords, citation: Citation): CitationState {
  const gone = goneOf(source, citation);
  const name = gone === 'annotation' || gone === 'claim' ? `The ${gone} was deleted` : names[gone];
  return {
    kind: 'missing',
    gone,
    why: `${name}. Undo that, or take the citation out of the brief.`,
  };
}

const names = {
  article: 'The article was removed from the project',
  revision: 'The quoted revision is not in the project any more',
};

function goneOf(source: CitationRecords, citation: Citation): MissingRecord {
  if (citation.kind === 'claim') return 'claim';
  if (citation.kind === 'article') {
    return source.get('article', citation.id) === null ? 'article' : 'revision';
  }
  const annotation = source.get('annotation', citation.id);
  if (annotation === null) return 'annotation';
  return source.get('article', annotation.articleId) === null ? 'article' : 'revision';
}
