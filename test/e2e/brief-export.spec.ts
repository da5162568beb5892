import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { resolveElectron } from '../../resources/tooling/electron-runtime.mjs';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';
import { readDocx } from '../main/support/read-docx.ts';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { said, showView } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { command } from '../support/commands.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { readPdf } from '../support/read-pdf.ts';
import { openArticle, whenSaved } from '../support/reading.ts';

const length = '31 kilometres';
const wording = 'The tunnel is 31 kilometres long.';

test('from a claim to a brief to DOCX and PDF by keyboard: verbatim, the same twice (C2, C4, C5)', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  const reader = await openArticle(window, sample.readout);
  await highlight(reader, length);
  await window.keyboard.press('c');
  const claim = window.getByRole('dialog', { name: 'Claim from this passage' });
  await claim.getByRole('textbox', { name: 'Wording' }).fill(wording);
  await claim.getByRole('button', { name: 'Make claim' }).press('Enter');
  await expect(claim).toHaveCount(0);
  // The dialog gives the keyboard back in the frame after it has gone.
  await expect(reader).toBeFocused();
  await window.keyboard.press('b');
  await said(window, /^Sent 1:1 to a new brief/);
  await showView(window, 'Brief');
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await text.press('Control+Home');
  await window.keyboard.type('# How long it is');
  await window.keyboard.press('Enter');
  await window.keyboard.type('One source says so.');
  await whenSaved(window);
  const dialog = window.getByRole('dialog', { name: 'Export the brief' });

  await test.step('Word: comments beside citations, real notes, the appendix', async () => {
    await answerSave(app, join(folder, 'brief.docx'));
    await window.keyboard.press('Control+Shift+e');
    await expect(dialog.getByRole('radio', { name: 'Word document (DOCX)' })).toBeFocused();
    await expectAccessible(window, 'the export of a brief');
    await window.keyboard.press('Enter');
    await said(window, 'Exported to brief.docx.');
    await expect(dialog).toHaveCount(0);
    const { commented, paragraphs, parts } = readDocx(await readFile(join(folder, 'brief.docx')));
    expect(commented.map(({ words }) => words)).toEqual([length]);
    expect(paragraphs).toContainEqual({ style: 'Heading1', words: 'How long it is' });
    expect(parts.get('word/footnotes.xml')).toContain('Readout of the Premier');
    expect(parts.get('word/document.xml')).toMatch(/revision sha256:[0-9a-f]{64}, characters/);
  });

  await test.step('PDF: chosen by arrow key, tagged, with an outline, byte for byte the same twice', async () => {
    const files: Buffer[] = [];
    for (const name of ['one.pdf', 'two.pdf']) {
      await answerSave(app, join(folder, name));
      await expect(text).toBeFocused();
      await window.keyboard.press('Control+Shift+e');
      await dialog.getByRole('radio', { checked: true }).and(window.locator(':focus')).waitFor();
      if (files.length === 0) await window.keyboard.press('ArrowDown');
      await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeChecked();
      await window.keyboard.press('Enter');
      await said(window, `Exported to ${name}.`);
      await expect(dialog).toHaveCount(0);
      files.push(await readFile(join(folder, name)));
    }
    const [one, two] = files;
    if (one === undefined || two === undefined) throw new Error('No PDF.');
    expect(one.equals(two)).toBe(true);
    const pdf = await readPdf(one);
    expect(pdf).toMatchObject({ title: 'Brief', language: 'en', isTagged: true });
    expect(pdf.outline).toContain('How long it is');
    expect(pdf.pages.join(' ')).toContain(length);
    expect(one.toString('latin1')).not.toContain('Electron');
  });

  await test.step('the command line prints the same words every time, without a display and while the project is open', async () => {
    const { executable } = await resolveElectron();
    const script = join(repositoryRoot, 'out', 'main', 'cli.js');
    const words = ['export', join(folder, 'project'), 'brief', 'Brief', '--format', 'pdf'];
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', DISPLAY: '', WAYLAND_DISPLAY: '' };
    const pdf = await readPdf(await readFile(join(folder, 'one.pdf')));
    let first: Buffer | null = null;
    // Once the program ended while it wrote the file, one time in six.
    for (let round = 0; round < 5; round += 1) {
      const printed = join(folder, `alone-${round}.pdf`);
      const args = [script, ...words, '--appendix', '--output', printed];
      await promisify(execFile)(executable, args, { env });
      const bytes = await readFile(printed);
      first ??= bytes;
      expect(bytes.equals(first)).toBe(true);
    }
    expect(await readPdf(first ?? Buffer.alloc(0))).toEqual(pdf);
  });
});

