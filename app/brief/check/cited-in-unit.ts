import type { RevisionId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { Citation } from '../cited-ids.ts';
import type { CitedRecords } from '../cited-records.ts';
import type { BriefUnit } from './brief-lines.ts';
import type { CheckItem } from './check-item.ts';

/** What a line or block citation cites, repeated citations repeated. */
export function citationsOf(unit: BriefUnit): readonly Citation[] {
  if (unit.kind === 'citation') return [unit.citation];
  // Those of a footnote count for the line that it stands in and for its own.
  return unit.citations.map(({ citation }) => citation);
}

/** The revisions that a citation's words are looked for in: of a claim those of its evidence, of a whole article its present one. */
export function revisionsOf(
  source: Pick<RecordSource, 'get' | 'evidenceOf'>,
  citation: Citation,
): readonly RevisionId[] {
  if (citation.kind === 'article') {
    const article = source.get('article', citation.id);
    return article === null ? [] : [article.revisionId];
  }
  const ids =
    citation.kind === 'annotation'
      ? [citation.id]
      : source.evidenceOf(citation.id).map(({ annotationId }) => annotationId);
  return ids.flatMap((id) => source.get('annotation', id)?.passage.revisionId ?? []);
}

/** The ids of the present revisions of the articles that a citation leads to, in one string: another one when one is new. */
export function presentRevisions(
  source: Pick<RecordSource, 'get' | 'evidenceOf'>,
  citation: Citation,
): string {
  const annotations =
    citation.kind === 'annotation'
      ? [citation.id]
      : citation.kind === 'claim'
        ? source.evidenceOf(citation.id).map(({ annotationId }) => annotationId)
        : [];
  const articles =
    citation.kind === 'article'
      ? [citation.id]
      : annotations.flatMap((id) => source.get('annotation', id)?.articleId ?? []);
  const ids = articles.flatMap((id) => source.get('article', id)?.revisionId ?? []);
  return [...new Set(ids)].sort().join(' ');
}

/** The record that a citation is of. */
export function aboutOf(citation: Citation): CheckItem['about'] {
  switch (citation.kind) {
    case 'annotation':
      return { kind: 'annotation', id: citation.id };
    case 'claim':
      return { kind: 'claim', id: citation.id };
    case 'article':
      return { kind: 'article', id: citation.id };
  }
}

/** Records as quotations are looked up. */
export function recordsOf(source: Pick<RecordSource, 'get' | 'evidenceOf'>): CitedRecords {
  return {
    annotation: (id) => source.get('annotation', id) ?? undefined,
    article: (id) => source.get('article', id) ?? undefined,
    revision: (id) => source.get('revision', id) ?? undefined,
    claim: (id) => source.get('claim', id) ?? undefined,
    evidenceOf: (id) => source.evidenceOf(id),
  };
}
