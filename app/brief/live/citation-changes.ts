import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { Stance } from '../../record/records.ts';
import {
  type AcceptedCitation,
  type AcceptedClaim,
  type AcceptedEvidence,
  type AcceptedEvidenceSource,
  acceptedMetadataFields,
} from './accepted-citation.ts';

/** What of a citation can change, apart from a claim's evidence. `latest`: the article has another revision at present. */
export type ChangedField =
  | 'quote'
  | 'revision'
  | 'latest'
  | (typeof acceptedMetadataFields)[number]
  | (typeof claimFields)[number];

/** One thing that a citation printed otherwise when the writer last accepted it. */
export type CitationChange =
  | {
      readonly field: ChangedField;
      /** `null`: it was not stated. */
      readonly before: string | null;
      readonly after: string | null;
      /** Of a claim: the article under its evidence that this is about. Absent: what is cited itself. */
      readonly of?: ArticleId;
    }
  /** Evidence was filed or taken away (one of the two is `null`), does something else, or has other words. */
  | {
      readonly field: 'evidence';
      readonly annotationId: AnnotationId;
      readonly before: EvidenceWords | null;
      readonly after: EvidenceWords | null;
    };

/** What a piece of evidence does and says. */
export interface EvidenceWords {
  readonly stance: Stance;
  /** `null`: its annotation is gone. */
  readonly quote: string | null;
}

/** What is kept of one thing, to be compared: what was not kept is `undefined`. */
type Kept = { readonly [Field in ChangedField]?: string | null | undefined };

const claimFields = ['wording', 'speaker', 'saidOn', 'saidUntil', 'place', 'status'] as const;

/**
 * What differs between two states of one citation, in the order in which people are told; what was not kept before is not
 * compared (rule Y1). A later revision of an article is told where it is in `waiting`: elsewhere the words moved on to it,
 * which is told, or the analyst has decided that they stay. Cost: what the citation prints.
 */
export function changesBetween(
  before: AcceptedCitation,
  after: AcceptedCitation,
  waiting: ReadonlySet<ArticleId>,
): readonly CitationChange[] {
  if (before.kind === 'quotation' && after.kind === 'quotation') {
    const latest = waiting.size === 0 ? [] : (['latest'] as const);
    return fieldChanges(before, after, ['quote', 'revision', ...latest, ...acceptedMetadataFields]);
  }
  if (before.kind === 'article' && after.kind === 'article') {
    return fieldChanges(before, after, ['revision', ...acceptedMetadataFields]);
  }
  if (before.kind === 'claim' && after.kind === 'claim') {
    return [
      ...fieldChanges(before, after, claimFields),
      ...evidenceChanges(before, after),
      ...sourceChanges(before, after, waiting),
    ];
  }
  // What was kept belongs to a citation of another kind: a document that was put together elsewhere.
  return [];
}

function fieldChanges(
  before: Kept,
  after: Kept,
  fields: readonly ChangedField[],
  of?: ArticleId,
): CitationChange[] {
  return fields.flatMap((field) => {
    const [one, other] = [before[field], after[field] ?? null];
    if (one === undefined || one === other) return [];
    return [{ field, before: one, after: other, ...(of === undefined ? {} : { of }) }];
  });
}

function evidenceChanges(before: AcceptedClaim, after: AcceptedClaim): CitationChange[] {
  return evidencePairs(before, after).flatMap(([annotationId, old, now]) => {
    const [one, other] = [words(old), words(now)];
    const same = one?.stance === other?.stance && one?.quote === other?.quote;
    return same ? [] : [{ field: 'evidence' as const, annotationId, before: one, after: other }];
  });
}

/** The evidence of both, each with what it was and is. An annotation may stand under a claim more than once. */
function evidencePairs(
  before: AcceptedClaim,
  after: AcceptedClaim,
): [AnnotationId, AcceptedEvidence | undefined, AcceptedEvidence | undefined][] {
  const [was, is] = [byAnnotation(before.evidence), byAnnotation(after.evidence)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((id) => {
    const [old, now] = [was.get(id) ?? [], is.get(id) ?? []];
    return Array.from(
      { length: Math.max(old.length, now.length) },
      (_, index): [AnnotationId, AcceptedEvidence | undefined, AcceptedEvidence | undefined] => [
        id,
        old[index],
        now[index],
      ],
    );
  });
}

function byAnnotation(
  evidence: readonly AcceptedEvidence[],
): ReadonlyMap<AnnotationId, readonly AcceptedEvidence[]> {
  const groups = new Map<AnnotationId, AcceptedEvidence[]>();
  for (const item of evidence) {
    const group = groups.get(item[0]);
    if (group === undefined) groups.set(item[0], [item]);
    else group.push(item);
  }
  return groups;
}

function words(evidence: AcceptedEvidence | undefined): EvidenceWords | null {
  return evidence === undefined ? null : { stance: evidence[1], quote: evidence[2] ?? null };
}

/**
 * What changed about the articles that stayed under a claim: the revision of a quoted passage, once for all that moved from
 * one to another, the present revision, the metadata. Articles that came or went are told by their evidence.
 */
function sourceChanges(
  before: AcceptedClaim,
  after: AcceptedClaim,
  waiting: ReadonlySet<ArticleId>,
): CitationChange[] {
  const was = new Map((before.sources ?? []).map((source) => [source[0], keptOf(source)]));
  const moved = new Map<string, CitationChange>();
  for (const [, old, now] of evidencePairs(before, after)) {
    if (old?.[3] === undefined || now?.[3] === undefined || now[2] === null) continue;
    if (old[3] === now[3]) continue;
    const of = now[4] ?? undefined;
    const change = { field: 'revision' as const, before: old[3], after: now[3] };
    moved.set(JSON.stringify([change, of]), of === undefined ? change : { ...change, of });
  }
  const others = (after.sources ?? []).flatMap((source) => {
    const [of] = source;
    const fields = [...(waiting.has(of) ? (['latest'] as const) : []), ...acceptedMetadataFields];
    return fieldChanges(was.get(of) ?? {}, keptOf(source), fields, of);
  });
  return [...moved.values(), ...others];
}

function keptOf([, latest, ...metadata]: AcceptedEvidenceSource): Kept {
  const named = acceptedMetadataFields.map((field, index) => [field, metadata[index]] as const);
  return { latest, ...Object.fromEntries(named) };
}
