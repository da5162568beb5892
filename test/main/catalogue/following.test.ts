import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CatalogueState } from '../../../app/host/search.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';
import { tag } from '../support/samples.ts';

const tunnel = { title: 'On the tunnel', text: 'The tunnel was opened on Tuesday.' };
const ferry = { title: 'On the ferry', text: 'The ferry stays in harbour.' };

test('S9: hits in the title come first, and of equals the first article', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(
    { title: 'Ferries', text: `${'The harbour was quiet. '.repeat(20)}A tunnel.` },
    { title: 'The tunnel', text: 'It was quiet in the harbour. '.repeat(20) },
    ferry,
    ferry,
  );
  expect(await catalogued.find('tunnel')).toEqual([2, 1]);
  expect(await catalogued.find('ferry')).toEqual([3, 4]);
});

test('results are sorted by date and by title, unknown dates last', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(
    { ...tunnel, title: 'b', published: '2024-02' },
    { ...tunnel, title: 'Á', published: null },
    { ...tunnel, title: 'c', published: '2025' },
  );
  expect(await catalogued.find('tunnel', 'published')).toEqual([3, 1, 2]);
  expect(await catalogued.find('tunnel', 'title')).toEqual([2, 1, 3]);
  expect(await catalogued.find('is:unread')).toEqual([3, 1, 2]);
});

test('the catalogue follows corrections, tags, flags, revisions, the trash and removal', async () => {
  const catalogued = await CataloguedProject.make();
  let [article] = await catalogued.add(tunnel, ferry);
  if (article === undefined) throw new Error('No article.');
  expect(await catalogued.find('outlet:gazette')).toEqual([]);
  article = await catalogued.update(article, { corrected: { outlet: 'The Gazette' } });
  expect(await catalogued.find('outlet:gazette')).toEqual([1]);
  const figure = tag(catalogued.maker, 'Figure');
  article = await catalogued.update(article, { tagIds: [figure.id], starred: true }, [figure]);
  expect(await catalogued.find('tag:figure is:starred')).toEqual([1]);
  await catalogued.change({ updated: [[figure, { ...figure, name: 'Number', rev: 2 }]] });
  expect(await catalogued.find('tag:figure')).toEqual([]);
  expect(await catalogued.find('tag:number')).toEqual([1]);
  const revision = await catalogued.revision(article.id, 'The bridge was opened.');
  const before = article;
  article = await catalogued.update(article, { revisionId: revision.id }, [revision]);
  expect(await catalogued.find('text:tunnel')).toEqual([]);
  expect(await catalogued.find('bridge')).toEqual([1]);
  article = await catalogued.update(article, { revisionId: before.revisionId });
  expect(await catalogued.find('text:tunnel')).toEqual([1]);
  article = await catalogued.update(article, { archived: true });
  expect(await catalogued.find('tunnel')).toEqual([1]);
  article = await catalogued.update(article, { trashedAt: catalogued.maker.now() });
  expect(await catalogued.find('tunnel')).toEqual([]);
  expect(await catalogued.find('tag:number OR is:starred')).toEqual([]);
  article = await catalogued.update(article, { trashedAt: null });
  expect(await catalogued.find('tunnel')).toEqual([1]);
  await catalogued.change({ removed: [article] });
  expect(await catalogued.find('tunnel OR is:archived')).toEqual([]);
  expect(catalogued.catalogue.state).toMatchObject({ state: 'ready', indexed: 1, total: 1 });
});

test('the version grows when an answer may change, and only then', async () => {
  const catalogued = await CataloguedProject.make();
  let [article] = await catalogued.add(tunnel);
  if (article === undefined) throw new Error('No article.');
  const version = async () => {
    await catalogued.catalogue.whenIdle();
    return catalogued.catalogue.state.version;
  };
  const first = await version();
  article = await catalogued.update(article, { annotationsMade: 1 });
  expect(await version()).toBe(first);
  await catalogued.update(article, { starred: true });
  expect(await version()).toBeGreaterThan(first);
});

test('changes made while the catalogue was not up are taken up from the journal', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(tunnel);
  expect(await catalogued.find('tunnel')).toEqual([1]);
  await catalogued.close();
  await catalogued.open();
  await catalogued.add(ferry);
  await catalogued.close();
  await catalogued.open();
  expect(await catalogued.find('tunnel OR ferry', 'title')).toEqual([2, 1]);
  expect(catalogued.catalogue.state.message).toBeUndefined();
});

test('S13: a text that is not there costs its own words and is said; it is taken up when it comes', async () => {
  const catalogued = await CataloguedProject.make();
  const [lost] = await catalogued.add(tunnel, ferry);
  if (lost === undefined) throw new Error('No article.');
  const { hash } = await catalogued.revision(lost.id, tunnel.text);
  await rm(join(catalogued.project.paths.texts, `${hash}.txt`));
  expect(await catalogued.find('text:tunnel')).toEqual([]);
  expect(await catalogued.find('title:tunnel')).toEqual([1]);
  expect(await catalogued.find('ferry')).toEqual([2]);
  expect(catalogued.catalogue.state).toMatchObject({
    state: 'ready',
    message: expect.stringMatching(/text of one article is missing.*Restore/),
  });
  await catalogued.revision(lost.id, tunnel.text);
  await catalogued.close();
  await catalogued.open();
  expect(await catalogued.find('text:tunnel')).toEqual([1]);
  expect(catalogued.catalogue.state.message).toBeUndefined();
});

test('states are told to listeners until they end it', async () => {
  const catalogued = await CataloguedProject.make();
  const told: CatalogueState[] = [];
  const stop = catalogued.catalogue.onState((state) => told.push(state));
  await catalogued.add(tunnel);
  await catalogued.catalogue.whenIdle();
  expect(told.length).toBeGreaterThan(0);
  stop();
  const count = told.length;
  await catalogued.add(ferry);
  await catalogued.catalogue.whenIdle();
  expect(told).toHaveLength(count);
});

test('a project that is only read is searched through a catalogue elsewhere', async () => {
  const catalogued = await CataloguedProject.make();
  await catalogued.add(tunnel);
  await catalogued.close();
  const { projectPaths } = await import('../../../main/services/project/project-paths.ts');
  const { file, catalogue } = projectPaths(catalogued.root);
  const { readFile, writeFile, stat } = await import('node:fs/promises');
  const content = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...content, schema: 999 }));
  await catalogued.open();
  expect(catalogued.project.info.readOnly).not.toBeNull();
  expect(await catalogued.find('tunnel')).toEqual([1]);
  await expect(stat(catalogue)).rejects.toMatchObject({ code: 'ENOENT' });
});
