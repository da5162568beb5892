import { makePassage } from '../../app/anchor/passage.ts';
import { trimSelection } from '../../app/anchor/trim-selection.ts';
import {
  addAnnotation,
  addTag,
  movePassage,
  removeAnnotations,
  removeTag,
} from '../../app/annotation/annotation-diffs.ts';
import { findTag, newTag } from '../../app/annotation/tag-diffs.ts';
import { citedIds } from '../../app/brief/cited-ids.ts';
import type { Diff } from '../../app/record/diff.ts';
import type { TagId } from '../../app/record/ids.ts';
import type { AnnotationRecord, Passage, RecordKind, TagRecord } from '../../app/record/records.ts';
import { describe } from './describe.ts';
import type { Session } from './session.ts';

/** The passage that is selected in the active reader; `null` when nothing but white space is. */
export function selectedPassage(session: Session): Passage | null {
  const mounted = session.panes.active();
  if (mounted === null) return null;
  const selection = mounted.reader.selection();
  const range = trimSelection(mounted.text.text, selection.from, selection.to);
  if (range === null) return null;
  return makePassage(mounted.text.text, mounted.article.revisionId, range.start, range.end);
}

/** Highlights the selection, with a tag if one is given, and puts the new annotation before the analyst. */
export function highlight(session: Session, tag: TagRecord | null = null): AnnotationRecord | null {
  const mounted = session.panes.active();
  const passage = selectedPassage(session);
  if (mounted === null || passage === null) {
    session.say('Select some text first: drag over it, or hold Shift and use the arrow keys.');
    return null;
  }
  const { store } = session;
  const article = store.records.get('article', mounted.article.id);
  if (article === null) return null;
  const made = addAnnotation(store.maker, article, passage, tag === null ? [] : [tag.id]);
  store.commit(tag === null ? 'Highlight' : `Highlight as “${tag.name}”`, made.diff);
  void store.texts.keep(mounted.text);
  session.focusAnnotation(made.annotation.id);
  mounted.reader.select(passage.start, passage.start);
  session.say(`Highlighted. ${describe(session, made.annotation)}`);
  return made.annotation;
}

/** A selection becomes an annotation; without one, the annotation under the caret is meant. */
export function annotationHere(session: Session): AnnotationRecord | null {
  if (session.get().view === 'read' && selectedPassage(session) !== null) return highlight(session);
  const annotation = annotationOfPane(session);
  if (annotation === null) {
    session.say('Select some text, or put the caret into a highlight, first.');
  }
  return annotation;
}

/** The annotation before the analyst, if it is one of the active pane: keys never act on the other pane. */
export function annotationOfPane(session: Session): AnnotationRecord | null {
  const annotation = session.annotation();
  return annotation?.articleId === session.activeArticle()?.id ? annotation : null;
}

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

export function removeAnnotation(session: Session, annotation: AnnotationRecord): void {
  const { store } = session;
  const number = store.records.get('article', annotation.articleId)?.number ?? '?';
  session.focusAnnotation(null);
  const linkBegun = session.get().linkFrom === annotation.id;
  if (linkBegun) session.set({ linkFrom: null });
  const diff = removeAnnotations(store.records, [annotation]);
  const torn = tornBy(session, annotation, diff);
  store.commit('Remove highlight', diff);
  if (session.get().view === 'read') session.panes.focus(session.get().activePane);
  const given = linkBegun ? ' The link that was begun there is given up.' : '';
  session.say(
    `Removed annotation ${number}:${annotation.number}${torn}.${given} Undo brings it back.`,
  );
}

/** What goes with an annotation, or is left without it: ", with 2 links and 1 piece of evidence; cited in a brief". */
function tornBy(session: Session, annotation: AnnotationRecord, diff: Diff): string {
  const count = (kind: RecordKind): number =>
    diff.removed.filter((record) => record.kind === kind).length;
  const links = count('link');
  const evidence = count('evidence');
  const parts = [
    ...(links === 0 ? [] : [`${links} ${links === 1 ? 'link' : 'links'}`]),
    ...(evidence === 0 ? [] : [`${evidence} ${evidence === 1 ? 'piece' : 'pieces'} of evidence`]),
  ];
  const cited = session.store.records
    .list('brief')
    .filter(({ content }) => citedIds(content).annotationIds.includes(annotation.id));
  const names = cited.map(({ title }) => `“${title}”`).join(', ');
  return (
    (parts.length === 0 ? '' : `, with ${parts.join(' and ')}`) +
    (cited.length === 0 ? '' : `; cited in ${names}, which can't be exported without it`)
  );
}

/** Goes to the next (1) or previous (-1) annotation of the active article, from the caret on. */
export function stepAnnotation(session: Session, direction: 1 | -1): void {
  const mounted = session.panes.active();
  if (mounted === null) return;
  const list = session.store.records.annotationsOf(mounted.article.id);
  if (list.length === 0) {
    session.say('This article has no annotations yet. Select some text and press H.');
    return;
  }
  const present = list.findIndex(({ id }) => id === session.get().annotationId);
  const caret = mounted.reader.selection().head;
  const ahead = list.findIndex(({ passage }) => passage.start >= caret);
  const fresh = direction === 1 ? ahead : (ahead === -1 ? list.length : ahead) - 1;
  const wanted = present === -1 ? fresh : present + direction;
  const next = list[(wanted + list.length) % list.length];
  if (next === undefined) return;
  session.panes.openAnnotation(next);
  session.say(`${describe(session, next)}: ${next.passage.quote}`);
}

/** Extend or trim: selects the annotation's passage; pressed again, gives it the selection that stands then. */
export function extendOrTrim(session: Session): void {
  const mounted = session.panes.active();
  const { trimming } = session.get();
  const annotation =
    trimming === null
      ? annotationOfPane(session)
      : session.store.records.get('annotation', trimming);
  if (mounted === null || annotation === null || annotation.articleId !== mounted.article.id) {
    session.set({ trimming: null });
    session.say('Put the caret into a highlight first, then press E.');
    return;
  }
  if (trimming === null) {
    session.set({ trimming: annotation.id });
    mounted.reader.select(annotation.passage.start, annotation.passage.end);
    session.say(
      'Change the selection with Shift and the arrow keys, then press E again. Escape leaves it.',
    );
    return;
  }
  const passage = selectedPassage(session);
  session.set({ trimming: null });
  if (passage === null) {
    session.say('Nothing was selected, so the highlight stays as it was.');
    return;
  }
  session.store.commit('Move the edges', movePassage(session.store.maker, annotation, passage));
  mounted.reader.select(passage.start, passage.start);
  session.focusAnnotation(annotation.id);
  session.say('The highlight has its new edges.');
}
