import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { TagId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, TagRecord } from '../record/records.ts';
import { removeAnnotations } from './annotation-diffs.ts';
import { placeOf } from './merge-tags.ts';
import { placeTags } from './place-tags.ts';
import { RecordEdits } from './record-edits.ts';
import { redirectMentions, retagRecords, taggedWith } from './retag.ts';
import { tagTree } from './tag-tree.ts';

/** What becomes of tags that are removed and of what they are on. */
export interface TagDeletion {
  /**
   * Of annotations: they stay without the tag; have another tag in its place; or those that have no other tag are removed
   * with their links and their evidence, the others stay without it. Articles and claims always stay.
   */
  readonly annotations: 'take-off' | 'remove' | { readonly give: TagId };
  /** Tags below: they take the place of the tag above them, or are removed with it. */
  readonly below: 'move-up' | 'remove';
}

/** What a removal of tags touches. */
export interface DeletionCounts {
  readonly annotations: number;
  /** Of these, those that have no other tag. */
  readonly onlyThese: number;
  readonly articles: number;
  readonly claims: number;
}

/** The tags that go: those asked for, and those below them if they are to be removed, too. In the order of the codebook. */
export function deletedTags(
  tags: readonly TagRecord[],
  ids: ReadonlySet<TagId>,
  below: TagDeletion['below'],
): readonly TagRecord[] {
  const tree = tagTree(tags);
  const isGone = ({ id }: TagRecord): boolean =>
    ids.has(id) || (below === 'remove' && tree.path(id).some((tag) => ids.has(tag.id)));
  return tree.inOrder.filter(isGone);
}

/** Cost: all annotations. */
export function countDeletion(source: RecordSource, gone: ReadonlySet<TagId>): DeletionCounts {
  const tagged = taggedWith(source, gone);
  const count = (kind: string): number => tagged.filter((record) => record.kind === kind).length;
  return {
    annotations: count('annotation'),
    onlyThese: withOnly(tagged, gone).length,
    articles: count('article'),
    claims: count('claim'),
  };
}

/**
 * Removes tags (rule G10). The tag that is given in their place must not be one of those that go. Cost: all annotations.
 */
export function deleteTags(
  maker: Maker,
  source: RecordSource,
  ids: ReadonlySet<TagId>,
  deletion: TagDeletion,
): Diff {
  const tags = source.list('tag');
  const tree = tagTree(tags);
  const leaving = deletedTags(tags, ids, deletion.below);
  const gone = new Set(leaving.map(({ id }) => id));
  const into = typeof deletion.annotations === 'object' ? deletion.annotations.give : null;
  if (into !== null && gone.has(into)) throw new RangeError('The tag given instead goes, too.');
  const edits = new RecordEdits(maker);
  for (const tag of leaving) {
    const staying = tree.children(tag.id).filter(({ id }) => !gone.has(id));
    if (staying.length > 0) placeTags(edits, tags, staying, placeOf(tags, tag, gone));
  }
  const tagged = taggedWith(source, gone);
  if (into !== null) redirectMentions(edits, source, gone, into);
  retagRecords(edits, tagged, gone, into);
  if (deletion.annotations === 'remove') {
    for (const record of removeAnnotations(source, withOnly(tagged, gone)).removed) {
      edits.remove(record);
    }
  }
  for (const tag of leaving) edits.remove(tag);
  return edits.diff();
}

function withOnly(
  tagged: readonly { readonly kind: string }[],
  gone: ReadonlySet<TagId>,
): readonly AnnotationRecord[] {
  return (tagged as readonly AnnotationRecord[]).filter(
    ({ kind, tagIds }) => kind === 'annotation' && tagIds.every((id) => gone.has(id)),
  );
}
