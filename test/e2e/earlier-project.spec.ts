import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector } from '../support/areas.ts';
import { openArticle, selectWords, whenSaved } from '../support/reading.ts';

// What the program of schema 1 left behind when it was killed; never made anew.
const frozen = join(import.meta.dirname, '../fixtures/projects/schema-1');

test('a project of the first version opens with all that was done in it, and goes on', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'Old project');
  await cp(frozen, project, { recursive: true });
  const { window } = await start({ args: ['--project', project] });
  await articlesCounted(window, 2);
  const reader = await openArticle(window, 'Two leaders speak by telephone');
  await expect(reader.locator('[data-annotations]')).toHaveText('spoke for forty minutes');
  await window.keyboard.press(']');
  await expect(inspector(window).getByText('Duration').first()).toBeVisible();
  await expect(inspector(window).getByText('Compare with the radio.')).toBeVisible();
  await selectWords(reader, 'meet in June');
  await window.keyboard.press('1');
  await expect(reader.locator('[data-annotations]')).toHaveCount(2);
  await whenSaved(window);
  const file = JSON.parse(await readFile(join(project, '.variorum/project.json'), 'utf8'));
  expect(file.schema).toBe(6);
});
