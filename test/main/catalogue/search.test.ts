import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

test('S: a project is searched through its host', async () => {
  const folder = await temporaryFolder();
  await writeFile(
    join(folder, 'a.txt'),
    'Tunnel opens at last\n\nThe tunnel under the strait was opened. Café owners cheered.\n',
  );
  await writeFile(
    join(folder, 'b.txt'),
    'Ferry stays in harbour\n\nNo tunnel for the ferry; it stays. Nothing else.\n',
  );
  const { host, window } = windowHost(await hostContext());
  await host.createProjectAt(join(await temporaryFolder(), 'p'));
  const ended = window.jobEnds();
  host.importPaths([folder]);
  await ended;
  await host.project?.catalogue.whenIdle();
  const page = await host.search({
    query: 'tunnel cafe',
    mode: 'words',
    sort: 'rank',
    offset: 0,
    limit: 10,
  });
  expect(page.total).toBe(1);
  const lines = await host.readConcordance({
    query: 'tunnel',
    mode: 'words',
    sort: 'left',
    offset: 0,
    limit: 10,
  });
  expect(
    (
      await host.readConcordance({
        query: 't\\w+l',
        mode: 'pattern',
        sort: 'left',
        offset: 0,
        limit: 10,
      })
    ).total,
  ).toBe(3);
});
