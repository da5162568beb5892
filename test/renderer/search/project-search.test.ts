import { describe, expect, test } from 'vitest';
import { undo } from '../../../renderer/session/history/undo.ts';
import { openSearch } from '../../../renderer/session/search/search.ts';
import { rowAt } from '../../../renderer/session/search/search-state.ts';
import {
  allByRole,
  byRole,
  pressKey,
  type SearchWindow,
  searchWindow,
  type,
} from './searching.tsx';

const accounts = [
  ['Two premiers speak', 'The tunnel will open in 2031.', 'No tunnel without money.'],
  ['Fishing rights', 'The boats stayed in the harbour.'],
  ['Tunnel cost climbs', 'A tunnel costs 4.2 billion crowns.'],
];

async function asking(window: SearchWindow, query: string): Promise<void> {
  openSearch(window.session);
  await expect
    .poll(() => document.activeElement?.getAttribute('aria-label'))
    .toBe('Search project');
  type(byRole(window.desk, 'searchbox', 'Search project'), query);
  await expect.poll(() => window.session.get().search.searching).toBe(false);
  await expect
    .poll(() => {
      const { articles, lines, problem, failure } = window.session.get().search;
      return articles ?? lines ?? problem ?? failure;
    })
    .not.toBeNull();
}

async function asConcordance(window: SearchWindow, query: string): Promise<HTMLElement> {
  await asking(window, query);
  byRole(window.desk, 'radio', 'Concordance').click();
  await expect.poll(() => allByRole(window.desk, 'grid').length).toBe(1);
  const grid = byRole(window.desk, 'grid', 'Concordance');
  await expect.poll(() => allByRole(grid, 'row').length).toBeGreaterThan(1);
  grid.focus();
  return grid;
}

