import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { highlight } from '../support/annotating.ts';
import { expect, test } from '../support/app-test.ts';
import { said, showView } from '../support/areas.ts';
import { sample, whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { openArticle, whenSaved } from '../support/reading.ts';

const words = '31 kilometres';

/** The stored text that holds this. */
async function textHolding(project: string, marker: string): Promise<string> {
  const texts = join(project, '.variorum', 'texts');
  for (const name of await readdir(texts)) {
    const path = join(texts, name);
    if (name.endsWith('.txt') && (await readFile(path, 'utf8')).startsWith(marker)) return path;
  }
  throw new Error(`No stored text begins with “${marker}”.`);
}

test('a text changed on disk: the export is refused, names the quotation, writes nothing; restored, it exports (C2, C3)', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start({ args: withSampleArticles(project) });
  await whenSampleIsThere(first.window);
  await highlight(await openArticle(first.window, sample.readout), words);
  await first.window.keyboard.press('b');
  await whenSaved(first.window);
  await first.close();
  const path = await textHolding(project, 'Readout of the Premier');
  const whole = await readFile(path, 'utf8');
  await writeFile(path, whole.replace(words, '37 kilometres'));

  await test.step('refused', async () => {
    const { app, window, close } = await start({ args: ['--project', project] });
    await showView(window, 'Brief');
    for (const [keys, file] of [
      ['Control+Shift+m', 'brief.md'],
      ['Control+Shift+h', 'brief.html'],
    ] as const) {
      await answerSave(app, join(folder, file));
      await window.keyboard.press(keys);
      const dialog = window.getByRole('dialog', { name: 'Nothing was exported' });
      await expect(dialog.getByRole('listitem')).toContainText(['1:1']);
      await expect(dialog.getByRole('listitem')).toContainText([words]);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await expect(access(join(folder, file))).rejects.toThrow();
    }
    await close();
  });

  await test.step('restored', async () => {
    await writeFile(path, whole);
    const { app, window } = await start({ args: ['--project', project] });
    await showView(window, 'Brief');
    await answerSave(app, join(folder, 'brief.md'));
    await window.keyboard.press('Control+Shift+m');
    await said(window, 'Exported to brief.md.');
    expect(await readFile(join(folder, 'brief.md'), 'utf8')).toContain(words);
  });
});
