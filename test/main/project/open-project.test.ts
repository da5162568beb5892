import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostContext, projectIdOf, windowHost } from '../support/host-fixture.ts';
import { addition, temporaryFolder } from '../support/samples.ts';

test('a new project has its folders, one first change, and is said to be new', async () => {
  const folder = join(await temporaryFolder(), 'Ferry case');
  const { host } = windowHost(await hostContext());
  const info = await host.createProjectAt(folder);
  expect(info).toMatchObject({
    name: 'Ferry case',
    created: true,
    lastSequence: 1,
    readOnly: null,
  });
  expect(info.notices).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual(['.variorum', 'articles']);
  const { entries } = await host.readChanges({ after: 0 });
  expect(entries.map((entry) => entry.change.name)).toEqual(['Create project']);
  const added = entries[0]?.change.diff.added ?? [];
  const types = added.filter((record) => record.kind === 'linkType');
  expect(types.map(({ name, inverseName, symmetric }) => [name, inverseName, symmetric])).toEqual([
    ['supports', 'is supported by', false],
    ['contradicts', 'contradicts', true],
    ['repeats', 'is repeated by', false],
    ['paraphrases', 'is paraphrased by', false],
    ['elaborates', 'is elaborated by', false],
    ['updates', 'is updated by', false],
    ['quotes', 'is quoted by', false],
  ]);
  expect(added.find((record) => record.kind === 'setting')).toMatchObject({
    name: 'project-name',
    value: 'Ferry case',
  });
});

test('a project opened again is not new and has one first change only', async () => {
  const folder = join(await temporaryFolder(), 'Case');
  const context = await hostContext();
  const { host } = windowHost(context);
  const made = await host.createProjectAt(folder);
  await host.dispose();
  const again = await host.openProjectAt(folder);
  expect(again).toEqual({ ...made, created: false });
});

test('no project is made in a folder that has files in it', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'letter.txt'), 'mine');
  const { host } = windowHost(await hostContext());
  await expect(host.createProjectAt(folder)).rejects.toMatchObject({ code: 'not-empty' });
  await expect(host.openProjectAt(folder)).rejects.toMatchObject({ code: 'not-a-project' });
  expect(await readdir(folder)).toEqual(['letter.txt']);
});

test('the making of a project that stopped half way can be done again', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.variorum', 'texts'), { recursive: true });
  const { host } = windowHost(await hostContext());
  expect(await host.openOrCreateAt(folder)).toMatchObject({ created: true, lastSequence: 1 });
});

test('a damaged project file is told, and nothing is changed', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.variorum'));
  await writeFile(join(folder, '.variorum', 'project.json'), '{"id":');
  const { host } = windowHost(await hostContext());
  await expect(host.openProjectAt(folder)).rejects.toMatchObject({ code: 'damaged' });
  expect(await readdir(join(folder, '.variorum'))).toEqual(['project.json']);
});

test('a project of a newer schema is opened for reading only', async () => {
  const folder = join(await temporaryFolder(), 'Case');
  const context = await hostContext();
  const { host } = windowHost(context);
  await host.createProjectAt(folder);
  await host.dispose();
  const path = join(folder, '.variorum', 'project.json');
  const file = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...file, schema: file.schema + 1, colour: 'blue' }));

  const info = await host.openProjectAt(folder);
  expect(info.readOnly).toContain('newer Variorum');
  expect(info.lastSequence).toBe(1);
  await expect(
    host.appendChange({ projectId: projectIdOf(host), change: addition(context.maker) }),
  ).rejects.toMatchObject({
    code: 'read-only',
  });
  await expect(host.chooseImport({ what: 'files' })).rejects.toMatchObject({ code: 'read-only' });
  expect(await readdir(join(folder, '.variorum'))).not.toContain('lock');
});

test.skipIf(process.getuid?.() === 0)(
  'a folder without write permission is read only',
  async () => {
    const folder = join(await temporaryFolder(), 'Case');
    const { host } = windowHost(await hostContext());
    await host.createProjectAt(folder);
    await host.dispose();
    await chmod(join(folder, '.variorum'), 0o555);
    const info = await host.openProjectAt(folder);
    await chmod(join(folder, '.variorum'), 0o755);
    expect(info.readOnly).toContain('may not be written');
  },
);

