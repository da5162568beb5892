import type { ProjectRecord } from '../../../app/record/records.ts';

/**
 * A record of an import as it fits into the project by now: what it names of what was removed meanwhile is left out. `null`:
 * what it belongs to was removed, and it goes with that.
 */
export function fittingRecord(
  record: ProjectRecord,
  isGone: (id: string) => boolean,
): ProjectRecord | null {
  switch (record.kind) {
    case 'revision':
      return isGone(record.articleId) ? null : record;
    case 'annotation':
      if (isGone(record.articleId) || isGone(record.passage.revisionId)) return null;
      return withTags(record, isGone);
    case 'article':
      return withTags(record, isGone);
    case 'claim': {
      const { parentId, speakerId } = record;
      const claim = withTags(record, isGone);
      const loose = parentId !== undefined && parentId !== null && isGone(parentId);
      const nameless = speakerId !== undefined && speakerId !== null && isGone(speakerId);
      if (!loose && !nameless) return claim;
      return {
        ...claim,
        ...(loose ? { parentId: null } : {}),
        ...(nameless ? { speakerId: null } : {}),
      };
    }
    case 'tag':
      return record.parentId !== null && isGone(record.parentId)
        ? { ...record, parentId: null }
        : record;
    case 'evidence':
      return isGone(record.claimId) || isGone(record.annotationId) ? null : record;
    case 'silence':
      return isGone(record.claimId) || isGone(record.articleId) ? null : record;
    case 'link':
      return isGone(record.from) || isGone(record.to.id) || isGone(record.typeId) ? null : record;
    default:
      return record;
  }
}

type Tagged = Extract<ProjectRecord, { kind: 'annotation' | 'article' | 'claim' }>;

function withTags<Record extends Tagged>(record: Record, isGone: (id: string) => boolean): Record {
  const { tagIds } = record;
  if (tagIds === undefined || !tagIds.some(isGone)) return record;
  return { ...record, tagIds: tagIds.filter((id) => !isGone(id)) };
}
