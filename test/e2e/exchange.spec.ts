import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { makeFilledProject, reports } from '../support/filled-project.ts';
import { answerOpen, answerSave } from '../support/native-dialogs.ts';
import { pane, whenSaved } from '../support/reading.ts';

const work = { annotationsEach: 3, claims: 2, links: 2 };

/** The count of annotations in the status line. */
async function annotationsCounted(window: Page, count: number): Promise<void> {
  const status = window.getByRole('region', { name: 'Status' });
  await expect(status).toContainText(`${count} annotation`);
}

test('J4: what goes out by keys comes back as one step of undo; a broken file is refused and changes nothing', async ({
  start,
  folder,
}) => {
  await makeFilledProject(join(folder, 'project'), reports(4), work);
  const { app, window } = await start({ args: ['--project', join(folder, 'project')] });
  await articlesCounted(window, 4);
  await expect(pane(window, 'Report 1')).toBeFocused();

  const file = join(folder, 'work.jsonld');
  await answerSave(app, file);
  await window.keyboard.press('Control+Alt+e');
  const exporting = window.getByRole('dialog', { name: 'Export to another program' });
  await expect(exporting.getByRole('radio', { name: /^W3C Web Annotation/ })).toBeChecked();
  await expectAccessible(window, 'formats to export');
  await exporting.getByRole('button', { name: 'Export…' }).press('Enter');
  const exported = window.getByRole('dialog', { name: 'Export report' });
  await expect(exported).toContainText('12 annotations');
  await expect(exported).toContainText('Not carried');
  await exported.getByRole('button', { name: 'Close' }).press('Enter');
  await said(window, /^Exported 12 annotations, .* to work\.jsonld\.$/);
  const collection = JSON.parse(await readFile(file, 'utf8'));
  expect(collection).toMatchObject({ type: 'AnnotationCollection' });

  // Others' work: the same passages under other names.
  await writeFile(
    file,
    JSON.stringify(collection).replaceAll(/urn:uuid:([0-9a-f]{8})/g, 'urn:uuid:ffffffff'),
  );
  await answerOpen(app, [file]);
  await window.keyboard.press('Control+Alt+r');
  const importing = window.getByRole('dialog', { name: 'Import from another program' });
  await expect(importing.getByRole('radio', { name: /^Recognise the format/ })).toBeChecked();
  await importing.getByRole('button', { name: 'Choose file…' }).press('Enter');
  const imported = window.getByRole('dialog', { name: 'Import report' });
  await expect(imported).toContainText('12 annotations');
  await expectAccessible(window, 'report of an import');
  await imported.getByRole('button', { name: 'Close' }).press('Enter');
  await annotationsCounted(window, 24);
  await whenSaved(window);
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Import “work.jsonld”.');
  await annotationsCounted(window, 12);

  await writeFile(file, '{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"');
  await window.keyboard.press('Control+Alt+r');
  await importing.getByRole('button', { name: 'Choose file…' }).press('Enter');
  const refused = window.getByRole('dialog', { name: 'Nothing was imported' });
  await expect(refused).toContainText('“work.jsonld” is no JSON');
  await closeWithEscape(refused);
  await annotationsCounted(window, 12);
});
