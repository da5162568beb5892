import { expect, test } from 'vitest';
import type { TextOffset } from '../../../../app/base/brand.ts';
import { highlight } from '../../../../renderer/session/reading/annotate.ts';
import { beginEdges, handleEdgeKey } from '../../../../renderer/session/reading/edges.ts';
import { searchWindow } from '../../search/searching.tsx';

test.each([
  ['The tunnel opens in June, they say.', 'opens', 'ArrowRight', 'ArrowLeft'],
  ['سيفتح النفق الجديد في يونيو', 'النفق', 'ArrowLeft', 'ArrowRight'],
])('A12 an edge goes where the arrow points: %s', async (written, words, on, back) => {
  const { session } = await searchWindow([['Tunnel', written]]);
  await expect.poll(() => session.panes.active()).not.toBeNull();
  const mounted = session.panes.active();
  if (mounted === null) throw new Error('No reader.');
  const start = mounted.text.text.indexOf(words);
  const end = start + words.length;
  mounted.reader.select(start as TextOffset, end as TextOffset);
  highlight(session);
  beginEdges(session);
  const press = (key: string) => handleEdgeKey(session, new KeyboardEvent('keydown', { key }));
  press(on);
  expect(session.get().edges?.end).toBeGreaterThan(end);
  press(back);
  expect(session.get().edges?.end).toBe(end);
  handleEdgeKey(session, new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
  expect(session.get().edges).toBeNull();
  expect(session.store.undoName).toBe('Highlight');
});
