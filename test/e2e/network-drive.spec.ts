import { execFile } from 'node:child_process';
import { mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, inspector, statusLine } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { closeWithEscape } from '../support/dialogs.ts';
import { answerOpen } from '../support/native-dialogs.ts';
import { openArticle } from '../support/reading.ts';

const run = promisify(execFile);

const wire = (index: number) =>
  `Wire number ${index}\n\nAt ${index} past midnight ship ${index * 7} left berth ${index * 13}.\n`;

test('R5: what others change on a drive that tells nobody is seen when the window gets the focus', async ({
  start,
  folder,
}) => {
  // What is done in the folder behind such a mount reaches nobody who watches the mount, as on a network drive.
  const server = join(folder, 'server');
  const drive = join(folder, 'drive');
  await mkdir(server);
  await mkdir(drive);
  const mounted = await run('bindfs', [server, drive]).then(
    () => true,
    () => false,
  );
  test.skip(!mounted, 'A drive of its own needs bindfs, FUSE and the rights of root.');
  try {
    await writeFile(join(server, 'one.txt'), wire(1));
    const launched = await start({ args: ['--project', join(folder, 'project')] });
    const { app, window } = launched;
    await command(window, 'Watched folders');
    const dialog = window.getByRole('dialog', { name: 'Watched folders' });
    await answerOpen(app, [drive]);
    await dialog.getByRole('button', { name: 'Add folder…' }).click();
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await closeWithEscape(dialog);
    await articlesCounted(window, 1);

    await writeFile(join(server, 'two.txt'), wire(2));
    await rename(join(server, 'one.txt'), join(server, 'first.txt'));
    // Windows of a virtual display get no focus by themselves. Looked again only where it was not done just now.
    const focus = () =>
      app.evaluate(({ BrowserWindow }) => {
        for (const each of BrowserWindow.getAllWindows()) each.emit('focus');
      });
    await expect(async () => {
      await focus();
      await expect(statusLine(window)).toContainText('2 articles', { timeout: 1_000 });
    }).toPass();
    await openArticle(window, 'Wire number 1');
    const files = inspector(window).getByRole('definition').filter({ hasText: 'imported' });
    await expect(files).toContainText(['first.txt']);

    // A deleted file never deletes an article.
    await unlink(join(server, 'two.txt'));
    await writeFile(join(server, 'three.txt'), wire(3));
    await expect(async () => {
      await focus();
      await expect(statusLine(window)).toContainText('3 articles', { timeout: 1_000 });
    }).toPass();
  } finally {
    await run('umount', ['--lazy', drive]);
    await rm(server, { recursive: true, force: true });
  }
});
