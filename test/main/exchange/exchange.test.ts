import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exchangeFormats } from '../../../app/exchange/formats.ts';
import { exchangeReaders } from '../../../app/exchange/readers.ts';
import { exchangeWriters } from '../../../app/exchange/writers.ts';
import type { ExchangeOutcome } from '../../../app/host/exchange.ts';
import { hostEventSchemas, hostMethodSchemas } from '../../../app/schema/host-schemas.ts';
import { exchangeHere } from '../../../main/services/exchange/exchange-here.ts';
import type { ExchangeThread } from '../../../main/services/exchange/exchange-tasks.ts';
import { makeFilledProject, reports } from '../../support/filled-project.ts';
import { sharedCorpus } from '../../support/shared-corpus.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { importing, recordsOf } from '../support/importing.ts';
import { temporaryFolder } from '../support/samples.ts';

/** A project with annotations, claims and links, open in a window. */
async function filled(exchange: ExchangeThread = exchangeHere) {
  const parent = await temporaryFolder();
  const folder = join(parent, 'Ferry');
  await makeFilledProject(folder, reports(6), { annotationsEach: 5, claims: 3, links: 4 });
  const { host, window } = windowHost(await hostContext({ exchange }));
  await host.openProjectAt(folder);
  return { parent, folder, host, window };
}

function done(outcome: ExchangeOutcome | null) {
  if (outcome?.kind !== 'done') throw new Error('It did not come to its end.');
  return outcome;
}

async function allFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => !name.includes('catalogue') && !name.includes('suggestions'))
    .sort();
}

describe('the registry', () => {
  test('J1 each format has what it says: a writer, a reader, or both', () => {
    const exporting = exchangeFormats.filter(({ exports }) => exports !== null);
    const importingOnes = exchangeFormats.filter(({ imports }) => imports !== null);
    expect(exchangeWriters.map(({ id }) => id).sort()).toEqual(
      exporting.map(({ id }) => id).sort(),
    );
    expect(exchangeReaders.map(({ id }) => id).sort()).toEqual(
      importingOnes.map(({ id }) => id).sort(),
    );
    expect(new Set(exchangeFormats.map(({ id }) => id)).size).toBe(exchangeFormats.length);
  });
});

describe('an export', () => {
  test('J1 each format writes a project that holds something, the same bytes each time', async () => {
    const { parent, host, window } = await filled();
    for (const { id, exports, extension } of exchangeFormats) {
      if (exports === null) continue;
      const files: Buffer[] = [];
      for (const name of ['one', 'other']) {
        window.savePath = join(parent, `${name}.${extension}`);
        const outcome = done(await host.exportTo({ format: id, options: {} }));
        expect(hostMethodSchemas.exportTo.result.safeParse(outcome).success, id).toBe(true);
        expect(outcome).toMatchObject({ direction: 'export', fileName: `${name}.${extension}` });
        files.push(await readFile(window.savePath));
      }
      expect(files[0]?.length, id).toBeGreaterThan(100);
      expect(files[0]?.equals(files[1] ?? Buffer.alloc(0)), id).toBe(true);
    }
    for (const state of window.of('exchange')) {
      expect(hostEventSchemas.exchange.safeParse(state).success).toBe(true);
    }
    expect(window.of('exchange').at(-1)?.state).toBe('ended');
  });

  test('J1 no place chosen: nothing happens; nothing to write: said, and no file is left', async () => {
    const { parent, host, window } = await importing();
    expect(await host.exportTo({ format: 'web-annotation', options: {} })).toBeNull();
    window.savePath = join(parent, 'none.jsonld');
    await expect(host.exportTo({ format: 'web-annotation', options: {} })).rejects.toMatchObject({
      code: 'nothing',
    });
    await expect(host.exportTo({ format: 'floppy', options: {} })).rejects.toMatchObject({
      code: 'format',
    });
    expect((await readdir(parent)).filter((name) => name.includes('none'))).toEqual([]);
  });

  test('J1 what can’t be written leaves the file that was there', async () => {
    const { parent, host, window } = await filled();
    await mkdir(join(parent, 'taken.jsonld'));
    window.savePath = join(parent, 'taken.jsonld');
    await expect(host.exportTo({ format: 'web-annotation', options: {} })).rejects.toMatchObject({
      code: 'disk',
    });
    expect((await readdir(parent)).sort()).toEqual(['Ferry', 'taken.jsonld']);
  });
});

