import { expect, type Locator, type Page } from '@playwright/test';

/** The pane that shows an article: the document named by its title. */
export function pane(window: Page, title: string | RegExp): Locator {
  return window.getByRole('document', { name: title });
}

/** Opens an article from the Library, in the active pane. The text has the keyboard then. */
export async function openArticle(window: Page, title: string | RegExp): Promise<Locator> {
  await articleRow(window, title).click();
  const reader = pane(window, title);
  await expect(reader).toBeFocused();
  return reader;
}

/** Opens an article beside the one that is open. The text has the keyboard then. */
export async function openBeside(window: Page, title: string | RegExp): Promise<Locator> {
  const row = articleRow(window, title);
  await row.hover();
  await row.getByRole('button', { name: /Open beside/ }).click();
  const reader = pane(window, title);
  await expect(reader).toBeFocused();
  return reader;
}

export function articleRow(window: Page, title: string | RegExp): Locator {
  return window.getByRole('grid', { name: 'Articles' }).getByRole('row', { name: title });
}

/** Selects words in a text with the mouse, as a person does: press at their start, let go at their end. */
export async function selectWords(reader: Locator, words: string): Promise<void> {
  const ends = await reader.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const whole = nodes.map(({ data }) => data).join('');
    const from = whole.indexOf(wanted);
    if (from < 0) return null;
    const place = (offset: number): [Text, number] => {
      let left = offset;
      for (const node of nodes) {
        if (left <= node.data.length) return [node, left];
        left -= node.data.length;
      }
      throw new Error('Past the end of the text.');
    };
    const range = document.createRange();
    range.setStart(...place(from + 1));
    range.setStart(range.startContainer, range.startOffset - 1);
    range.setEnd(...place(from + wanted.length));
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
    const first = rects[0];
    const last = rects.at(-1);
    if (first === undefined || last === undefined) return null;
    return {
      start: { x: first.left + 0.5, y: first.top + first.height / 2 },
      end: { x: last.right - 0.5, y: last.top + last.height / 2 },
    };
  }, words);
  if (ends === null) throw new Error(`“${words}” does not stand in this text.`);
  const { mouse, keyboard } = reader.page();
  await mouse.move(ends.start.x, ends.start.y);
  // What a key has brought up over the words is put away first.
  const isCovered = reader.evaluate(
    (element, { x, y }) => !element.contains(document.elementFromPoint(x, y)),
    ends.start,
  );
  if (await isCovered) await keyboard.press('Escape');
  await mouse.down();
  await mouse.move(ends.end.x, ends.end.y, { steps: 4 });
  await mouse.up();
  // The page is told of a selection after the mouse: a key right behind it would act on what was selected before.
  await reader.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
}

/** Waits until everything is on disk, as the status line says. */
export async function whenSaved(window: Page): Promise<void> {
  await window
    .getByRole('region', { name: 'Status' })
    .getByText('Saved', { exact: true })
    .waitFor();
}
