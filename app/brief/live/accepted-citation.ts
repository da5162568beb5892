import { effectiveMetadata } from '../../article/article-metadata.ts';
import type { RevisionHash } from '../../base/brand.ts';
import { speakerName } from '../../claim/speakers.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ArticleRecord, ClaimStatus, EvidenceRecord, Stance } from '../../record/records.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { type Citation, citationOf } from '../cited-ids.ts';

/** What a citation says of the article that it leads to. */
interface AcceptedSource extends AcceptedMetadata {
  readonly revision: RevisionHash;
}

/** Of an article's metadata what a citation, a note or a bibliography prints. */
interface AcceptedMetadata {
  readonly outlet: string | null;
  readonly title: string;
  readonly byline: string | null;
  /** ISO 8601 of the precision that is known. */
  readonly published: string | null;
  readonly url: string | null;
  /** Absent in what was accepted before it was kept, as `language`, and then not compared. */
  readonly section?: string | null;
  /** BCP 47. */
  readonly language?: string | null;
}

/** The metadata that is kept, in the order in which people are told of it. */
export const acceptedMetadataFields = [
  'outlet',
  'title',
  'byline',
  'published',
  'url',
  'section',
  'language',
] as const satisfies readonly (keyof AcceptedMetadata)[];

/** What the writer accepted of a quotation. */
export interface AcceptedQuotation extends AcceptedSource {
  readonly kind: 'quotation';
  /** The exact words, nothing left out. */
  readonly quote: string;
  /** The present revision of the article, whichever the words stand in. Absent in what was accepted before it was kept. */
  readonly latest?: RevisionHash;
}

/** What the writer accepted of a whole article. */
export interface AcceptedArticle extends AcceptedSource {
  readonly kind: 'article';
}

/**
 * A piece of evidence under a claim: which, what it does there, its words, the revision that they stand in, and its article
 * (`null`: the annotation or the revision is gone). The last two are absent in what was accepted before they were kept.
 */
export type AcceptedEvidence = readonly [
  annotation: AnnotationId,
  stance: Stance,
  quote: string | null,
  revision?: RevisionHash | null,
  article?: ArticleId | null,
];

/**
 * An article that evidence of a claim stands in: which, its present revision (`null`: it is gone), and its metadata in the
 * order of `acceptedMetadataFields`. A list, since that is how schema 6 stores what is accepted.
 */
export type AcceptedEvidenceSource = readonly [
  article: ArticleId,
  latest: RevisionHash | null,
  ...metadata: (string | null)[],
];

/** What the writer accepted of a claim. */
export interface AcceptedClaim {
  readonly kind: 'claim';
  readonly wording: string;
  readonly speaker: string | null;
  readonly saidOn: string | null;
  readonly saidUntil: string | null;
  readonly place: string | null;
  readonly status: ClaimStatus;
  /** In the order of the annotations' ids, so that equal claims are equal values. */
  readonly evidence: readonly AcceptedEvidence[];
  /** In the order of the articles' ids, each once. Absent in what was accepted before it was kept. */
  readonly sources?: readonly AcceptedEvidenceSource[];
}

/**
 * What a citation prints, as the writer last accepted it: attribute `accepted` of a citation. It only tells what changed;
 * what is printed comes from the records (rules C1 and Y1).
 */
export type AcceptedCitation = AcceptedQuotation | AcceptedArticle | AcceptedClaim;

/** The record that a citation leads to, in whatever form it is cited. */
export type CitedTarget = Citation extends infer One
  ? One extends { readonly form: unknown }
    ? Omit<One, 'form'>
    : One
  : never;

/** Where what a citation prints is looked up. */
export type CitationRecords = Pick<RecordSource, 'get' | 'evidenceOf'>;

/**
 * What a citation prints now, as one that is inserted or accepted keeps it; `null`: a record that it leads to is gone,
 * and there is nothing to accept. Equal records give equal values. Cost: look-ups, and of a claim its evidence.
 */
