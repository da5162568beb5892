import { describe, expect, test } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import type { TagRecord } from '../../../app/record/records.ts';
import {
  changeTag,
  makeTag,
  mergeInto,
  removeTags,
} from '../../../renderer/session/codebook/codebook.ts';
import {
  clearTagFilter,
  setTagFilter,
  tagFilter,
  tagFilterOf,
} from '../../../renderer/session/codebook/tag-filter.ts';
import { undo } from '../../../renderer/session/history/undo.ts';
import { codebookOf } from '../../support/codebooks.ts';
import { countingMaker, sampleArticle, samplePassage } from '../../support/records.ts';
import { codebookWindow } from './codebook-window.ts';

function tree(): HTMLElement {
  const found = document.querySelector<HTMLElement>('[role="tree"]');
  if (found === null) throw new Error('No tree.');
  return found;
}

function press(key: string, init: KeyboardEventInit = {}): void {
  tree().dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
  );
}

/** The name of the tag that the tree names as the one with the keyboard, once that line is drawn. */
function active(): string | null | undefined {
  const id = tree().getAttribute('aria-activedescendant');
  return id === null ? null : document.getElementById(id)?.querySelector('.tag-name')?.textContent;
}

/** 2,000 tags: 40 at the top, each with seven below, each of those with six. */
function largeCodebook(): readonly TagRecord[] {
  const made = Array.from({ length: 40 }, (_, top) => {
    const middle = Array.from({ length: 7 }, (_, mid) => {
      const low = Array.from({ length: 6 }, (_, index) => [`low ${top}.${mid}.${index}`, {}]);
      return [`mid ${top}.${mid}`, Object.fromEntries(low)];
    });
    return [`top ${top}`, Object.fromEntries(middle)];
  });
  return codebookOf(Object.fromEntries(made));
}

describe('a codebook of 2,000 tags', () => {
  test('only the lines in sight are drawn, and the line with the keyboard is one of them', async () => {
    const session = await codebookWindow(largeCodebook());
    await expect
      .poll(() => document.querySelectorAll('[role="treeitem"]').length)
      .toBeGreaterThan(10);
    tree().focus();
    await expect.poll(active).toBe('top 0');
    press('End');
    await expect.poll(active).toBe('low 39.6.5');
    press('Home');
    await expect.poll(active).toBe('top 0');
    for (let step = 0; step < 5; step += 1) press('PageDown');
    await expect.poll(active).not.toBe('top 0');
    expect(document.querySelectorAll('[role="treeitem"]').length).toBeLessThan(80);
    session.set({ codebook: { ...session.get().codebook, find: 'LOW 7.3' } });
    await expect
      .poll(() => [...document.querySelectorAll('.tag-name')].map((one) => one.textContent))
      .toEqual(['top 7', 'mid 7.3', ...[0, 1, 2, 3, 4, 5].map((index) => `low 7.3.${index}`)]);
    const lines = [...document.querySelectorAll('[role="treeitem"]')];
    expect(lines.map((line) => line.getAttribute('aria-level'))).toEqual([
      '1',
      '2',
      ...Array.from({ length: 6 }, () => '3'),
    ]);
    expect(lines[3]?.getAttribute('aria-posinset')).toBe('2');
    expect(lines[3]?.getAttribute('aria-setsize')).toBe('6');
  });

  test('what has the keyboard keeps it when it is moved far, and undo brings both back', async () => {
    const session = await codebookWindow(largeCodebook());
    tree().focus();
    await expect.poll(active).toBe('top 0');
    press('End');
    await expect.poll(active).toBe('low 39.6.5');
    press('ArrowLeft', { altKey: true });
    press('ArrowLeft', { altKey: true });
    await expect.poll(active).toBe('low 39.6.5');
    expect(document.activeElement).toBe(tree());
    await undo(session);
    await undo(session);
    await expect.poll(active).toBe('low 39.6.5');
    const line = document.getElementById(tree().getAttribute('aria-activedescendant') ?? '');
    expect(line?.getAttribute('aria-level')).toBe('3');
  });
});

