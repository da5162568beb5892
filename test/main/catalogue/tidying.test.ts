import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { WriterAnswer } from '../../../main/services/catalogue/catalogue-messages.ts';
import { CatalogueWriter } from '../../../main/services/catalogue/catalogue-writer.ts';
import { WrittenCatalogue } from '../../../main/services/catalogue/written-catalogue.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';
import { temporaryFolder } from '../support/samples.ts';

function treesOf(sources: Parameters<typeof WrittenCatalogue.open>[0]): number {
  const catalogue = WrittenCatalogue.open(sources);
  if (catalogue === null) throw new Error('There is no catalogue.');
  const trees = catalogue.countTrees();
  catalogue.close(true);
  return trees;
}

test('the trees that many small changes left in the index become one when there is time, and the file stays proven', async () => {
  const catalogued = await CataloguedProject.make();
  for (let number = 1; number <= 20; number += 1) {
    await catalogued.add({ title: `Ferry ${number}`, text: `The ferry waits on day ${number}.` });
    await catalogued.catalogue.whenIdle();
  }
  const { paths, info } = catalogued.project;
  const sources = {
    file: paths.catalogue,
    texts: paths.texts,
    snapshots: paths.snapshots,
    journal: paths.journal,
    projectId: info.id,
  };
  const end = { sequence: info.lastSequence, changeId: info.lastChangeId };
  await catalogued.close();
  expect(treesOf(sources)).toBe(20);

  const told: WriterAnswer['kind'][] = [];
  let ring: (() => void) | null = null;
  const writer = new CatalogueWriter(
    ({ kind }) => told.push(kind),
    (run) => {
      ring = run;
      return () => undefined;
    },
  );
  writer.handle({ kind: 'open', sources, end, anew: null });
  await expect.poll(() => ring).not.toBeNull();
  expect(treesOf(sources)).toBe(20);
  (ring as (() => void) | null)?.();
  writer.handle({ kind: 'close' });
  await expect.poll(() => told).toContain('closed');
  // Opening it proves it against its seal.
  expect(treesOf(sources)).toBe(1);

  await catalogued.open();
  expect(await catalogued.find('ferry')).toHaveLength(20);
  expect(await catalogued.find('"day 17"')).toEqual([17]);
  expect(catalogued.catalogue.state.message).toBeUndefined();
});

/** A new catalogue that says whose it is. */
async function emptyCatalogue() {
  const folder = await temporaryFolder();
  const sources = {
    file: join(folder, 'catalogue.db'),
    texts: folder,
    snapshots: folder,
    journal: folder,
    projectId: 'p',
  };
  const catalogue = WrittenCatalogue.make(sources);
  catalogue.transaction(() => {
    catalogue.writeOwner();
    catalogue.writeEnd({ sequence: 1, changeId: 'first' });
  });
  return { catalogue, sources };
}

test('a transaction that fails leaves the end of the journal where the tables have it', async () => {
  const { catalogue, sources } = await emptyCatalogue();
  const fail = () =>
    catalogue.transaction(() => {
      catalogue.noteEnd({ sequence: 2, changeId: 'second' });
      throw new Error('The disk is full.');
    });
  expect(fail).toThrow('The disk is full.');
  expect(catalogue.end).toEqual({ sequence: 1, changeId: 'first' });
  catalogue.close(true);
  const again = WrittenCatalogue.open(sources);
  expect(again?.end).toEqual({ sequence: 1, changeId: 'first' });
  again?.close(true);
});

test.skipIf(!existsSync('/dev/full'))(
  'a catalogue that could not be sealed, since the disk was full, is not taken for a damaged one',
  async () => {
    const { catalogue, sources } = await emptyCatalogue();
    await symlink('/dev/full', `${sources.file}.seal`);
    catalogue.close(true);
    expect(existsSync(`${sources.file}.seal`)).toBe(false);
    const again = WrittenCatalogue.open(sources);
    expect(again?.end).toEqual({ sequence: 1, changeId: 'first' });
    again?.close(true);
  },
);
