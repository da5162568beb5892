import { describe, expect, test } from 'vitest';
import { goToOtherPane } from '../../../renderer/session/desk.ts';
import { undo } from '../../../renderer/session/history/undo.ts';
import { openFind } from '../../../renderer/session/search/find.ts';
import { byRole, pressKey, type SearchWindow, searchWindow, type } from './searching.tsx';

const accounts = [
  ['Two premiers speak', 'The Tunnel will open in 2031.', 'No tunnel without a café.'],
  ['Tunnel cost climbs', 'A tunnel costs 4.2 billion crowns.'],
];

/** Opens the find bar over the first article. */
async function finding(window: SearchWindow): Promise<HTMLElement> {
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
  pressKey('f');
  await expect.poll(() => focusedName()).toBe('Find in article');
  return byRole(window.desk, 'searchbox', 'Find in article');
}

function focusedName(): string | null {
  return document.activeElement?.getAttribute('aria-label') ?? null;
}

function said(window: SearchWindow): string {
  return window.desk.querySelector('.find-said')?.textContent ?? '';
}

function problem(window: SearchWindow): string {
  return window.desk.querySelector('.find-problem')?.textContent ?? '';
}

function drawn(): string[] {
  return ['search-hit', 'search-hit-current'].flatMap((name) =>
    [...(CSS.highlights.get(name) ?? [])].map(String),
  );
}

