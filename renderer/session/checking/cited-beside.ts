import { citationOf } from '../../../app/brief/cited-ids.ts';
import type { AnnotationId, ClaimId } from '../../../app/record/ids.ts';
import type { ClaimStatus, Stance } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { countOf, listArticle } from '../article-list.ts';
import { showClaim } from '../claims/claim.ts';
import { sourcesShown } from '../claims/claim-sources-shown.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { cite } from '../writing/brief.ts';

/** What the Inspector shows beside a selected citation. */
export interface CitedBeside {
  /** "12:11 · Meridian Wire". */
  readonly head: string;
  readonly claims: readonly {
    readonly id: ClaimId;
    readonly label: string;
    readonly status: ClaimStatus;
    readonly sources: string;
    readonly wording: string;
  }[];
  /** Other passages for and against these claims. */
  readonly evidence: readonly {
    readonly id: AnnotationId;
    readonly label: string;
    readonly outlet: string;
    readonly stance: Stance;
    readonly quote: string;
    /** Cites it at the caret. */
    cite(): void;
  }[];
}

const mostEvidence = 12;

/** The claims that a citation stands for, and their other evidence. Cost: that evidence. */
export function citedBeside(session: Session, node: RichTextNode): CitedBeside {
  const { records } = session.store;
  const citation = citationOf(node);
  if (citation === null) return { head: '', claims: [], evidence: [] };
  const claimIds =
    citation.kind === 'claim'
      ? [citation.id]
      : citation.kind === 'annotation'
        ? [...new Set(records.evidenceFor(citation.id).map(({ claimId }) => claimId))]
        : [];
  const claims = claimIds.flatMap((id) => records.get('claim', id) ?? []);
  const evidence = claims
    .flatMap(({ id }) => records.evidenceOf(id))
    .filter(({ annotationId }) => annotationId !== citation.id)
    .slice(0, mostEvidence);
  return {
    head: headOf(session, node),
    claims: claims.map(({ id, number, status, wording }) => ({
      id,
      label: `C${number}`,
      status,
      sources: countOf(sourcesShown(session, id).length, 'source'),
      wording,
    })),
    evidence: evidence.flatMap(({ annotationId, stance }) => {
      const annotation = records.get('annotation', annotationId);
      const article = annotation && records.get('article', annotation.articleId);
      if (!annotation || !article) return [];
      return [
        {
          id: annotationId,
          label: labelOf(session, annotationId),
          outlet: listArticle(article).outlet ?? listArticle(article).metadata.title,
          stance,
          quote: annotation.passage.quote,
          cite: () => cite(session, { kind: 'inline', id: annotationId }),
        },
      ];
    }),
  };
}

function headOf(session: Session, node: RichTextNode): string {
  const { records } = session.store;
  const citation = citationOf(node);
  if (citation?.kind === 'claim') {
    const claim = records.get('claim', citation.id);
    return claim === null ? 'Citation of a claim' : `Citation · C${claim.number}`;
  }
  if (citation?.kind === 'article') {
    const article = records.get('article', citation.id);
    const outlet = article === null ? null : listArticle(article).outlet;
    return ['Citation', article && `article ${article.number}`, outlet].filter(Boolean).join(' · ');
  }
  const annotation = citation === null ? null : records.get('annotation', citation.id);
  const article = annotation && records.get('article', annotation.articleId);
  const outlet = article ? listArticle(article).outlet : null;
  const label = annotation && article ? labelOf(session, annotation.id) : null;
  return ['Citation', label, outlet].filter(Boolean).join(' · ');
}

/** Opens what a citation leads to: its passage, its claim, its article. */
export function openCitation(session: Session, node: RichTextNode): void {
  const { records } = session.store;
  const citation = citationOf(node);
  if (citation === null) return;
  if (citation.kind === 'claim') showClaim(session, citation.id);
  else if (citation.kind === 'article') session.panes.open(citation.id, { focus: true });
  else {
    const annotation = records.get('annotation', citation.id);
    if (annotation !== null) session.panes.openAnnotation(annotation);
  }
}
