import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makePassage } from '../../app/anchor/passage.ts';
import { addAnnotations } from '../../app/annotation/add-annotations.ts';
import type { TextOffset } from '../../app/base/brand.ts';
import { systemMaker } from '../../app/base/maker.ts';
import { newChange } from '../../app/record/new-change.ts';
import type { ArticleRecord, RevisionRecord } from '../../app/record/records.ts';
import { emptyBase, Journal } from '../../main/services/journal/journal.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, statusLine } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { recordsOnDisk } from '../support/journal-on-disk.ts';
import { whenSaved } from '../support/reading.ts';

const articleCount = 40;
const markedEach = 12;

/** The story of an article, which says one sentence otherwise in its second state. */
function story(index: number, state: 'first' | 'second'): string {
  const said = state === 'first' ? 'the fares stay' : 'the fares do not stay';
  const sentences = Array.from(
    { length: markedEach },
    (_, at) => `Witness ${at} of story ${index} saw boat ${at * 7 + index} leave the harbour.`,
  );
  return `Story ${index} of the harbour\n\nThe council of place ${index} said that ${said}.\n\n${sentences.join('\n\n')}\n`;
}

async function writeStories(folder: string, state: 'first' | 'second'): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < articleCount; index += 1) {
    await writeFile(join(folder, `story-${index}.txt`), story(index, state));
  }
}

/** Annotates what the witnesses and the council said in every article, in the journal of a project that nobody has open. */
async function annotateAll(project: string): Promise<void> {
  const maker = systemMaker('Ada');
  const records = await recordsOnDisk(project);
  const articles = [...records.values()].filter(({ kind }) => kind === 'article');
  const lists = await Promise.all(
    articles.map(async (record) => {
      const article = record as unknown as ArticleRecord;
      const revision = records.get(article.revisionId) as unknown as RevisionRecord;
      const path = join(project, '.variorum', 'texts', `${revision.hash}.txt`);
      const text = await readFile(path, 'utf8');
      const quotes = text.match(/that the fares stay|Witness \d+ of story \d+ saw boat \d+/g) ?? [];
      const passages = quotes.map((quote) => {
        const start = text.indexOf(quote);
        const [from, to] = [start, start + quote.length] as [TextOffset, TextOffset];
        return makePassage(text, article.revisionId, from, to);
      });
      return { article, passages };
    }),
  );
  const folder = join(project, '.variorum', 'journal');
  const options = { folder, base: emptyBase, readOnly: false, onEntry: () => undefined };
  const journal = await Journal.open(options);
  const { diff } = addAnnotations(maker, lists, []);
  const appended = await journal.append(newChange(maker, 'Highlight', diff));
  await journal.close();
  expect(appended.ok).toBe(true);
}

/** How many annotations stand on the present revision of their article, by what is on disk. */
async function carriedOnDisk(project: string): Promise<number> {
  const records = await recordsOnDisk(project);
  return [...records.values()].filter(({ kind, articleId, passage }) => {
    if (kind !== 'annotation') return false;
    const article = records.get(articleId ?? '') as unknown as ArticleRecord;
    return passage?.revisionId === article.revisionId;
  }).length;
}

async function revisionsOnDisk(project: string): Promise<number> {
  const records = await recordsOnDisk(project);
  return [...records.values()].filter(({ kind }) => kind === 'revision').length;
}

/** Presses Stop as soon as it is there and something was done: a hand is too slow for it here. */
async function stopWhenShown(window: Page): Promise<void> {
  await window.evaluate(() => {
    const press = (): void => {
      const line = document.querySelector('[aria-label="Status"]');
      if (!/article [3-9] of|article \d\d of/.test(line?.textContent ?? '')) return;
      const buttons = [...(line?.querySelectorAll('button') ?? [])];
      const stop = buttons.find(({ textContent }) => textContent === 'Stop');
      if (stop === undefined) return;
      observer.disconnect();
      stop.click();
    };
    const observer = new MutationObserver(press);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

test('K9: carrying over that is stopped half-way keeps what it did, says what is left, and goes on from there', async ({
  start,
  folder,
}) => {
  test.slow();
  const stories = join(folder, 'stories');
  const project = join(folder, 'project');
  await writeStories(stories, 'first');
  const first = await start({ args: ['--project', project, '--import', stories] });
  await articlesCounted(first.window, articleCount);
  await whenSaved(first.window);
  await first.close();
  await annotateAll(project);
  await writeStories(stories, 'second');

  const { window, close } = await start({
    args: ['--project', project, '--import', stories],
  });
  await stopWhenShown(window);
  const status = statusLine(window);
  await expect(status).toContainText(/Carrying over stopped, \d+ articles left/);
  await expect.poll(() => revisionsOnDisk(project)).toBe(2 * articleCount);
  await whenSaved(window);
  const stopped = await carriedOnDisk(project);
  expect(stopped).toBeGreaterThan(0);
  expect(stopped).toBeLessThan(articleCount * markedEach);
  // Nothing goes on by itself.
  await window.waitForTimeout(1_500);
  expect(await carriedOnDisk(project)).toBe(stopped);

  await status.getByRole('button', { name: 'Go on' }).click();
  await expect(status).toContainText(`${articleCount} to carry over`);
  await whenSaved(window);
  await command(window, 'Review carried');
  await expect(
    window.getByRole('listbox', { name: 'Annotations to carry over' }).getByRole('option').first(),
  ).toContainText('Changed');
  await close();
  expect(await carriedOnDisk(project)).toBe(articleCount * markedEach);
});
