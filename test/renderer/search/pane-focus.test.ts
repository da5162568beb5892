import { expect, test } from 'vitest';
import { searchWindow } from './searching.tsx';

const accounts = [
  ['Two premiers speak', 'The tunnel will open in 2031.'],
  ['Tunnel cost climbs', 'A tunnel costs 4.2 billion crowns.'],
  ['Ferry firm objects', 'The ferries have carried us so far.'],
];

test('a text that never came leaves no wish for the keyboard to the text that stands there later', async () => {
  const { session, desk } = await searchWindow(accounts);
  const [, second, third] = session.store.records.list('article');
  if (second === undefined || third === undefined) throw new RangeError('Three were made.');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');

  // The analyst goes on before the text of the second is there.
  session.panes.open(second.id, { focus: true });
  const elsewhere = desk.appendChild(document.createElement('button'));
  elsewhere.focus();
  session.panes.open(third.id, { stay: true, byItself: true });
  await expect.poll(() => session.panes.active()?.article.id).toBe(third.id);
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  expect(document.activeElement).toBe(elsewhere);

  session.panes.open(second.id, { focus: true });
  await expect.poll(() => session.panes.active()?.article.id).toBe(second.id);
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
});

test('the keyboard that a dialog gives back to a text leaves the one opened beside it the active one', async () => {
  const { session, desk } = await searchWindow(accounts);
  const [, second] = session.store.records.list('article');
  if (second === undefined) throw new RangeError('Three were made.');
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
  const read = document.activeElement as HTMLElement;

  // A dialog takes the keyboard, opens an article beside the text, and goes.
  read.blur();
  session.panes.open(second.id, { beside: true, focus: true });
  read.focus();
  expect(session.get().activePane).toBe('second');

  // A press of the mouse is the analyst's own choice.
  const awaited = desk.querySelectorAll('[role="document"]').length;
  read.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  expect([awaited, session.get().activePane]).toEqual([1, 'first']);
});
