import { execFile } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, statusLine } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { whenClosed } from '../support/dialogs.ts';
import { recordsOnDisk } from '../support/journal-on-disk.ts';
import { whenSampleIsThere, withSampleArticles } from '../support/making-projects.ts';
import { whenSaved } from '../support/reading.ts';

const run = promisify(execFile);

/** Writes zeros until nothing more goes onto the disk. */
async function fill(disk: string): Promise<void> {
  const free = await statfs(disk);
  const count = free.bavail + 1;
  await run('dd', [
    'if=/dev/zero',
    `of=${join(disk, 'filler')}`,
    `bs=${free.bsize}`,
    `count=${count}`,
  ]).catch(() => {});
  expect((await statfs(disk)).bavail).toBe(0);
}

test('a full disk: what is not on it is said to be not saved, and is there once there is space', async ({
  start,
  folder,
}) => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).then(
    () => true,
    () => false,
  );
  test.skip(!mounted, 'A small disk of its own needs the rights of root.');
  try {
    const project = join(disk, 'project');
    const first = await start({ args: withSampleArticles(project) });
    await whenSampleIsThere(first.window);
    await whenSaved(first.window);
    await fill(disk);
    for (const number of [1, 2]) {
      await command(first.window, 'New claim');
      const dialog = first.window.getByRole('dialog', { name: 'New claim' });
      const wording = dialog.getByRole('textbox', { name: 'Wording' });
      // More than what is left of the journal's last block on the disk.
      await wording.fill(`Claim ${number} on a full disk. ${'x'.repeat(5_000)}`);
      await first.window.keyboard.press('Enter');
      await whenClosed(dialog);
      await expect(statusLine(first.window)).toContainText(
        `Not saved (${number}): The disk is full. Free some space, then try again.`,
      );
    }
    await rm(join(disk, 'filler'));
    await whenSaved(first.window);
    const claims = [...(await recordsOnDisk(project)).values()].filter(
      (record) => record.kind === 'claim' && JSON.stringify(record).includes('on a full disk'),
    );
    expect(claims).toHaveLength(2);

    await fill(disk);
    await first.close();
    const more = join(folder, 'one-more.txt');
    await writeFile(more, `One more article\n\n${'Words and more words. '.repeat(30_000)}`);
    const second = await start({ args: ['--project', project, '--import', more] });
    await expect(statusLine(second.window)).toContainText(
      'Importing 1 file, paused: The disk is full. Free some space, then try again.',
    );
    await rm(join(disk, 'filler'));
    await statusLine(second.window).getByRole('button', { name: 'Resume' }).click();
    await articlesCounted(second.window, 9);
    await second.close();
  } finally {
    await run('umount', ['-l', disk]);
  }
});
