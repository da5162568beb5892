import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

test('D7: the journal holds a change of an article as it is upon what main did meanwhile', async () => {
  const context = await hostContext();
  const { host, window } = windowHost(context);
  const folder = await temporaryFolder();
  window.newFolder = join(folder, 'Case');
  await host.createProject();
  const path = join(folder, 'call.txt');
  await writeFile(path, 'The call\n\nThey spoke for forty minutes on Monday.\n');
  const first = window.jobEnds();
  host.importPaths([path]);
  await first;
  const article = window
    .of('entry')
    .flatMap(({ change }) => change.diff.added)
    .find((record): record is ArticleRecord => record.kind === 'article');
  if (article === undefined) throw new Error('Nothing was imported.');
  // The window does not know of the second revision when it makes its change.
  await writeFile(path, 'The call\n\nThey spoke for half an hour on Monday.\n');
  const second = window.jobEnds();
  host.importPaths([path]);
  await second;
  const starred = nextRecord(context.maker, article, { starred: true });
  const diff = { added: [], updated: [[article, starred] as const], removed: [] };
  await host.appendChange({
    projectId: projectIdOf(host),
    change: newChange(context.maker, 'Star', diff),
  });
  await host.closeProject();
  await host.openProjectAt(join(folder, 'Case'));
  const { records } = await host.readSnapshot({ offset: 0 });
  const kept = records.find((record) => record.id === article.id);
  const revisions = records.filter(({ kind }) => kind === 'revision');
  expect(revisions).toHaveLength(2);
  expect(kept).toMatchObject({ starred: true, revisionId: revisions[1]?.id });
});
