import { expect, test } from 'vitest';
import { makePassage } from '../../../../app/anchor/passage.ts';
import { addAnnotations } from '../../../../app/annotation/add-annotations.ts';
import type { TextOffset } from '../../../../app/base/brand.ts';
import type { AnnotationRecord } from '../../../../app/record/records.ts';
import { clearTagFilter, setTagFilter } from '../../../../renderer/session/codebook/tag-filter.ts';
import { annotationOfPane, stepAnnotation } from '../../../../renderer/session/reading/annotate.ts';
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