function lines(grid: HTMLElement): string[] {
  return allByRole(grid, 'row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('.kwic-word')].map((hit) => hit.textContent).join(''));
}

function quotes({ session }: SearchWindow): string[] {
  return session.store.records.list('annotation').map(({ passage }) => passage.quote);
}

describe('Searching the project', () => {
  test('results come while typing: title, source, snippet with its hits', async () => {
    const window = await searchWindow(accounts);
    await asking(window, 'tunnel');
    await expect.poll(() => allByRole(window.desk, 'option').length).toBe(2);
    const [first] = allByRole(window.desk, 'option');
    expect(first?.textContent).toContain('Two premiers speak');
    expect(first?.textContent).toContain('The Harbour Times');
    expect([...(first?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent)).toEqual([
      'tunnel',
    ]);
    expect(window.desk.textContent).toContain('2 articles');
  });

  test('one search for what is typed quickly, and an answer that comes late is dropped', async () => {
    const window = await searchWindow(accounts);
    await asking(window, 'harbour');
    const before = window.asked.length;
    const box = byRole(window.desk, 'searchbox', 'Search project');
    for (const text of ['t', 'tu', 'tun', 'tunnel']) type(box, text);
    await expect.poll(() => window.asked.length).toBe(before + 1);
    let release = (): void => undefined;
    window.hold = new Promise((resolve) => {
      release = resolve;
    });
    type(box, 'boats');
    pressKey('Enter');
    box.closest('form')?.requestSubmit();
    await expect.poll(() => window.asked.at(-1)?.query).toBe('boats');
    window.hold = null;
    type(box, 'tunnel');
    box.closest('form')?.requestSubmit();
    await expect.poll(() => window.session.get().search.articles?.total).toBe(2);
    release();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(window.session.get().search.articles?.total).toBe(2);
  });

  test('a query that can’t be understood is shown with its place', async () => {
    const window = await searchWindow(accounts);
    await asking(window, 'tunnel (cost');
    await expect.poll(() => allByRole(window.desk, 'alert').length).toBe(1);
    const alert = byRole(window.desk, 'alert');
    const { problem } = window.session.get().search;
    expect(alert.textContent).toContain(problem?.message);
    expect(alert.querySelector('mark')?.textContent).toBe(
      'tunnel (cost'.slice(problem?.start, problem?.end),
    );
    const box = byRole(window.desk, 'searchbox', 'Search project');
    expect(box.getAttribute('aria-invalid')).toBe('true');
  });

  test('a host that fails is heard, and asked again when the catalogue has gone on', async () => {
    const window = await searchWindow(accounts);
    window.fail = new Error('The catalogue is being repaired. Try again in a moment.');
    await asking(window, 'tunnel');
    await expect.poll(() => allByRole(window.desk, 'alert').length).toBe(1);
    expect(byRole(window.desk, 'alert').textContent).toContain('being repaired');
    window.fail = null;
    window.tellCatalogue({ state: 'ready', indexed: 3, total: 3, version: 2 });
    await expect.poll(() => allByRole(window.desk, 'option').length).toBe(2);
  });

  test('while the catalogue is made, that is said, and nothing moves when it has been', async () => {
    const window = await searchWindow(accounts);
    await asking(window, 'tunnel');
    const { desk } = window;
    const save = byRole(desk, 'button', 'Save this search…');
    const before = save.getBoundingClientRect().top;
    window.tellCatalogue({ state: 'indexing', indexed: 0, total: 0, version: 1 });
    await expect.poll(() => desk.textContent).toContain('Indexing…; results may be incomplete.');
    window.tellCatalogue({ state: 'indexing', indexed: 1200, total: 10_000, version: 1 });
    await expect
      .poll(() => desk.textContent)
      .toContain('Indexing 1,200 of 10,000; results may be incomplete.');
    expect(save.getBoundingClientRect().top).toBe(before);
    // It takes no more room than there is.
    desk.style.width = '320px';
    const head = desk.querySelector('.search-head');
    expect(head?.scrollWidth).toBeLessThanOrEqual(320);
    desk.style.width = '';
    window.tellCatalogue({ state: 'ready', indexed: 10_000, total: 10_000, version: 2 });
    await expect.poll(() => desk.textContent).not.toContain('incomplete');
    expect(save.getBoundingClientRect().top).toBe(before);
  });

  test('a catalogue that does not work is heard of', async () => {
    const window = await searchWindow(accounts);
    await asking(window, 'tunnel');
    const message = 'Its file could not be written.';
    window.tellCatalogue({ state: 'failed', indexed: 0, total: 3, version: 1, message });
    await expect
      .poll(() => allByRole(window.desk, 'alert').map((alert) => alert.textContent))
      .toEqual([`Search does not work: ${message}`]);
  });

  test('Enter opens at the first hit, with the hits of the query drawn', async () => {
    const window = await searchWindow(accounts);
    await asking(window, 'tunnel money');
    await expect.poll(() => allByRole(window.desk, 'option').length).toBeGreaterThan(0);
    pressKey('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Search results');
    pressKey('Enter');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
    const { find } = window.session.get();
    expect(find).toMatchObject({ language: 'query', text: 'tunnel money' });
    await expect.poll(() => window.session.get().find?.hits.length).toBe(3);
    const drawn = ['search-hit', 'search-hit-current'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map(String),
    );
    expect(drawn.sort()).toEqual(['money', 'tunnel', 'tunnel']);

    openSearch(window.session);
    await expect
      .poll(() => document.activeElement?.getAttribute('aria-label'))
      .toBe('Search project');
    expect(window.session.get().search.query).toBe('tunnel money');
  });

  test('hundreds of articles are read as they come into view', async () => {
    const many = Array.from({ length: 250 }, (_, index) => [`Article ${index}`, 'A tunnel.']);
    const window = await searchWindow(many);
    await asking(window, 'tunnel');
    await expect.poll(() => allByRole(window.desk, 'option').length).toBeGreaterThan(3);
    expect(allByRole(window.desk, 'option').length).toBeLessThan(60);
    pressKey('Enter');
    byRole(window.desk, 'searchbox', 'Search project').closest('form')?.requestSubmit();
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('listbox');
    pressKey('End');
    await expect
      .poll(() => allByRole(window.desk, 'option').at(-1)?.textContent)
      .toContain('Article 249');
    const pages = [...(window.session.get().search.articles?.pages.keys() ?? [])];
    expect(pages.sort()).toEqual([0, 2]);
    const list = byRole(window.desk, 'listbox', 'Search results');
    await expect.poll(() => list.getAttribute('aria-activedescendant')).toBe('found-249');
  });

  test('an answer that says the same leaves the list, its cursor and what is selected alone', async () => {
    const window = await searchWindow(accounts);
    const grid = await asConcordance(window, 'tunnel');
    pressKey('ArrowDown');
    pressKey(' ');
    const before = window.session.get().search;
    const asked = window.asked.length;
    window.tellCatalogue({ state: 'ready', indexed: 3, total: 3, version: 7 });
    await expect.poll(() => window.asked.length).toBe(asked + 1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(window.session.get().search).toBe(before);
    expect(document.activeElement).toBe(grid);
  });

  test('regular expressions are asked for as such, and the article is opened with them', async () => {
    const window = await searchWindow(accounts);
    await asking(window, '\\d+\\.\\d|20\\d\\d');
    byRole(window.desk, 'radio', 'Pattern').click();
    await expect.poll(() => window.session.get().search.articles?.total).toBe(2);
    expect(window.asked.at(-1)?.mode).toBe('pattern');
    byRole(window.desk, 'searchbox', 'Search project').focus();
    pressKey('ArrowDown');
    pressKey('Enter');
    await expect.poll(() => window.session.get().find?.hits.length).toBe(1);
    expect(window.session.get().find).toMatchObject({ language: 'pattern' });
  });

  test('an article is put beside with Shift', async () => {
    const window = await searchWindow(accounts);
    await asking(window, 'crowns');
    await expect.poll(() => allByRole(window.desk, 'option').length).toBe(1);
    pressKey('ArrowDown');
    pressKey('Enter', { shiftKey: true });
    expect(window.session.get().panes.map(({ id }) => id)).toEqual(['first', 'second']);
  });
});

describe('Concordance', () => {
  test('has a line for each hit, and its order can be changed', async () => {
    const window = await searchWindow(accounts);
    const grid = await asConcordance(window, 'tunnel');
    expect(lines(grid)).toHaveLength(4);
    expect(grid.getAttribute('aria-rowcount')).toBe('5');
    pressKey('r');
    await expect.poll(() => window.session.get().search.lineSort).toBe('right');
    await expect.poll(() => window.session.get().search.searching).toBe(false);
    expect(byRole(grid, 'columnheader', 'After ↓').getAttribute('aria-sort')).toBe('ascending');
  });

  test('a line that was gone to while others were awaited keeps the cursor in their order', async () => {
    const window = await searchWindow(accounts);
    const grid = await asConcordance(window, 'tunnel');
    const { session } = window;
    const current = () => {
      const { lines: found, cursor } = session.get().search;
      return found === null ? undefined : rowAt(found, cursor);
    };
    let release = (): void => undefined;
    window.hold = new Promise((resolve) => {
      release = resolve;
    });
    const order = lines(grid);
    pressKey('r');
    await expect.poll(() => session.get().search.searching).toBe(true);
    pressKey('ArrowDown');
    const gone = current();
    release();
    await expect.poll(() => session.get().search.searching).toBe(false);
    expect(lines(grid)).not.toEqual(order);
    expect(current()).toEqual(gone);
    // Whoever has gone nowhere begins at the top.
    pressKey('l');
    await expect.poll(() => session.get().search.searching).toBe(false);
    expect(session.get().search.cursor).toBe(0);
  });

  test('F3 a key highlights the line, exactly; what is highlighted is told and left out', async () => {
    const window = await searchWindow(accounts, ['figure']);
    const grid = await asConcordance(window, 'tunnel');
    pressKey('ArrowDown');
    pressKey('h');
    await expect.poll(() => quotes(window)).toEqual(['tunnel']);
    const [annotation] = window.session.store.records.list('annotation');
    const line = window.session.get().search.lines?.pages.get(0)?.[1];
    expect(annotation?.passage).toMatchObject({ start: line?.start, end: line?.end });
    await expect.poll(() => grid.querySelectorAll('.kwic-annotated').length).toBe(1);
    pressKey('h');
    await expect.poll(() => window.session.get().message.text).toContain('already');
    expect(quotes(window)).toHaveLength(1);
    pressKey('1');
    await expect
      .poll(() => window.session.store.records.list('annotation')[0]?.tagIds.length)
      .toBe(1);
    pressKey('H');
    await expect.poll(() => quotes(window)).toHaveLength(4);
    expect(window.session.get().message.text).toBe(
      'Highlighted 3 passages. 1 was highlighted already.',
    );
  });

  test('F3 all lines are one step for undo, and are counted in their articles', async () => {
    const window = await searchWindow(accounts, ['figure']);
    await asConcordance(window, 'tunnel');
    pressKey('H');
    await expect.poll(() => quotes(window)).toHaveLength(4);
    const { records } = window.session.store;
    const made = (): number[] => records.list('article').map((article) => article.annotationsMade);
    expect(made().sort()).toEqual([0, 2, 2]);
    const numbers = records.list('annotation').map(({ number }) => number);
    expect(numbers.sort()).toEqual([1, 1, 2, 2]);
    void undo(window.session);
    expect(quotes(window)).toEqual([]);
  });

  test('lines are selected with Space and with Shift, and one key highlights them', async () => {
    const window = await searchWindow(accounts, ['figure']);
    const grid = await asConcordance(window, 'tunnel');
    pressKey(' ');
    pressKey('ArrowDown');
    pressKey('ArrowDown');
    pressKey(' ');
    expect(window.session.get().search.selected.size).toBe(2);
    await expect.poll(() => grid.querySelectorAll('[aria-selected="true"]').length).toBe(2);
    pressKey('1');
    await expect.poll(() => quotes(window)).toHaveLength(2);
    pressKey('Escape');
    expect(window.session.get().search.selected.size).toBe(0);
    pressKey('Home');
    pressKey('ArrowDown', { shiftKey: true });
    pressKey('ArrowDown', { shiftKey: true });
    pressKey('ArrowUp', { shiftKey: true });
    expect(window.session.get().search.selected.size).toBe(2);
    pressKey('Escape');
    pressKey('Escape');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Search project');
  });

  test('Enter opens the passage of the line, selected', async () => {
    const window = await searchWindow(accounts);
    await asConcordance(window, 'tunnel');
    pressKey('ArrowDown');
    pressKey('Enter');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('document');
    const reader = window.session.panes.active()?.reader;
    const line = window.session.get().search.lines?.pages.get(0)?.[1];
    expect(reader?.selection()).toMatchObject({ from: line?.start, to: line?.end });
    expect(window.session.get().find?.current).toBe(1);
  });

  test('thousands of lines are read as they come into view, and drawn only there', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => `Paragraph ${index} of a tunnel.`);
    const window = await searchWindow([['Long', ...many]]);
    const grid = await asConcordance(window, 'tunnel');
    expect(window.session.get().search.lines?.total).toBe(1500);
    expect(allByRole(grid, 'row').length).toBeLessThan(80);
    pressKey('End');
    await expect.poll(() => allByRole(grid, 'row').at(-1)?.textContent).toContain('Paragraph 1499');
    expect(window.session.get().search.lines?.pages.has(1)).toBe(false);
    pressKey('H');
    await expect.poll(() => quotes(window), { timeout: 10_000 }).toHaveLength(1500);
    void undo(window.session);
    expect(quotes(window)).toHaveLength(0);
  });
});

describe('Saved searches', () => {
  test('are saved, run, renamed and deleted, each undoable', async () => {
    const window = await searchWindow(accounts);
    await asConcordance(window, 'tunnel');
    const saved = (): string[] =>
      window.session.store.records.list('savedSearch').map(({ name }) => name);
    byRole(window.desk, 'button', 'Save this search…').click();
    await expect
      .poll(() => document.activeElement?.getAttribute('aria-label'))
      .toBe('Name of the search');
    const name = window.desk.querySelector<HTMLInputElement>('[aria-label="Name of the search"]');
    if (name === null) throw new Error('No field for the name');
    type(name, 'Tunnel');
    name.form?.requestSubmit();
    expect(saved()).toEqual(['Tunnel']);
    await asking(window, 'harbour');
    const list = byRole(window.desk, 'list-of-saved');
    expect(list.textContent).toContain('Tunnel');
    list.querySelector('button')?.click();
    await expect.poll(() => window.session.get().search.lines?.total).toBe(4);
    expect(window.session.get().search).toMatchObject({ query: 'tunnel', view: 'concordance' });
    byRole(window.desk, 'button', 'Rename the search Tunnel').click();
    await expect
      .poll(() => document.activeElement?.getAttribute('aria-label'))
      .toBe('New name of the search Tunnel');
    type(document.activeElement as HTMLElement, 'The tunnel');
    (document.activeElement as HTMLInputElement).form?.requestSubmit();
    expect(saved()).toEqual(['The tunnel']);
    void undo(window.session);
    expect(saved()).toEqual(['Tunnel']);
    await expect.poll(() => window.desk.textContent).toContain('Tunnel');
    byRole(window.desk, 'button', 'Rename the search Tunnel').click();
    await expect
      .poll(() => document.activeElement?.getAttribute('aria-label'))
      .toBe('New name of the search Tunnel');
    type(document.activeElement as HTMLElement, 'Given up');
    pressKey('Escape');
    await expect
      .poll(() => document.activeElement?.getAttribute('aria-label'))
      .toBe('Search project');
    expect(saved()).toEqual(['Tunnel']);
    await expect.poll(() => window.desk.textContent).toContain('Tunnel');
    byRole(window.desk, 'button', 'Delete the search Tunnel').click();
    expect(saved()).toEqual([]);
    void undo(window.session);
    expect(saved()).toEqual(['Tunnel']);
  });
});
