import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RevisionHash } from '../../../app/base/brand.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type {
  CatalogueEntry,
  WriterAnswer,
} from '../../../main/services/catalogue/catalogue-messages.ts';
import { CatalogueWriter } from '../../../main/services/catalogue/catalogue-writer.ts';
import { WrittenCatalogue } from '../../../main/services/catalogue/written-catalogue.ts';
import { countingMaker, temporaryFolder } from '../support/samples.ts';

/** A writer with an empty catalogue, whose timers ring when the test says so. */
async function writerOfImport() {
  const folder = await temporaryFolder();
  const sources = {
    file: join(folder, 'catalogue.db'),
    texts: folder,
    snapshots: folder,
    journal: folder,
    projectId: 'p',
  };
  const maker = countingMaker();
  const told: WriterAnswer[] = [];
  const timers = new Set<() => void>();
  const writer = new CatalogueWriter(
    (answer) => told.push(answer),
    (run) => {
      timers.add(run);
      return () => timers.delete(run);
    },
  );
  writer.handle({ kind: 'open', sources, end: { sequence: 0, changeId: null }, anew: null });
  let sequence = 0;
  const add = (articles: number) => {
    sequence += 1;
    const put = Array.from({ length: articles }, (_, index) => {
      const revision = newRecord(maker, 'revision', {
        articleId: maker.id<ArticleId>(),
        hash: '0'.repeat(64) as RevisionHash,
        length: 0,
        blockCount: 0,
        wordCount: 0,
      });
      const article = newRecord(maker, 'article', {
        number: sequence * 1_000 + index,
        revisionId: revision.id,
        detected: {
          title: 'Ferry',
          outlet: null,
          byline: null,
          published: null,
          url: null,
          language: null,
        },
        corrected: {},
        origins: [],
        annotationsMade: 0,
      });
      return [revision, article];
    }).flat();
    const entry: CatalogueEntry = { sequence, changeId: `c${sequence}`, put, removed: [] };
    writer.handle({ kind: 'apply', entry });
  };
  const indexed = () => told.flatMap((one) => (one.kind === 'state' ? [one.sequence] : [])).at(-1);
  const close = async () => {
    writer.handle({ kind: 'close' });
    await expect.poll(() => told.at(-1)?.kind).toBe('closed');
    const catalogue = WrittenCatalogue.open(sources);
    if (catalogue === null) throw new Error('There is no catalogue.');
    const found = { trees: catalogue.countTrees(), articles: catalogue.indexer.count().articles };
    catalogue.close(true);
    return found;
  };
  return { add, indexed, close, timers };
}

const turns = () => new Promise((resolve) => setTimeout(resolve, 20));

test('changes of an import that come soon after one another become one tree of the index', async () => {
  const { add, indexed, close, timers } = await writerOfImport();
  add(60);
  await expect.poll(indexed).toBe(1);
  for (let change = 0; change < 3; change += 1) {
    add(60);
    await turns();
  }
  expect(indexed()).toBe(1);
  for (const ring of [...timers]) ring();
  await expect.poll(indexed).toBe(4);
  expect(await close()).toEqual({ trees: 2, articles: 240 });
});

test('as many as fill a transaction do not wait', async () => {
  const { add, indexed } = await writerOfImport();
  add(60);
  await expect.poll(indexed).toBe(1);
  add(100);
  await turns();
  for (let change = 0; change < 4; change += 1) add(100);
  await expect.poll(indexed).toBe(6);
});

test('a catalogue that is closed while changes gather has them', async () => {
  const { add, indexed, close } = await writerOfImport();
  add(60);
  await expect.poll(indexed).toBe(1);
  add(60);
  await turns();
  expect(await close()).toEqual({ trees: 2, articles: 120 });
});

test('what somebody changes by hand is found at once', async () => {
  const { add, indexed } = await writerOfImport();
  for (let change = 1; change <= 5; change += 1) {
    add(1);
    await expect.poll(indexed).toBe(change);
  }
});
