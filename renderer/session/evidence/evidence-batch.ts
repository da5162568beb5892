import { removeAnnotations } from '../../../app/annotation/annotation-diffs.ts';
import { tagAll, untagAll } from '../../../app/annotation/batch-diffs.ts';
import { findTag, newTag } from '../../../app/annotation/tag-diffs.ts';
import { briefContentIn } from '../../../app/brief/brief-content.ts';
import { citedIds } from '../../../app/brief/cited-ids.ts';
import { linkAll } from '../../../app/link/link-all.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { AnnotationId, LinkTypeId, TagId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { annotationsOfIds, selectAnnotations } from './evidence-selection.ts';

// Each of these is one change, and so one step of undo, however many annotations it is about (rule E5).

/** Puts the tag of that name on all of them; makes it first if there is none. */
export function tagAnnotations(
  session: Session,
  ids: readonly AnnotationId[],
  name: string,
  chosen: TagRecord | null = null,
): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const known = chosen ?? findTag(tags, name);
  if (known === null && name.trim() === '') return;
  const tag = known ?? newTag(store.maker, name, tags);
  const annotations = annotationsOfIds(session, ids);
  const diff = tagAll(store.maker, annotations, tag.id);
  const count = diff.updated.length;
  const added = known === null ? [tag] : [];
  if (count === 0) {
    session.say(`All of them are tagged as “${tag.name}” already.`);
    return;
  }
  store.commit(`Tag ${countOf(count, 'annotation')} as “${tag.name}”`, { ...diff, added });
  session.say(`Tagged ${countOf(count, 'annotation')} as “${tag.name}”.`);
}

/** Takes a tag off all of them. */
export function untagAnnotations(
  session: Session,
  ids: readonly AnnotationId[],
  tagId: TagId,
): void {
  const { store } = session;
  const name = store.records.get('tag', tagId)?.name ?? 'a removed tag';
  const diff = untagAll(store.maker, annotationsOfIds(session, ids), tagId);
  const what = countOf(diff.updated.length, 'annotation');
  store.commit(`Take “${name}” off ${what}`, diff);
  session.say(`Took “${name}” off ${what}.`);
}

/** The tags that annotations have, with how many of them have each, the most frequent first. */
export function tagsOn(
  session: Session,
  ids: readonly AnnotationId[],
): readonly { readonly tag: TagRecord; readonly count: number }[] {
  const counts = new Map<TagId, number>();
  for (const { tagIds } of annotationsOfIds(session, ids)) {
    for (const tagId of tagIds) counts.set(tagId, (counts.get(tagId) ?? 0) + 1);
  }
  return [...counts]
    .flatMap(([id, count]) => {
      const tag = session.store.records.get('tag', id);
      return tag === null ? [] : [{ tag, count }];
    })
    .sort((one, other) => other.count - one.count);
}

/** Links each of them to one. */
export function linkAnnotations(
  session: Session,
  ids: readonly AnnotationId[],
  toId: AnnotationId,
  typeId: LinkTypeId,
): void {
  const { store } = session;
  const to = store.records.get('annotation', toId);
  const type = store.records.get('linkType', typeId);
  if (to === null || type === null) return;
  const annotations = annotationsOfIds(session, ids);
  const { diff, left } = linkAll(store.maker, store.records, annotations, to, typeId);
  const what = countOf(diff.added.length, 'annotation');
  const end = `“${type.name}” ${labelOf(session, toId)}`;
  const skipped =
    left === 0
      ? ''
      : ` ${countOf(left, 'annotation')} ${left === 1 ? 'was' : 'were'} left out: linked so already, or the passage itself.`;
  store.commit(`Link ${what}: ${end}`, diff);
  session.say(
    diff.added.length === 0 ? `Nothing was linked.${skipped}` : `Linked ${what}: ${end}.${skipped}`,
  );
}

/** What goes when annotations are removed, and what is left without them. */
export interface Hanging {
  readonly diff: Diff;
  readonly links: number;
  readonly evidence: number;
  readonly notes: number;
  /** Titles of the briefs that quote one of them and can't be exported without it. */
  readonly briefs: readonly string[];
}

export function whatHangsOn(session: Session, annotations: readonly AnnotationRecord[]): Hanging {
  const { records } = session.store;
  const diff = removeAnnotations(records, annotations);
  const ids = new Set<string>(annotations.map(({ id }) => id));
  const count = (kind: string): number =>
    diff.removed.filter((record) => record.kind === kind).length;
  return {
    diff,
    links: count('link'),
    evidence: count('evidence'),
    notes: annotations.filter(({ note }) => note !== null).length,
    briefs: records.list('brief').flatMap((brief) => {
      const { annotationIds } = citedIds(briefContentIn(records, brief));
      return annotationIds.some((id) => ids.has(id)) ? [brief.title] : [];
    }),
  };
}

/** Removes annotations with their links and evidence. The analyst was asked. */
export function removeManyAnnotations(session: Session, ids: readonly AnnotationId[]): void {
  const { store } = session;
  const annotations = annotationsOfIds(session, ids);
  const { diff } = whatHangsOn(session, annotations);
  const gone = new Set<AnnotationId>(ids);
  const { annotationId, linkFrom } = session.get();
  if (annotationId !== null && gone.has(annotationId)) session.focusAnnotation(null);
  if (linkFrom !== null && gone.has(linkFrom)) session.set({ linkFrom: null });
  const what = countOf(annotations.length, 'annotation');
  store.commit(`Remove ${what}`, diff);
  selectAnnotations(session, []);
  session.say(`Removed ${what}. Undo brings ${annotations.length === 1 ? 'it' : 'them'} back.`);
}
