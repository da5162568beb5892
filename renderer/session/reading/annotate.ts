import { makePassage } from '../../../app/anchor/passage.ts';
import { trimSelection } from '../../../app/anchor/trim-selection.ts';
import { addAnnotation, removeAnnotations } from '../../../app/annotation/annotation-diffs.ts';
import { briefContentIn } from '../../../app/brief/brief-content.ts';
import { citedIds } from '../../../app/brief/cited-ids.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type {
  AnnotationRecord,
  Passage,
  RecordKind,
  TagRecord,
} from '../../../app/record/records.ts';
import { spareFromFilter, tagFilterOf } from '../codebook/tag-filter.ts';
import { noteRead } from '../library/library-actions.ts';
import type { Session } from '../session.ts';
import { showsTexts } from '../shown-panes.ts';
import { describeAnnotation, describeNote, labelOf, stackPosition } from './describe-annotation.ts';
import { listedAnnotations } from './listed-annotations.ts';

/** The passage that is selected in the active reader; `null` when nothing but white space is. */
export function selectedPassage(session: Session): Passage | null {
  const mounted = session.panes.active();
  if (mounted === null) return null;
  const selection = mounted.reader.selection();
  const range = trimSelection(mounted.text.text, selection.from, selection.to);
  if (range === null) return null;
  return makePassage(mounted.text.text, mounted.revision.id, range.start, range.end);
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
  // What is being typed may be about the article.
  session.flushDrafts();
  const article = store.records.get('article', mounted.article.id);
  if (article === null) return null;
  const made = addAnnotation(store.maker, article, passage, tag === null ? [] : [tag.id]);
  session.views.holdForFrame();
  spareFromFilter(session, made.annotation.id);
  // Set off before it is there: then it is drawn once, as it stays, and the page is laid out once.
  const before = session.get().annotationId;
  session.focusAnnotation(made.annotation.id);
  try {
    store.commit(tag === null ? 'Highlight' : `Highlight as “${tag.name}”`, made.diff);
  } catch (error) {
    session.focusAnnotation(before);
    throw error;
  }
  // It may have been opened by itself, and not be read yet.
  noteRead(session, article.id);
  void store.texts.keep(mounted.text);
  // With the drawing or behind it: what is under the caret is what the Inspector shows.
  session.views.inFrame(mounted.reader.selectWithSpans(passage.start, passage.start));
  session.say(`Highlighted. ${describeAnnotation(session, made.annotation)}`);
  return made.annotation;
}

/** A selection becomes an annotation; without one, the annotation under the caret is meant. */
export function annotationHere(session: Session): AnnotationRecord | null {
  if (showsTexts(session.get()) && selectedPassage(session) !== null) return highlight(session);
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

export function removeAnnotation(session: Session, annotation: AnnotationRecord): void {
  const { store } = session;
  const label = labelOf(session, annotation.id);
  session.focusAnnotation(null);
  const linkBegun = session.get().linkFrom === annotation.id;
  if (linkBegun) session.set({ linkFrom: null });
  const diff = removeAnnotations(store.records, [annotation]);
  const torn = tornBy(session, annotation, diff);
  store.commit(`Remove highlight ${label}`, diff);
  if (showsTexts(session.get())) {
    session.panes.focus(session.get().activePane);
    // What lay below it in a stack is what the next key means.
    session.panes.inspectAtCaret();
  }
  const given = linkBegun ? ' The link that was begun there is given up.' : '';
  const meant = session.get().annotationId;
  const now = meant === null ? '' : ` Keys now mean ${labelOf(session, meant)}.`;
  session.say(`Removed annotation ${label}${torn}.${given} Undo brings it back.${now}`);
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
  const cited = session.store.records.list('brief').filter((brief) => {
    const content = briefContentIn(session.store.records, brief);
    return citedIds(content).annotationIds.includes(annotation.id);
  });
  const names = cited.map(({ title }) => `“${title}”`).join(', ');
  return (
    (parts.length === 0 ? '' : `, with ${parts.join(' and ')}`) +
    (cited.length === 0 ? '' : `; cited in ${names}, which can't be exported without it`)
  );
}

/**
 * Goes to the next (1) or previous (-1) annotation that the active reader draws, from the caret on: never to one that the
 * tag filter hides, as keys would act on what nobody sees (rule A22).
 */
export function stepAnnotation(session: Session, direction: 1 | -1): void {
  const mounted = session.panes.active();
  if (mounted === null) return;
  const list = listedAnnotations(session, mounted.article.id).filter(
    ({ passage }) => passage.revisionId === mounted.revision.id,
  );
  if (list.length === 0) {
    session.say(
      tagFilterOf(session) === null
        ? 'Nothing is highlighted here yet. Select some text and press H.'
        : 'The tag filter lets no highlight of this text through.',
    );
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
  const here = mounted.reader.annotationsAt(next.passage.start);
  const parts = [describeAnnotation(session, next), stackPosition(here, next.id)].filter(Boolean);
  const note = describeNote(next);
  session.say(`${parts.join(', ')}: ${next.passage.quote}${note === '' ? '' : ` Note: ${note}`}`);
}