describe('the tag filter', () => {
  const tags = codebookOf({ economy: { figure: {} }, quote: {} });

  async function annotated() {
    const session = await codebookWindow(tags);
    const maker = countingMaker();
    const [economy, figure, quote] = tags;
    if (economy === undefined || figure === undefined || quote === undefined) throw new Error();
    const article = sampleArticle(maker);
    const on = (tag: TagRecord) =>
      addAnnotation(maker, article, samplePassage(article.revisionId), [tag.id]).annotation;
    return { session, economy, figure, quote, on };
  }

  test('G7: it keeps to the tags that were meant; renamed, moved and removed, until it is cleared', async () => {
    const { session, economy, figure, quote, on } = await annotated();
    expect(tagFilterOf(session)).toBeNull();
    expect(setTagFilter(session, ' economy AND NOT quote ')).toBeNull();
    const accepts = tagFilterOf(session);
    expect([on(figure), on(quote)].map((one) => accepts?.(one))).toEqual([true, false]);
    expect(tagFilterOf(session), 'the same until something changes').toBe(accepts);
    changeTag(session, economy, { color: 5 });
    expect(tagFilterOf(session), 'a colour does not matter').toBe(accepts);
    const renamed = session.store.records.get('tag', economy.id);
    if (renamed === null) throw new Error('No tag.');
    changeTag(session, renamed, { name: 'money or goods' });
    expect(tagFilter(session)?.text).toBe('money or goods AND NOT quote');
    expect(tagFilterOf(session)).toBe(accepts);
    makeTag(session, 'share', { parentId: economy.id, before: null });
    const share = session.store.records.list('tag').find(({ name }) => name === 'share');
    if (share === undefined) throw new Error('No tag.');
    expect(tagFilterOf(session)?.(on(share)), 'what came below counts').toBe(true);
    removeTags(session, new Set([quote.id]), { annotations: 'take-off', below: 'move-up' });
    expect(tagFilterOf(session), 'a tag is gone: nothing is filtered').toBeNull();
    expect(tagFilter(session)).toMatchObject({ expression: null });
    await undo(session);
    expect(tagFilterOf(session)?.(on(figure))).toBe(true);
    clearTagFilter(session);
    expect(tagFilter(session)).toBeNull();
  });

  test('G6: what can’t be understood changes nothing and is answered with its problem', async () => {
    const { session } = await annotated();
    setTagFilter(session, 'quote');
    expect(setTagFilter(session, 'quote AND')).toMatchObject({ start: 6, end: 9, code: 'grammar' });
    expect(session.get().tagFilter).toBe('quote');
    setTagFilter(session, '  ');
    expect(session.get().tagFilter).toBe('');
  });
});

test('G1 a tag is not moved to where another of its name stands; it is said what to do', async () => {
  const session = await codebookWindow(codebookOf({ coast: { economy: {} }, economy: {} }));
  tree().focus();
  await expect.poll(active).toBe('coast');
  press('ArrowDown');
  await expect.poll(active).toBe('economy');
  const before = session.store.records.list('tag');
  press('ArrowLeft', { altKey: true });
  await expect
    .poll(() => session.get().message.text)
    .toBe(
      'There would be two tags “economy” at the top. Rename one of them, or merge the two, first.',
    );
  expect(session.store.records.list('tag')).toBe(before);
  const [coast] = before;
  if (coast === undefined) throw new Error('No tag.');
  removeTags(session, new Set([coast.id]), { annotations: 'take-off', below: 'move-up' });
  expect(session.store.records.list('tag')).toBe(before);
});

test('G8 a filter that asks for a tag that is merged asks for the one that is left', async () => {
  const session = await codebookWindow(codebookOf({ figure: {}, quote: {}, 'war, economy': {} }));
  const [figure, , war] = session.store.records.list('tag');
  if (figure === undefined || war === undefined) throw new Error('No tags.');
  expect(setTagFilter(session, 'NOT (figure OR quote)')).toBeNull();
  mergeInto(session, war, [figure]);
  expect(tagFilter(session)?.text).toBe('NOT (war, economy OR quote)');
  expect(tagFilterOf(session)).not.toBeNull();
  clearTagFilter(session);
  expect(setTagFilter(session, 'quote')).toBeNull();
  const [quote] = session.store.records.list('tag').filter(({ name }) => name === 'quote');
  if (quote === undefined) throw new Error('No tag.');
  mergeInto(session, quote, [war]);
  expect(tagFilter(session)?.text).toBe('quote');
});
