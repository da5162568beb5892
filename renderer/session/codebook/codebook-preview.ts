import {
  countDeletion,
  type DeletionCounts,
  deletedTags,
  type TagDeletion,
} from '../../../app/annotation/delete-tags.ts';
import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';

/** What a removal of tags would touch. */
export interface Removal {
  /** The tags that go, in the order of the codebook. */
  readonly gone: readonly TagRecord[];
  /** Those that stay. */
  readonly others: readonly TagRecord[];
  /** How many are below those asked for. */
  readonly belowCount: number;
  readonly counts: DeletionCounts;
}

/** Cost: all annotations. */
export function previewRemoval(
  records: RecordSource,
  ids: ReadonlySet<TagId>,
  below: TagDeletion['below'],
): Removal {
  const tags = records.list('tag');
  const gone = deletedTags(tags, ids, below);
  const goneIds = new Set(gone.map(({ id }) => id));
  return {
    gone,
    others: tagTree(tags).inOrder.filter(({ id }) => !goneIds.has(id)),
    belowCount: deletedTags(tags, ids, 'remove').length - deletedTags(tags, ids, 'move-up').length,
    counts: countDeletion(records, goneIds),
  };
}

/** On how much some tags are. Cost: all annotations. */
export function countUses(records: RecordSource, tags: readonly TagRecord[]): DeletionCounts {
  return countDeletion(records, new Set(tags.map(({ id }) => id)));
}

/** On how much tags are, in words: `14 annotations, 2 articles and 1 claim`. */
export function usesInWords({ annotations, articles, claims }: DeletionCounts): string {
  const parts = [
    countOf(annotations, 'annotation'),
    ...(articles === 0 ? [] : [countOf(articles, 'article')]),
    ...(claims === 0 ? [] : [countOf(claims, 'claim')]),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

/** The annotations whose words hold what was typed; case and accents do not count. */
export function annotationsWith(
  annotations: readonly AnnotationRecord[],
  typed: string,
): readonly AnnotationRecord[] {
  const wanted = foldTagName(typed);
  if (wanted === '') return annotations;
  return annotations.filter(({ passage }) => foldTagName(passage.quote).includes(wanted));
}