test('a project in one window is locked for another', async () => {
  const folder = join(await temporaryFolder(), 'Case');
  const context = await hostContext();
  const one = windowHost(context);
  const other = windowHost(context);
  const info = await one.host.createProjectAt(folder);
  await expect(other.host.openProjectAt(folder)).rejects.toMatchObject({
    code: 'locked',
    message: expect.stringContaining('another window'),
  });
  expect(await one.host.openProjectAt(`${folder}/`)).toEqual(info);
  await one.host.closeProject();
  expect(await other.host.openProjectAt(folder)).toMatchObject({ name: 'Case' });
});

test('a failed opening leaves the present project open', async () => {
  const parent = await temporaryFolder();
  const { host } = windowHost(await hostContext());
  await host.createProjectAt(join(parent, 'One'));
  await expect(host.openProjectAt(join(parent, 'none'))).rejects.toMatchObject({
    code: 'not-a-project',
  });
  expect((await host.getWindow()).project?.name).toBe('One');
});

test('a copied folder is a project too, while the first is open', async () => {
  const parent = await temporaryFolder();
  const context = await hostContext();
  const one = windowHost(context);
  await one.host.createProjectAt(join(parent, 'One'));
  await cp(join(parent, 'One'), join(parent, 'Copy'), { recursive: true });
  const other = windowHost(context);
  const info = await other.host.openProjectAt(join(parent, 'Copy'));
  expect(info.name).toBe('Copy');
  expect(info.notices[0]).toContain('copy');
});

test('recent projects leave out folders that are gone', async () => {
  const parent = await temporaryFolder();
  const context = await hostContext();
  const { host } = windowHost(context);
  const one = await host.createProjectAt(join(parent, 'One'));
  await host.createProjectAt(join(parent, 'Two'));
  expect((await host.listRecentProjects()).map(({ name }) => name)).toEqual(['Two', 'One']);
  expect(await host.openRecentProject({ id: one.id })).toMatchObject({ name: 'One' });
  expect((await host.listRecentProjects()).map(({ name }) => name)).toEqual(['One', 'Two']);
  await host.dispose();
  await rm(join(parent, 'One'), { recursive: true });
  expect((await host.listRecentProjects()).map(({ name }) => name)).toEqual(['Two']);
  await expect(host.openRecentProject({ id: one.id })).rejects.toMatchObject({ code: 'missing' });
});

test('records are kept aside in a file of their own', async () => {
  const folder = join(await temporaryFolder(), 'Case');
  const context = await hostContext();
  const { host } = windowHost(context);
  await host.createProjectAt(folder);
  const records = addition(context.maker).diff.added;
  const one = await host.keepAside({ reason: 'Another history.', records });
  const two = await host.keepAside({ reason: 'Another history.', records });
  expect(one.fileName).not.toBe(two.fileName);
  const kept = JSON.parse(await readFile(join(folder, one.fileName), 'utf8'));
  expect(kept).toMatchObject({ reason: 'Another history.', records });
  expect((await stat(join(folder, two.fileName))).isFile()).toBe(true);
});

test('a change of another project is refused, not journalled here', async () => {
  const context = await hostContext();
  const parent = await temporaryFolder();
  const { host } = windowHost(context);
  const other = await host.createProjectAt(join(parent, 'One'));
  const present = await host.createProjectAt(join(parent, 'Two'));
  const late = { projectId: other.id, change: addition(context.maker) };
  await expect(host.appendChange(late)).rejects.toMatchObject({ code: 'no-project' });
  const page = await host.readChanges({ after: present.lastSequence });
  expect(page.entries).toEqual([]);
});

test('a copy of a project is a project of its own; the original keeps its id', async () => {
  const context = await hostContext();
  const parent = await temporaryFolder();
  const { host } = windowHost(context);
  const original = await host.createProjectAt(join(parent, 'One'));
  await host.closeProject();
  await cp(join(parent, 'One'), join(parent, 'Backup'), { recursive: true });
  const copy = await host.openProjectAt(join(parent, 'Backup'));
  expect(copy.id).not.toBe(original.id);
  expect(copy.lastSequence).toBe(original.lastSequence);
  expect((await host.openProjectAt(join(parent, 'Backup'))).id).toBe(copy.id);
  expect((await host.openProjectAt(join(parent, 'One'))).id).toBe(original.id);
  expect((await host.listRecentProjects()).map(({ id }) => id)).toEqual([original.id, copy.id]);
});

test('a project whose folder was renamed keeps its id', async () => {
  const context = await hostContext();
  const parent = await temporaryFolder();
  const { host } = windowHost(context);
  const before = await host.createProjectAt(join(parent, 'One'));
  await host.closeProject();
  await rename(join(parent, 'One'), join(parent, 'Renamed'));
  expect((await host.openProjectAt(join(parent, 'Renamed'))).id).toBe(before.id);
});
