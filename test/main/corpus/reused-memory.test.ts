import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { IngestMessage } from '../../../main/services/corpus/ingest.ts';
import { ingestFile } from '../../../main/services/corpus/ingest-file.ts';
import { ReusedBytes } from '../../../main/services/files/reused-bytes.ts';
import { temporaryFolder } from '../support/samples.ts';

const pdf = new URL('../../fixtures/parse/gazette.pdf', import.meta.url);

test('files that are read one after the other into the same memory are read as each by itself', async () => {
  const folder = await temporaryFolder();
  const source = join(folder, 'source');
  await mkdir(source);
  const story = 'The ferry ran aground at Hesk. Nobody was hurt, the master said. ';
  const files: readonly (readonly [name: string, bytes: string | Buffer])[] = [
    ['a long.txt', story.repeat(2_000)],
    ['b short.txt', 'One line — and a fox 🦊.'],
    ['c page.html', `<title>Ferry</title><article><p>${story.repeat(9)}</p></article>`],
    // Its reader gives what it is handed to a thread, or to what passes for one.
    ['d really a pdf.txt', await readFile(pdf)],
    ['e notes.md', `# Ferry\n\n${story}`],
    ['f empty.txt', ''],
    ['g latin.txt', Buffer.from('Fähre läuft vor Hesk auf Grund.\n', 'latin1')],
  ];
  for (const [name, bytes] of files) await writeFile(join(source, name), bytes);

  const readAll = async (project: string, reused: ReusedBytes | null) => {
    const [articles, texts] = [join(folder, project, 'articles'), join(folder, project, 'texts')];
    for (const made of [articles, texts]) await mkdir(made, { recursive: true });
    const told: IngestMessage[] = [];
    for (const [name] of files) {
      const path = join(source, name);
      const request = { path, name, size: 0, knownHashes: [], copyTo: articles, texts };
      const how = { encoding: null, encodingBefore: null, columns: null };
      await ingestFile({ ...request, ...how }, (message) => told.push(message), reused);
    }
    const parts = told.flatMap((message) => (message.kind === 'part' ? [message.part] : []));
    const stored = (await readdir(texts)).filter((name) => name.endsWith('.txt')).sort();
    const copies = await Promise.all(
      (await readdir(articles)).sort().map((name) => readFile(join(articles, name), 'hex')),
    );
    return { parts, stored, copies };
  };

  const reused = await readAll('reused', new ReusedBytes());
  expect(reused.stored).toHaveLength(6);
  expect(reused).toEqual(await readAll('alone', null));
});
