import { join } from 'node:path';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said } from '../support/areas.ts';
import { expectAccessible } from '../support/axe.ts';
import { makeFilledProject, reports } from '../support/filled-project.ts';
import { answerOpen, answerSave } from '../support/native-dialogs.ts';
import { whenSaved } from '../support/reading.ts';

test('J21: a workbook takes annotations, claims and links into another project, as one step of undo', async ({
  start,
  folder,
}) => {
  const work = { annotationsEach: 3, claims: 2, links: 2 };
  await makeFilledProject(join(folder, 'full'), reports(4), work);
  await makeFilledProject(join(folder, 'bare'), reports(4));
  const workbook = join(folder, 'work.xlsx');

  await test.step('out', async () => {
    const { app, window } = await start({ args: ['--project', join(folder, 'full')] });
    await articlesCounted(window, 4);
    await answerSave(app, workbook);
    await window.keyboard.press('Control+Alt+e');
    const exporting = window.getByRole('dialog', { name: 'Export to another program' });
    await exporting.getByRole('radio', { name: /^Workbook \(XLSX\)/ }).check({ force: true });
    await exporting.getByRole('button', { name: 'Export…' }).press('Enter');
    await said(window, /^Exported 12 annotations, 2 claims, .* to work\.xlsx\.$/);
    await app.close();
  });

  const { app, window } = await start({ args: ['--project', join(folder, 'bare')] });
  await articlesCounted(window, 4);
  const importing = window.getByRole('dialog', { name: 'Import from another program' });
  const report = window.getByRole('dialog', { name: 'Import report' });
  const status = window.getByRole('region', { name: 'Status' });

  await test.step('in', async () => {
    await answerOpen(app, [workbook]);
    await window.keyboard.press('Control+Alt+r');
    await expect(importing.getByRole('radio', { name: /^Workbook \(XLSX\)/ })).toBeVisible();
    await expect(importing.getByRole('radio', { name: /^Claims as a table/ })).toBeVisible();
    await expect(importing.getByRole('radio', { name: /^Links as a table/ })).toBeVisible();
    await expectAccessible(window, 'formats to import');
    await importing.getByRole('button', { name: 'Choose file…' }).press('Enter');
    await said(window, /^Imported 12 annotations, .* from work\.xlsx\.$/);
    await expect(report).toContainText('2 links');
    await report.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(status).toContainText('12 annotations');
    await whenSaved(window);
  });

  await test.step('once more: nothing twice', async () => {
    await window.keyboard.press('Control+Alt+r');
    await importing.getByRole('button', { name: 'Choose file…' }).press('Enter');
    await said(window, 'Imported nothing from work.xlsx.');
    await report.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(status).toContainText('12 annotations');
  });

  await test.step('back', async () => {
    await window.getByRole('main', { name: 'Desk' }).focus();
    await window.keyboard.press('Control+z');
    await said(window, 'Undid: Import “work.xlsx”.');
    await expect(status).not.toContainText('12 annotations');
  });
});
