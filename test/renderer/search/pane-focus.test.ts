import { expect, test } from 'vitest';
import { emptyDiff } from '../../../app/record/diff.ts';
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

test('the head of a pane says that its text has the keyboard as soon as it has, and no longer', async () => {
  const { session, desk } = await searchWindow(accounts);
  const [first, second] = session.store.records.list('article');
  if (first === undefined || second === undefined) throw new RangeError('Three were made.');
  const reading = (): readonly (string | null)[] =>
    [...desk.querySelectorAll('.pane[data-reads]')].map((pane) => pane.ariaLabel);
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
  expect(reading()).toEqual(['Pane: Two premiers speak']);

  session.panes.open(second.id, { beside: true, focus: true });
  await expect.poll(() => session.panes.active()?.article.id).toBe(second.id);
  await expect
    .poll(() => document.activeElement?.closest('.pane')?.ariaLabel)
    .toBe('Pane: Tunnel cost climbs');
  expect(reading()).toEqual(['Pane: Tunnel cost climbs']);

  // Its text is drawn anew under another title: the keyboard is nowhere then.
  const detected = { ...second.detected, title: 'Costs' };
  const now = session.store.records.get('article', second.id) ?? second;
  session.store.commit('Title', { ...emptyDiff, updated: [[now, { ...now, detected }]] });
  await expect.poll(() => desk.querySelector('.pane[aria-label="Pane: Costs"]')).not.toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const keyboard = document.activeElement?.closest('.pane')?.ariaLabel ?? null;
  expect(reading()).toEqual(keyboard === null ? [] : [keyboard]);
});