export function acceptedTarget(
  source: CitationRecords,
  citation: CitedTarget,
): AcceptedCitation | null {
  switch (citation.kind) {
    case 'annotation': {
      const annotation = source.get('annotation', citation.id);
      const article = annotation && source.get('article', annotation.articleId);
      const revision = annotation && source.get('revision', annotation.passage.revisionId);
      if (!annotation || !article || !revision) return null;
      return {
        kind: 'quotation',
        quote: annotation.passage.quote,
        ...latestOf(source, article),
        ...sourceOf(article, revision.hash),
      };
    }
    case 'article': {
      const article = source.get('article', citation.id);
      const revision = article && source.get('revision', article.revisionId);
      return article && revision ? { kind: 'article', ...sourceOf(article, revision.hash) } : null;
    }
    case 'claim':
      return acceptedClaim(source, citation.id);
  }
}

/** `acceptedTarget` of the citation that a node is; `null` also for a node that cites nothing. */
export function acceptedOf(source: CitationRecords, node: RichTextNode): AcceptedCitation | null {
  const citation = citationOf(node);
  return citation === null ? null : acceptedTarget(source, citation);
}

/**
 * What a citation's node keeps; `null`: nothing (older than schema 6), or not in this form. Documents come from files that
 * others may have written, so nothing is taken for granted.
 */
export function acceptedIn(node: RichTextNode): AcceptedCitation | null {
  const kept = node.attrs?.accepted;
  if (typeof kept !== 'object' || kept === null || !('kind' in kept)) return null;
  switch (kept.kind) {
    case 'quotation':
      return 'quote' in kept && typeof kept.quote === 'string' && 'revision' in kept
        ? (kept as AcceptedQuotation)
        : null;
    case 'article':
      return 'revision' in kept ? (kept as AcceptedArticle) : null;
    case 'claim':
      return 'evidence' in kept &&
        isListOfIds(kept.evidence) &&
        (!('sources' in kept) || isListOfIds(kept.sources))
        ? (kept as AcceptedClaim)
        : null;
    default:
      return null;
  }
}

/** Lists of which each begins with an id. */
function isListOfIds(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((item) => Array.isArray(item) && typeof item[0] === 'string')
  );
}

function sourceOf(article: ArticleRecord, revision: RevisionHash): AcceptedSource {
  return { revision, ...metadataOf(article) };
}

function metadataOf(article: ArticleRecord): AcceptedMetadata {
  const { outlet, title, byline, published, url, section, language } = effectiveMetadata(article);
  return { outlet, title, byline, published, url, section: section ?? null, language };
}

/** Nothing where the article's present revision is not there. */
function latestOf(source: CitationRecords, article: ArticleRecord): { latest?: RevisionHash } {
  const revision = source.get('revision', article.revisionId);
  return revision === null ? {} : { latest: revision.hash };
}

function acceptedClaim(source: CitationRecords, id: ClaimId): AcceptedClaim | null {
  const claim = source.get('claim', id);
  if (claim === null) return null;
  const filed = source.evidenceOf(id);
  return {
    kind: 'claim',
    wording: claim.wording,
    speaker: speakerName(source, claim),
    saidOn: claim.saidOn,
    saidUntil: claim.saidUntil ?? null,
    place: claim.place ?? null,
    status: claim.status,
    evidence: filed
      .map(({ annotationId, stance }) => acceptedEvidence(source, annotationId, stance))
      .sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1])),
    sources: acceptedSources(source, filed),
  };
}

function acceptedEvidence(
  source: CitationRecords,
  id: AnnotationId,
  stance: Stance,
): AcceptedEvidence {
  const annotation = source.get('annotation', id);
  if (annotation === null) return [id, stance, null, null, null];
  const { quote, revisionId } = annotation.passage;
  const revision = source.get('revision', revisionId)?.hash ?? null;
  return [id, stance, quote, revision, annotation.articleId];
}

function acceptedSources(
  source: CitationRecords,
  filed: readonly EvidenceRecord[],
): AcceptedEvidenceSource[] {
  const ids = filed.flatMap(
    ({ annotationId }) => source.get('annotation', annotationId)?.articleId ?? [],
  );
  return [...new Set(ids)].sort(compare).flatMap((id): AcceptedEvidenceSource[] => {
    const article = source.get('article', id);
    if (article === null) return [];
    const metadata = metadataOf(article);
    return [
      [
        id,
        latestOf(source, article).latest ?? null,
        ...acceptedMetadataFields.map((field) => metadata[field] ?? null),
      ],
    ];
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
