import type { BriefBundle } from '../record/brief-bundle.ts';
import type { AnnotationId, ArticleId, ClaimId, RevisionId } from '../record/ids.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  EvidenceRecord,
  RevisionRecord,
} from '../record/records.ts';

/** Where citations find their records: a bundle to export, or the live records of a window. */
export interface CitedRecords {
  annotation(id: AnnotationId): AnnotationRecord | undefined;
  article(id: ArticleId): ArticleRecord | undefined;
  revision(id: RevisionId): RevisionRecord | undefined;
  claim(id: ClaimId): ClaimRecord | undefined;
  /** The evidence filed under a claim, in any order. */
  evidenceOf(id: ClaimId): readonly EvidenceRecord[];
}

/** The records of a bundle by id. Cost: one pass over the bundle, then constant per look-up. */
export function bundleRecords(bundle: BriefBundle): CitedRecords {
  const annotations = byId(bundle.annotations);
  const articles = byId(bundle.articles);
  const revisions = byId(bundle.revisions);
  const claims = byId(bundle.claims);
  const evidence = new Map<ClaimId, EvidenceRecord[]>();
  for (const record of bundle.evidence) {
    const filed = evidence.get(record.claimId);
    if (filed === undefined) evidence.set(record.claimId, [record]);
    else filed.push(record);
  }
  return {
    annotation: (id) => annotations.get(id),
    article: (id) => articles.get(id),
    revision: (id) => revisions.get(id),
    claim: (id) => claims.get(id),
    evidenceOf: (id) => evidence.get(id) ?? [],
  };
}

function byId<Id, Item extends { readonly id: Id }>(items: readonly Item[]): Map<Id, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
