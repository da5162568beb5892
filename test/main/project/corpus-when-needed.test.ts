import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newChange } from '../../../app/record/new-change.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import { readCorpus } from '../../../main/services/corpus/read-corpus.ts';
import { sampleArticle } from '../../support/records.ts';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { addition, temporaryFolder } from '../support/samples.ts';

/** A project with an article in its snapshot, opened again with the reading of its corpus held up. */
async function opened() {
  const folder = join(await temporaryFolder(), 'Case');
  let readings = 0;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const context = await hostContext({
    readCorpus: async (request, take) => {
      readings += 1;
      await held;
      return readCorpus(request, take);
    },
  });
  const quick = windowHost({ ...context, readCorpus }).host;
  await quick.createProjectAt(folder);
  const article = sampleArticle(context.maker);
  await quick.appendChange({
    projectId: projectIdOf(quick),
    change: addition(context.maker, 'Import', [article]),
  });
  await quick.dispose();
  const { host } = windowHost(context);
  await host.openProjectAt(folder);
  return { folder, context, host, article, release, readings: () => readings };
}

test('a project is open before its corpus is read, and what comes in between is not lost', async () => {
  const { context, host, article, release } = await opened();
  const { project } = host;
  if (project === null) throw new Error('No project is open.');
  const second = sampleArticle(context.maker, 2);
  const change = addition(context.maker, 'Import', [second]);
  await host.appendChange({ projectId: projectIdOf(host), change });
  expect(project.corpus.article(second.id)).toBeNull();
  release();
  await project.whenCorpus();
  expect(project.corpus.article(article.id)).toEqual(article);
  expect(project.corpus.article(second.id)).toEqual(second);
  expect(project.corpus.highestNumber).toBe(2);
});

test('D7: a change of an article waits for the corpus that it is settled upon', async () => {
  const { context, host, article, release } = await opened();
  const starred = nextRecord(context.maker, article, { starred: true });
  const diff = { added: [], updated: [[article, starred] as const], removed: [] };
  let answered = false;
  const appending = host
    .appendChange({
      projectId: projectIdOf(host),
      change: newChange(context.maker, 'Star', diff),
    })
    .then(() => {
      answered = true;
    });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(answered).toBe(false);
  release();
  await appending;
  expect(host.project?.corpus.article(article.id)).toMatchObject({ starred: true });
});

test('the journal is not read again as long as it ends where the newest snapshot does', async () => {
  const { folder, context, host, release } = await opened();
  release();
  const { snapshots, journal } = host.project?.paths ?? { snapshots: '', journal: '' };
  const [newest = ''] = (await readdir(snapshots)).sort().reverse();
  const [header = ''] = (await readFile(join(snapshots, newest), 'utf8')).split('\n');
  const bytes = (await readFile(join(journal, '000000000001.jsonl'))).length;
  expect(JSON.parse(header)).toMatchObject({ segment: { first: 1, bytes } });
  // What is appended goes into a segment of its own, and is there at the next opening.
  const change = addition(context.maker, 'Tag');
  await host.appendChange({ projectId: projectIdOf(host), change });
  expect((await readdir(journal)).sort()).toEqual(['000000000001.jsonl', '000000000003.jsonl']);
  await host.closeProject();
  expect(await host.openProjectAt(folder)).toMatchObject({
    lastSequence: 3,
    lastChangeId: change.id,
    notices: [],
  });
});

test('a corpus that could not be read is read when it is asked for again', async () => {
  const { folder, context, host, article, release } = await opened();
  release();
  await host.closeProject();
  let failures = 1;
  const again = windowHost({
    ...context,
    readCorpus: async (request, take) => {
      const read = await readCorpus(request, take);
      failures -= 1;
      if (failures >= 0) throw new Error('The thread ended.');
      return read;
    },
  }).host;
  await again.openProjectAt(folder);
  const starred = nextRecord(context.maker, article, { starred: true });
  const diff = { added: [], updated: [[article, starred] as const], removed: [] };
  const request = { projectId: projectIdOf(again), change: newChange(context.maker, 'Star', diff) };
  await expect(again.appendChange(request)).rejects.toThrow(/could not be read/);
  await again.appendChange(request);
  expect(again.project?.corpus.article(article.id)).toMatchObject({ starred: true });
});
