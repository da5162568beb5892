import type { ProjectRecord, RecordKind } from './records.ts';
import { recordKinds } from './records.ts';

/** The records that a record cannot be without: an annotation's article and revision, a link's ends and its type. */
export function requiredIds(record: ProjectRecord): readonly string[] {
  switch (record.kind) {
    case 'revision':
      return [record.articleId];
    case 'annotation':
      return [record.articleId, record.passage.revisionId];
    case 'link':
      return [record.from, record.to.id, record.typeId];
    case 'evidence':
      return [record.claimId, record.annotationId];
    case 'silence':
      return [record.claimId, record.articleId];
    case 'decision':
      return record.articleIds;
    case 'briefPart':
      return [record.briefId];
    default:
      return [];
  }
}

/** The tags that a record has; `null` for a kind that has none. */
export function tagIdsOf(record: ProjectRecord): readonly string[] | null {
  if (record.kind === 'annotation' || record.kind === 'claim') return record.tagIds;
  return record.kind === 'article' ? (record.tagIds ?? []) : null;
}

/** A record with only those of its tags that are there; the same record if all are. */
export function withTagsThat<Record extends ProjectRecord>(
  record: Record,
  isThere: (id: string) => boolean,
): Record {
  const tagIds = tagIdsOf(record);
  if (tagIds === null || tagIds.every(isThere)) return record;
  return { ...record, tagIds: tagIds.filter(isThere) };
}

const ranks: ReadonlyMap<RecordKind, number> = new Map(
  recordKinds.map((kind, index) => [kind, index]),
);

/** Records in an order in which each stands behind those that it cannot be without. */
export function inOrderOfKinds(records: readonly ProjectRecord[]): readonly ProjectRecord[] {
  const rank = ({ kind }: ProjectRecord): number => ranks.get(kind) ?? 0;
  return [...records].sort((one, other) => rank(one) - rank(other));
}