describe('Find in the open article', () => {
  test('typing draws all hits and goes to the first; Enter and F3 go on and round', async () => {
    const window = await searchWindow(accounts);
    const field = await finding(window);
    type(field, 'tunnel');
    await expect.poll(() => said(window)).toBe('1 of 2');
    expect(drawn().sort()).toEqual(['Tunnel', 'tunnel']);
    pressKey('Enter');
    await expect.poll(() => said(window)).toBe('2 of 2');
    expect([...(CSS.highlights.get('search-hit-current') ?? [])].map(String)).toEqual(['tunnel']);
    pressKey('F3');
    await expect.poll(() => said(window)).toBe('1 of 2, past the end');
    pressKey('Enter', { shiftKey: true });
    await expect.poll(() => said(window)).toContain('2 of 2');
    pressKey('F3', { shiftKey: true });
    await expect.poll(() => said(window)).toBe('1 of 2');
    type(field, 'bridge');
    await expect.poll(() => said(window)).toBe('Not found');
    expect(drawn()).toEqual([]);
  });

  test('Escape closes; the keyboard is in the text again, at the hit', async () => {
    const window = await searchWindow(accounts);
    type(await finding(window), 'cafe');
    await expect.poll(() => said(window)).toBe('1 of 1');
    pressKey('Escape');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
    expect(drawn()).toEqual([]);
    const mounted = window.session.panes.active();
    const { from, to } = mounted?.reader.selection() ?? { from: 0, to: 0 };
    expect(mounted?.text.text.slice(from, to)).toBe('café');
    pressKey('h');
    expect(window.session.store.records.list('annotation')[0]?.passage.quote).toBe('café');
  });

  test('case, whole words and regular expressions', async () => {
    const window = await searchWindow(accounts);
    type(await finding(window), 'Tunnel');
    await expect.poll(() => said(window)).toBe('1 of 2');
    byRole(window.desk, 'button', 'Match case').click();
    await expect.poll(() => said(window)).toBe('1 of 1');
    byRole(window.desk, 'button', 'Match case').click();
    type(byRole(window.desk, 'searchbox', 'Find in article'), 'o');
    await expect.poll(() => said(window)).toContain('of 4');
    byRole(window.desk, 'button', 'Whole words').click();
    await expect.poll(() => said(window)).toBe('Not found');
    byRole(window.desk, 'button', 'Whole words').click();
    byRole(window.desk, 'button', 'Regular expression').click();
    type(byRole(window.desk, 'searchbox', 'Find in article'), '\\d+|^No');
    await expect.poll(() => said(window)).toBe('1 of 2');
    expect(drawn().sort()).toEqual(['2031', 'No']);
    type(byRole(window.desk, 'searchbox', 'Find in article'), '(');
    await expect.poll(() => problem(window)).toContain('no regular expression');
  });

  test('F2 a regular expression that runs away is ended, and the next one runs', async () => {
    const window = await searchWindow([['a'.repeat(60), 'words']]);
    const field = await finding(window);
    byRole(window.desk, 'button', 'Regular expression').click();
    type(field, '^(a+)+$|(a+a+)+b');
    type(field, '((a|a)+)+b');
    await expect.poll(() => problem(window), { timeout: 10_000 }).toContain('takes too long');
    type(field, 'w.rds');
    await expect.poll(() => said(window)).toBe('1 of 1');
  });

  test('F3 all hits are highlighted in one step, those that are already left out', async () => {
    const window = await searchWindow(accounts);
    type(await finding(window), 'tunnel');
    await expect.poll(() => said(window)).toBe('1 of 2');
    byRole(window.desk, 'button', 'Highlight all hits').click();
    const quotes = (): string[] =>
      window.session.store.records.list('annotation').map(({ passage }) => passage.quote);
    await expect.poll(quotes).toEqual(['Tunnel', 'tunnel']);
    byRole(window.desk, 'button', 'Highlight all hits').click();
    await expect.poll(() => window.session.get().message.text).toContain('already');
    await expect.poll(() => drawn().sort()).toEqual(['Tunnel', 'tunnel']);
    void undo(window.session);
    expect(quotes()).toEqual([]);
  });

  test('the bar stays over its pane and looks in the article that is opened there', async () => {
    const window = await searchWindow(accounts);
    type(await finding(window), 'tunnel');
    await expect.poll(() => said(window)).toBe('1 of 2');
    const { session } = window;
    const [first, second] = session.store.records.list('article');
    if (first === undefined || second === undefined) throw new Error('No articles');
    session.panes.open(second.id, { focus: true });
    await expect.poll(() => session.panes.active()?.article.id).toBe(second.id);
    await expect.poll(() => drawn().sort()).toEqual(['Tunnel', 'tunnel']);
    session.panes.open(first.id, { beside: true, focus: true });
    await expect.poll(() => session.get().panes.length).toBe(2);
    await expect.poll(() => session.panes.active()?.article.id).toBe(first.id);
    openFind(session);
    await expect.poll(() => session.get().find?.pane).toBe('second');
    await expect.poll(() => drawn()).toHaveLength(2);
    goToOtherPane(session);
    expect(window.desk.querySelectorAll('.find-bar')).toHaveLength(1);
  });

  test('the find key of other programs opens the bar from anywhere; more hits than a change may hold are refused', async () => {
    const window = await searchWindow([['Title', 'e '.repeat(5001).trim()]]);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
    (document.activeElement as HTMLElement).blur();
    pressKey('f', { ctrlKey: true });
    await expect.poll(() => focusedName()).toBe('Find in article');
    type(byRole(window.desk, 'searchbox', 'Find in article'), 'e');
    await expect.poll(() => said(window)).toContain('of 5,002');
    byRole(window.desk, 'button', 'Highlight all hits').click();
    await expect.poll(() => window.session.get().message.text).toContain('At most 5,000');
    expect(window.session.store.records.list('annotation')).toEqual([]);
  });

  test('a selection is what is looked for', async () => {
    const window = await searchWindow(accounts);
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
    const mounted = window.session.panes.active();
    const at = mounted?.text.text.indexOf('tunnel without') ?? 0;
    mounted?.reader.select(at as never, (at + 6) as never);
    openFind(window.session);
    await expect.poll(() => said(window)).toBe('2 of 2');
    expect(window.session.get().find?.text).toBe('tunnel');
  });
});
