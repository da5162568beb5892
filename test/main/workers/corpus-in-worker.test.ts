import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CorpusPart } from '../../../main/services/corpus/read-corpus.ts';
import { corpusInWorker } from '../../../main/workers/corpus-in-worker.ts';
import { sampleArticle } from '../../support/records.ts';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { addition, temporaryFolder } from '../support/samples.ts';

test('a small corpus is read without a thread, a large one is not', async () => {
  const folder = join(await temporaryFolder(), 'Case');
  const context = await hostContext();
  const { host } = windowHost(context);
  await host.createProjectAt(folder);
  const article = sampleArticle(context.maker);
  await host.appendChange({
    projectId: projectIdOf(host),
    change: addition(context.maker, 'Import', [article]),
  });
  const request = {
    snapshots: join(folder, '.variorum', 'snapshots'),
    journal: join(folder, '.variorum', 'journal'),
    sequence: Number.MAX_SAFE_INTEGER,
  };
  await host.dispose();
  const read = corpusInWorker(join(folder, 'no-such-script.js'));
  const parts: CorpusPart[] = [];
  await read(request, (part) => parts.push(part));
  expect(JSON.stringify(parts)).toContain(article.id);
  const [segment = ''] = await readdir(request.journal);
  await appendFile(join(request.journal, segment), ' '.repeat(300_000));
  await expect(read(request, () => undefined)).rejects.toThrow();
});
