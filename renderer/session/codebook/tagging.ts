import { addTag, removeTag } from '../../../app/annotation/annotation-diffs.ts';
import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import { findTag, newTag } from '../../../app/annotation/tag-diffs.ts';
import { tagTree } from '../../../app/annotation/tag-tree.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import { annotationOfPane, highlight, selectedPassage } from '../reading/annotate.ts';
import type { Session } from '../session.ts';

/** The number keys: highlight the selection with a tag, or put that tag on or off the annotation under the caret. */
export function applyTagKey(session: Session, key: number): void {
  const tag = session.store.records.list('tag').find((candidate) => candidate.key === key);
  if (tag === undefined) {
    session.say(`No tag has the key ${key}. Press T to make one.`);
    return;
  }
  if (selectedPassage(session) !== null) {
    highlight(session, tag);
    return;
  }
  const annotation = annotationOfPane(session);
  if (annotation === null)
    session.say('Select some text, or put the caret into a highlight, first.');
  else toggleTag(session, annotation, tag);
}

function toggleTag(session: Session, annotation: AnnotationRecord, tag: TagRecord): void {
  const { store } = session;
  if (annotation.tagIds.includes(tag.id)) untag(session, annotation, tag.id);
  else {
    store.commit(`Tag as “${tag.name}”`, addTag(store.maker, annotation, tag.id));
    session.say(`Tagged as “${tag.name}”.`);
  }
}

export function untag(session: Session, annotation: AnnotationRecord, tagId: TagId): void {
  const { store } = session;
  const name = store.records.get('tag', tagId)?.name ?? 'tag';
  store.commit(`Take off “${name}”`, removeTag(store.maker, annotation, tagId));
  session.say(`Took off “${name}”.`);
}

/**
 * Puts the tag of that name on; makes it first if there is none. One step for undo. `chosen`: of several tags of one name
 * the one that is meant.
 */
export function tagByName(
  session: Session,
  annotation: AnnotationRecord,
  name: string,
  chosen: TagRecord | null = null,
): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const known = chosen ?? findTag(tags, name);
  if (known !== null) {
    toggleTag(session, annotation, known);
    return;
  }
  if (name.trim() === '') return;
  const tag = newTag(store.maker, name, tags);
  const diff = addTag(store.maker, annotation, tag.id);
  store.commit(`Tag as “${tag.name}”`, { ...diff, added: [tag, ...diff.added] });
  session.say(
    tag.key === null
      ? `Made the tag “${tag.name}”.`
      : `Made the tag “${tag.name}”; its key is ${tag.key}.`,
  );
}

/**
 * The tags whose name, or the end of whose path, holds what was typed, the one of just that name first, then those that begin
 * so; case and accents do not count. Tags with a key come first, by their keys, the others as the codebook has them.
 */
export function matchTags(
  tags: readonly TagRecord[],
  typed: string,
): {
  readonly matching: readonly TagRecord[];
  readonly exact: TagRecord | null;
  /** Whether the name of one of them begins as typed. */
  readonly begun: boolean;
} {
  const tree = tagTree(tags);
  const wanted = foldTagName(typed);
  const exact = findTag(tags, typed);
  const begins = (tag: TagRecord): boolean => foldTagName(tag.name).startsWith(wanted);
  const textOf = (tag: TagRecord): string => {
    if (!wanted.includes('/')) return foldTagName(tag.name);
    return tree
      .path(tag.id)
      .map(({ name }) => foldTagName(name))
      .join('/');
  };
  const keyOf = ({ key }: TagRecord): number => key ?? 10;
  const rank = (tag: TagRecord): number => (tag === exact ? 0 : begins(tag) ? 1 : 2);
  const matching = tree.inOrder
    .filter((tag) => textOf(tag).includes(wanted))
    .map((tag, index) => ({ tag, index, rank: wanted === '' ? 0 : rank(tag) }))
    .sort(
      (one, other) =>
        one.rank - other.rank || keyOf(one.tag) - keyOf(other.tag) || one.index - other.index,
    )
    .map(({ tag }) => tag);
  return { matching, exact, begun: matching.some(begins) };
}