describe('an import', () => {
  test('J4 all of it is one step of undo, journalled in order, and known the second time', async () => {
    const { parent, host, window } = await filled();
    window.savePath = join(parent, 'all.jsonld');
    await host.exportTo({ format: 'web-annotation', options: {} });
    const before = [...(await recordsOf(host)).values()];
    const removed = before.filter(({ kind }) => ['annotation', 'link', 'evidence'].includes(kind));
    const { id, lastSequence } = host.project?.info ?? { id: '' as never, lastSequence: 0 };
    await host.appendChange({
      projectId: id,
      change: {
        id: '018f0000-0000-7000-8000-00000000ffff' as never,
        name: 'Remove',
        author: 'Ada',
        at: '2031-05-12T09:14:00.000Z' as never,
        diff: { added: [], updated: [], removed },
      },
    });
    window.exchangePath = window.savePath;
    const outcome = done(await host.importFrom({ format: null, what: 'file' }));
    expect(outcome).toMatchObject({ direction: 'import', format: 'web-annotation' });
    expect(outcome.report.carried).toMatchObject({ annotation: 30, link: 4 });
    expect(outcome.report.refused).toEqual([]);
    const after = await recordsOf(host);
    for (const record of removed) {
      const again = after.get(record.id);
      if (record.kind === 'annotation') {
        expect(again).toMatchObject({ passage: record.passage, tagIds: record.tagIds });
      } else expect(again).toBeDefined();
    }
    const { entries } = await host.readChanges({ after: lastSequence + 1 });
    expect(new Set(entries.map(({ change }) => change.jobId)).size).toBe(1);
    expect(entries[0]?.change).toMatchObject({ name: 'Import “all.jsonld”' });
    expect(window.of('entry').map(({ sequence }) => sequence)).toEqual(
      entries.map(({ sequence }) => sequence),
    );
    const again = done(await host.importFrom({ format: 'web-annotation', what: 'file' }));
    expect(again.report.known).toMatchObject({ annotation: 30, link: 4 });
    expect(host.project?.info.lastSequence).toBe(entries.at(-1)?.sequence);
  });

  test('J4 thousands of records are several changes of one job', async () => {
    const parent = await temporaryFolder();
    for (const [name, annotationsEach] of [
      ['full', 100],
      ['bare', 0],
    ] as const) {
      const work = { annotationsEach, claims: 0, links: 0 };
      await makeFilledProject(join(parent, name), reports(25), work);
    }
    const { host, window } = windowHost(await hostContext());
    await host.openProjectAt(join(parent, 'full'));
    window.savePath = join(parent, 'all.jsonld');
    window.exchangePath = window.savePath;
    await host.exportTo({ format: 'web-annotation', options: {} });
    await host.openProjectAt(join(parent, 'bare'));
    const before = host.project?.info.lastSequence ?? 0;
    const { report } = done(await host.importFrom({ format: null, what: 'file' }));
    expect(report.carried.annotation).toBe(2_500);
    const { entries } = await host.readChanges({ after: before });
    expect(entries.length).toBeGreaterThan(1);
    expect(new Set(entries.map(({ change }) => change.jobId)).size).toBe(1);
    // What the window makes while the import is journalled is counted on from there: no number is given twice.
    const counted = entries.findLastIndex(({ change }) => change.diff.updated.length > 0);
    const first = entries.findIndex(({ change }) =>
      change.diff.added.some(({ kind }) => kind === 'annotation'),
    );
    expect(counted).toBeGreaterThanOrEqual(0);
    expect(counted).toBeLessThanOrEqual(first);
    const articles = [...(await recordsOf(host)).values()].filter(({ kind }) => kind === 'article');
    expect(articles.every((one) => one.kind === 'article' && one.annotationsMade === 100)).toBe(
      true,
    );
  });

  test('J2 an article comes with its text and its original, and is the same article the second time', async () => {
    const one = await filled();
    one.window.savePath = join(one.parent, 'all.qdpx');
    await one.host.exportTo({ format: 'refi-qda', options: {} });
    const { host, window, folder } = await importing();
    window.exchangePath = one.window.savePath;
    const { report } = done(await host.importFrom({ format: null, what: 'file' }));
    expect(report.carried).toMatchObject({ article: 6, annotation: 30 });
    const records = [...(await recordsOf(host)).values()];
    const articles = records.filter((record) => record.kind === 'article');
    expect(articles.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    // The copies in the project's own folder are not taken for new files.
    const looked = window.jobEnds();
    await host.rescanFolders();
    expect((await looked).counts).toMatchObject({ added: 0, revised: 0, refused: 0 });
    const originals = await readdir(join(folder, 'articles'));
    for (const { origins } of articles) expect(originals).toContain(origins[0]?.fileName);
    for (const record of records) {
      if (record.kind !== 'annotation') continue;
      const revision = records.find(({ id }) => id === record.passage.revisionId);
      if (revision?.kind !== 'revision') throw new Error('No revision.');
      const { text } = await host.readText({ hash: revision.hash });
      expect(text.slice(record.passage.start, record.passage.end)).toBe(record.passage.quote);
    }
    const again = done(await host.importFrom({ format: 'refi-qda', what: 'file' }));
    expect(again.report.carried).toEqual({});
    expect(again.report.known).toMatchObject({ article: 6, annotation: 30 });
    expect(await readdir(join(folder, 'articles'))).toEqual(originals);
  });

  test('J4 bad files of every kind change nothing, and the reason is said', async () => {
    const { host, window, folder, write } = await importing();
    const before = { files: await allFiles(folder), sequence: host.project?.info.lastSequence };
    const bytes: readonly (Uint8Array | string)[] = [
      '',
      'not json at all',
      '{"a":1',
      '[1,2,3]',
      '<xml',
      '<?xml version="1.0"?><Project/>',
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
      new Uint8Array(200).fill(0xff),
      `PK\u0003\u0004${'x'.repeat(500)}`,
      '@article{',
      'T1\tPerson 0 5\tWho',
    ];
    for (const [index, content] of bytes.entries()) {
      window.exchangePath = await write(`bad-${index}`, content);
      for (const format of [null, ...exchangeReaders.map(({ id }) => id)]) {
        const outcome = await host
          .importFrom({ format, what: 'file' })
          .catch((error: unknown) => error);
        if (outcome instanceof Error) {
          expect(outcome, `${index} ${format}`).toMatchObject({ code: 'unreadable' });
          expect(outcome.message.length).toBeGreaterThan(20);
        } else {
          const { report } = done(outcome as ExchangeOutcome);
          expect(report.carried, `${index} ${format}`).toEqual({});
        }
        expect(host.project?.info.lastSequence, `${index} ${format}`).toBe(before.sequence);
      }
    }
    expect(await allFiles(folder)).toEqual(before.files);
  });

  test('J4 a file that is gone, or nothing chosen', async () => {
    const { host, window, parent } = await importing();
    expect(await host.importFrom({ format: null, what: 'file' })).toBeNull();
    window.exchangePath = join(parent, 'gone.jsonld');
    await expect(host.importFrom({ format: null, what: 'file' })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('gone.jsonld'),
    });
  });

  test.each(['while it reads', 'right behind that'])(
    'J4 cancelled %s it changes nothing',
    async (when) => {
      let cancel = async (): Promise<void> => undefined;
      const slow: ExchangeThread = {
        ...exchangeHere,
        import: async (task, tell, signal) => {
          if (when === 'while it reads') await cancel();
          const answer = await exchangeHere.import(task, tell, signal);
          await cancel();
          return answer;
        },
      };
      const { parent, host, window, folder } = await filled(slow);
      cancel = () => host.cancelExchange({ id: window.of('exchange').at(-1)?.id ?? '' });
      const path = join(parent, 'mine.jsonld');
      window.savePath = path;
      await host.exportTo({ format: 'web-annotation', options: {} });
      const text = await readFile(path, 'utf8');
      await writeFile(path, text.replaceAll(/urn:uuid:\w{8}/g, 'urn:uuid:00000000'));
      window.exchangePath = path;
      const before = host.project?.info.lastSequence;
      expect(await host.importFrom({ format: null, what: 'file' })).toEqual({ kind: 'cancelled' });
      expect(host.project?.info.lastSequence).toBe(before);
      expect(await readdir(join(folder, '.variorum'))).not.toContain('exchange');
    },
  );

  test('J4 changes that come while it reads are waited for: it is planned anew', async () => {
    let change = async (): Promise<void> => undefined;
    const slow: ExchangeThread = {
      ...exchangeHere,
      import: async (task, tell, signal) => {
        const answer = await exchangeHere.import(task, tell, signal);
        await change();
        return answer;
      },
    };
    const { parent, host, window } = await filled(slow);
    const path = join(parent, 'mine.jsonld');
    window.savePath = path;
    await host.exportTo({ format: 'web-annotation', options: {} });
    let count = 0;
    change = async () => {
      count += 1;
      if (count > 2) return;
      await host.appendChange({
        projectId: host.project?.info.id ?? ('' as never),
        change: {
          id: `018f0000-0000-7000-8000-00000000fff${count}` as never,
          name: 'Something',
          author: 'Ada',
          at: '2031-05-12T09:14:00.000Z' as never,
          diff: { added: [], updated: [], removed: [] },
        },
      });
    };
    window.exchangePath = path;
    done(await host.importFrom({ format: null, what: 'file' }));
    expect(count).toBe(3);
  });

  test('J4 without a project nothing is imported', async () => {
    const { host } = await importing();
    await host.closeProject();
    await expect(host.importFrom({ format: null, what: 'file' })).rejects.toMatchObject({
      code: 'no-project',
    });
  });
});

test('J14 the real project of another program comes whole', async () => {
  const demo = sharedCorpus('exchange/refi-qda').find((path) => path.endsWith('demo.qdpx'));
  if (demo === undefined) return void process.stderr.write('The REFI-QDA sample is absent.\n');
  const { host, window } = await importing();
  window.exchangePath = demo;
  const { format, report } = done(await host.importFrom({ format: null, what: 'file' }));
  expect(format).toBe('refi-qda');
  expect(report.carried.tag).toBeGreaterThanOrEqual(262);
  expect((report.carried.annotation ?? 0) + report.refusedCount).toBeGreaterThanOrEqual(158);
});
