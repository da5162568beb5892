import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { recordSourceOf } from '../../app/brief/record-source-of.ts';
import { refiReader } from '../../app/exchange/refi/read-qdpx.ts';
import { ReportBuilder } from '../../app/exchange/report-builder.ts';
import { unpackFile } from '../../main/services/exchange/unpack-file.ts';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { answerOpen, answerSave } from '../support/native-dialogs.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';

const sample = sharedCorpus('exchange/refi-qda').find((path) => path.endsWith('demo.qdpx')) ?? '';

/** What a project of REFI-QDA holds, counted: codes, selections, codings. */
async function counted(path: string): Promise<Readonly<Record<string, number>>> {
  const bytes = new Uint8Array(await readFile(path));
  const counts = { tag: 0, article: 0, annotation: 0, codings: 0 };
  const input = {
    name: basename(path),
    files: [
      {
        name: basename(path),
        size: bytes.length,
        bytes: async () => bytes,
        async *chunks() {
          yield bytes;
        },
      },
    ],
  };
  const context = {
    records: recordSourceOf([]),
    report: new ReportBuilder(),
    unpack: unpackFile,
    progress: () => undefined,
  };
  for await (const draft of refiReader.read(input, context)) {
    if (draft.kind === 'annotation') counts.codings += draft.tags.length;
    if (draft.kind === 'tag' || draft.kind === 'article' || draft.kind === 'annotation') {
      counts[draft.kind] += 1;
    }
  }
  return counts;
}

test('J13: a project of another program comes with all its codings, goes out again, and is one step of undo', async ({
  start,
  folder,
}) => {
  test.skip(sample === '', 'The sample of REFI-QDA is absent.');
  const { app, window } = await start({ args: ['--project', join(folder, 'Case')] });
  await answerOpen(app, [sample]);
  await command(window, 'Import from another program');
  const from = window.getByRole('dialog', { name: 'Import from another program' });
  await from.getByRole('button', { name: 'Choose file…' }).click();
  await said(window, 'Imported 2 articles, 158 annotations and 262 tags from demo.qdpx.');
  await articlesCounted(window, 2);
  const report = window.getByRole('dialog', { name: 'Import report' });
  await expect(report).toContainText('Everything was carried.');
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(report).toBeHidden();

  const out = join(folder, 'out.qdpx');
  await answerSave(app, out);
  await command(window, 'Export to another program');
  const to = window.getByRole('dialog', { name: 'Export to another program' });
  await to.getByRole('radio', { name: /^REFI-QDA project/ }).check({ force: true });
  await to.getByRole('button', { name: 'Export…' }).click();
  await said(window, 'Exported 2 articles, 158 annotations and 262 tags to out.qdpx.');
  expect(await counted(out)).toEqual({ tag: 262, article: 2, annotation: 158, codings: 205 });
  const told = window.getByRole('dialog', { name: 'Export report' });
  await told.getByRole('button', { name: 'Close' }).click();
  await expect(told).toBeHidden();

  await window.getByRole('main', { name: 'Desk' }).focus();
  await window.keyboard.press('Control+z');
  await said(window, 'Undid: Import “demo.qdpx”.');
  await articlesCounted(window, 0);
});
