import type { ArticleId, ClaimId, TagId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { AnnotationRecord, ArticleRecord, ClaimRecord } from '../../record/records.ts';

/** What the analyst chose a brief to be drafted from. */
export type DraftChoice =
  | { readonly kind: 'claims'; readonly claimIds: readonly ClaimId[] }
  /** Claims and passages with one of these tags or of tags below them. */
  | { readonly kind: 'tags'; readonly tagIds: readonly TagId[] }
  /** The claims and articles that the matrix shows. */
  | {
      readonly kind: 'matrix';
      readonly claimIds: readonly ClaimId[];
      readonly articleIds: readonly ArticleId[];
    };

/** The records that a draft is made of. */
export interface DraftMaterial {
  /** In the order of the choice; those of tags by number. */
  readonly claims: readonly ClaimRecord[];
  /** Evidence of these claims, and passages with the tags; by article, then in reading order, each once. */
  readonly passages: readonly AnnotationRecord[];
  /** By number. */
  readonly articles: readonly ArticleRecord[];
}

/** The records of a choice, without articles in the trash. Cost: the evidence of the claims; of tags every annotation. */
export function draftMaterial(source: RecordSource, choice: DraftChoice): DraftMaterial {
  const wanted = choice.kind === 'tags' ? withBelow(source, choice.tagIds) : null;
  const hasTag = (tagIds: readonly TagId[]): boolean =>
    tagIds.some((id) => wanted?.has(id) === true);
  const claims =
    choice.kind === 'tags'
      ? source.list('claim').filter((claim) => hasTag(claim.tagIds))
      : choice.claimIds.flatMap((id) => source.get('claim', id) ?? []);
  const tagged =
    choice.kind === 'tags'
      ? source.list('annotation').filter((annotation) => hasTag(annotation.tagIds))
      : [];
  const columns = choice.kind === 'matrix' ? new Set(choice.articleIds) : null;
  const passages = new Map<string, AnnotationRecord>();
  for (const annotation of tagged) passages.set(annotation.id, annotation);
  for (const { id } of claims) {
    for (const { annotationId } of source.evidenceOf(id)) {
      const annotation = source.get('annotation', annotationId);
      if (annotation === null || columns?.has(annotation.articleId) === false) continue;
      passages.set(annotationId, annotation);
    }
  }
  const articleIds = columns ?? new Set([...passages.values()].map(({ articleId }) => articleId));
  const articles = [...articleIds]
    .flatMap((id) => source.get('article', id) ?? [])
    .filter(({ trashedAt }) => !trashedAt)
    .sort((one, other) => one.number - other.number);
  const shown = new Map(articles.map(({ id, number }) => [id, number]));
  return {
    claims:
      choice.kind === 'tags' ? [...claims].sort((one, other) => one.number - other.number) : claims,
    passages: [...passages.values()]
      .filter(({ articleId }) => shown.has(articleId))
      .sort(
        (one, other) =>
          (shown.get(one.articleId) ?? 0) - (shown.get(other.articleId) ?? 0) ||
          one.passage.start - other.passage.start ||
          one.number - other.number,
      ),
    articles,
  };
}

/** Why a choice gives nothing to draft from, for people; `null`: it gives something. */
export function choiceProblem(
  choice: DraftChoice,
  { claims, passages }: Pick<DraftMaterial, 'claims' | 'passages'>,
): string | null {
  switch (choice.kind) {
    case 'claims':
      return claims.length > 0
        ? null
        : 'No claim is chosen. Tick at least one, or draft from tags.';
    case 'matrix':
      return claims.length > 0
        ? null
        : 'The matrix shows no claim. Take its filter off, or choose claims or tags.';
    case 'tags':
      if (choice.tagIds.length === 0)
        return 'No tag is chosen. Tick at least one, or choose claims.';
      return claims.length + passages.length > 0
        ? null
        : 'No claim and no passage has what is ticked. Tick another tag, or choose claims.';
  }
}

function withBelow(source: RecordSource, tagIds: readonly TagId[]): ReadonlySet<TagId> {
  const wanted = new Set(tagIds);
  const tags = source.list('tag');
  // As often as the tree is deep; a damaged one that goes round ends as well.
  for (let before = -1; before !== wanted.size; ) {
    before = wanted.size;
    for (const { id, parentId } of tags) {
      if (parentId !== null && wanted.has(parentId)) wanted.add(id);
    }
  }
  return wanted;
}