test('Y38 C14 before an export the dialog tells what the check left open; marks on the screen are those of the file', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await highlight(await openArticle(window, sample.readout), length);
  await window.keyboard.press('b');
  await said(window, /^Sent 1:1 to a new brief/);
  const dialog = window.getByRole('dialog', { name: 'Export the brief' });
  await test.step('of a brief that was not on the screen yet it says so', async () => {
    await window.keyboard.press('Control+Shift+e');
    await expect(dialog.getByRole('status')).toHaveText('This brief has not been checked yet.');
    await dialog.getByRole('button', { name: 'Show the check' }).press('Enter');
    await expect(dialog).toHaveCount(0);
  });
  const text = window.getByRole('textbox', { name: 'Text of the brief' });
  await test.step('in an author-date style the mark has its paragraph, as the file has', async () => {
    await text.press('Control+End');
    await window.keyboard.type('It will be 95 kilometres long.');
    await whenSaved(window);
    await command(window, 'Citations of the brief');
    const citations = window.getByRole('dialog', { name: 'Citations of the brief' });
    await citations.getByLabel('Style').selectOption({ label: 'APA, 7th edition' });
    await window.keyboard.press('Escape');
    await expect(text.locator('.citation-in-text')).toHaveText(/^\(.+, para\. \d+.*\)$/);
  });
  await test.step('the findings are told and led to, and hold nothing up', async () => {
    await window.getByRole('tab', { name: 'Articles' }).click();
    await window.keyboard.press('Control+Shift+e');
    await expect(dialog.getByRole('status')).toHaveText(
      /^1 finding of the check is open: 1 paragraph without a citation\.$/,
    );
    await expectAccessible(window, 'the export of a brief with findings');
    await dialog.getByRole('button', { name: 'Show the check' }).press('Enter');
    await expect(window.getByRole('tree', { name: 'Findings of the check' })).toBeFocused();
    const mark = (await text.locator('.citation-in-text').textContent()) ?? '';
    await answerSave(app, join(folder, 'brief.txt'));
    await window.keyboard.press('Control+Shift+e');
    await dialog.getByRole('radio', { name: 'Plain text' }).check();
    await dialog.getByRole('button', { name: 'Export…' }).press('Enter');
    await said(window, 'Exported to brief.txt.');
    expect(await readFile(join(folder, 'brief.txt'), 'utf8')).toContain(mark);
  });
});

test('the web page alone in a window: no request, a citation opens its passage in context (C4)', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: withSampleArticles(join(folder, 'project')) });
  await whenSampleIsThere(window);
  await highlight(await openArticle(window, sample.readout), length);
  await window.keyboard.press('b');
  await said(window, /^Sent 1:1 to a new brief/);
  await answerSave(app, join(folder, 'brief.html'));
  await window.keyboard.press('Control+Shift+e');
  const dialog = window.getByRole('dialog', { name: 'Export the brief' });
  await dialog.getByRole('radio', { name: 'Web page (HTML)' }).check();
  await dialog.getByRole('checkbox', { name: /^Appendix of sources/ }).uncheck();
  await dialog.getByRole('button', { name: 'Export…' }).press('Enter');
  await said(window, 'Exported to brief.html.');
  const opening = app.waitForEvent('window');
  await app.evaluate(
    async ({ BrowserWindow, session }, url) => {
      const alone = session.fromPartition('proof');
      const requests: string[] = [];
      Object.assign(globalThis, { requestsOfProof: requests });
      alone.webRequest.onBeforeRequest((details, answer) => {
        requests.push(details.url);
        answer({});
      });
      const size = { width: 900, height: 700 };
      await new BrowserWindow({ ...size, webPreferences: { partition: 'proof' } }).loadURL(url);
    },
    pathToFileURL(join(folder, 'brief.html')).href,
  );
  const page = await opening;
  const card = page.locator('#passage-1');
  await expect(page.locator('blockquote')).toHaveText(length);
  await expect(card).toBeHidden();
  await expectNothingFound(page);
  await page.locator('a.cited').first().press('Enter');
  await expect(card).toBeVisible();
  await expect(card.locator('mark')).toHaveText(length);
  await expect(card.locator('.passage')).toContainText('tunnel');
  await expectNothingFound(page);
  await card.locator('[role="doc-backlink"]').press('Enter');
  await expect(card).toBeHidden();
  const requests = await app.evaluate(
    () => (globalThis as { requestsOfProof?: readonly string[] }).requestsOfProof,
  );
  expect(requests).toHaveLength(1);
});

/** Proves a page that is none of ours accessible, in light and in dark. */
async function expectNothingFound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Legacy: Electron opens no page for axe to gather its findings in.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
    expect(found, `an exported page, ${colorScheme}`).toEqual([]);
  }
}
