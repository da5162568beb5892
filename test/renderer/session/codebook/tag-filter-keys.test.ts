import { expect, test } from 'vitest';
import { makePassage } from '../../../../app/anchor/passage.ts';
import { addAnnotations } from '../../../../app/annotation/add-annotations.ts';
import type { TextOffset } from '../../../../app/base/brand.ts';
import type { AnnotationRecord } from '../../../../app/record/records.ts';
import {
  clearTagFilter,
  setTagFilter,
  tagFilterOf,
} from '../../../../renderer/session/codebook/tag-filter.ts';
import {
  annotationOfPane,
  highlight,
  stepAnnotation,
} from '../../../../renderer/session/reading/annotate.ts';
import type { Session } from '../../../../renderer/session/session.ts';
import { searchWindow } from '../../search/searching.tsx';

/** Three annotations in an open reader, of which the second has another tag. */
async function annotated(): Promise<{ session: Session; made: readonly AnnotationRecord[] }> {
  const { session } = await searchWindow(
    [['The tunnel', 'one two three four five six seven']],
    ['figure', 'quote'],
  );
  await expect.poll(() => session.panes.active()).not.toBeNull();
  const mounted = session.panes.active();
  const { store } = session;
  const [figure, quote] = store.records.list('tag');
  const article = mounted === null ? null : store.records.get('article', mounted.article.id);
  if (mounted === null || article === null || !figure || !quote) throw new Error('No reader.');
  const { text } = mounted.text;
  const made: AnnotationRecord[] = [];
  for (const [word, tag] of [
    ['two', figure],
    ['four', quote],
    ['six', figure],
  ] as const) {
    const start = text.indexOf(word);
    const passage = makePassage(
      text,
      mounted.revision.id,
      start as TextOffset,
      (start + word.length) as TextOffset,
    );
    const now = store.records.get('article', article.id) ?? article;
    const { annotations, diff } = addAnnotations(
      store.maker,
      [{ article: now, passages: [passage] }],
      [tag.id],
    );
    store.commit('Highlight', diff);
    made.push(...annotations);
  }
  return { session, made };
}

test('A22: next and previous pass by what the tag filter hides', async () => {
  const { session, made } = await annotated();
  const [first, hidden, last] = made.map(({ id }) => id);
  setTagFilter(session, 'figure');
  session.focusAnnotation(first ?? null);
  stepAnnotation(session, 1);
  expect(session.get().annotationId).toBe(last);
  stepAnnotation(session, -1);
  expect(session.get().annotationId).toBe(first);
  clearTagFilter(session);
  stepAnnotation(session, 1);
  expect(session.get().annotationId).toBe(hidden);
});

test('A22: keys do not act on an annotation that the tag filter has just hidden', async () => {
  const { session, made } = await annotated();
  const [first, hidden] = made.map(({ id }) => id);
  session.focusAnnotation(hidden ?? null);
  setTagFilter(session, 'figure');
  expect(annotationOfPane(session)).toBeNull();
  session.focusAnnotation(first ?? null);
  setTagFilter(session, 'figure');
  expect(annotationOfPane(session)?.id).toBe(first);
});

test('A22: what is made by hand while a filter is on is drawn and acted on until another one is typed', async () => {
  const { session } = await annotated();
  setTagFilter(session, 'figure');
  const mounted = session.panes.active();
  if (mounted === null) throw new Error('No reader.');
  const at = mounted.text.text.indexOf('three');
  mounted.reader.select(at as TextOffset, (at + 5) as TextOffset);
  const made = highlight(session);
  expect(made?.passage.quote).toBe('three');
  expect(annotationOfPane(session)?.id).toBe(made?.id);
  const accepts = tagFilterOf(session);
  expect(made !== null && accepts?.(made)).toBe(true);
  const drawn = () => mounted.reader.annotationsAt(at as TextOffset);
  await expect.poll(drawn).toEqual([made?.id]);
  setTagFilter(session, 'quote');
  expect(annotationOfPane(session)).toBeNull();
  await expect.poll(drawn).toEqual([]);
});
