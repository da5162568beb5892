import { addTag, removeTag } from '../../app/annotation/annotation-diffs.ts';
import { findTag, newTag } from '../../app/annotation/tag-diffs.ts';
import type { TagId } from '../../app/record/ids.ts';
import type { AnnotationRecord, TagRecord } from '../../app/record/records.ts';
import { annotationOfPane, highlight, selectedPassage } from './annotate.ts';
import type { Session } from './session.ts';

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

/** Puts the tag of that name on; makes it first if there is none. One step for undo. */
export function tagByName(session: Session, annotation: AnnotationRecord, name: string): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const known = findTag(tags, name);
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

/** The tags whose name holds what was typed, the one of just that name first. */
export function matchTags(
  tags: readonly TagRecord[],
  typed: string,
): {
  readonly matching: readonly TagRecord[];
  readonly exact: TagRecord | null;
  /** Whether the name of one of them begins as typed. */
  readonly begun: boolean;
} {
  const wanted = typed.trim().toLocaleLowerCase();
  const exact = findTag(tags, typed);
  const matching = tags
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .sort((one, other) => Number(other === exact) - Number(one === exact));
  const begun = matching.some(({ name }) => name.toLocaleLowerCase().startsWith(wanted));
  return { matching, exact, begun };
}
