import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exchangeHere } from '../../../main/services/exchange/exchange-here.ts';
import { exchangeInWorker } from '../../../main/workers/exchange-in-worker.ts';
import { inRepository } from '../../../resources/tooling/paths.mjs';
import { makeFilledProject, reports } from '../../support/filled-project.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

const thread = exchangeInWorker(inRepository('main', 'workers', 'exchange-worker.ts'));

async function filled(exchange = thread) {
  const parent = await temporaryFolder();
  const folder = join(parent, 'Ferry');
  await makeFilledProject(folder, reports(20), { annotationsEach: 20, claims: 0, links: 0 });
  const { host, window } = windowHost(await hostContext({ exchange }));
  await host.openProjectAt(folder);
  window.savePath = join(parent, 'all.jsonld');
  window.exchangePath = window.savePath;
  return { parent, folder, host, window };
}

test('J1 in a thread as on the spot', async () => {
  const { host, window, parent } = await filled();
  const done = await host.exportTo({ format: 'web-annotation', options: {} });
  expect(done).toMatchObject({ kind: 'done', report: { carried: { annotation: 400 } } });
  const inThread = await readFile(window.savePath ?? '');
  expect(await host.importFrom({ format: null, what: 'file' })).toMatchObject({
    report: { carried: {}, known: { annotation: 400 } },
  });
  await host.closeProject();
  const here = windowHost(await hostContext({ exchange: exchangeHere }));
  await here.host.openProjectAt(join(parent, 'Ferry'));
  here.window.savePath = join(parent, 'other.jsonld');
  await here.host.exportTo({ format: 'web-annotation', options: {} });
  expect((await readFile(here.window.savePath)).equals(inThread)).toBe(true);
}, 60_000);

test('J4 a thread is ended when it is cancelled, or when the project is closed; nothing is left of it', async () => {
  const { host, window, parent } = await filled({
    export: (task, tell, signal) => {
      const answer = thread.export(task, tell, signal);
      void host.cancelExchange({ id: window.of('exchange').at(-1)?.id ?? '' });
      return answer;
    },
    import: (task, tell, signal) => {
      const answer = thread.import(task, tell, signal);
      void host.closeProject();
      return answer;
    },
  });
  const cancelled = { kind: 'cancelled' };
  expect(await host.exportTo({ format: 'web-annotation', options: {} })).toEqual(cancelled);
  expect(await readdir(parent)).toEqual(['Ferry']);
  window.exchangePath = join(parent, 'Ferry', '.variorum', 'project.json');
  expect(await host.importFrom({ format: null, what: 'file' })).toEqual(cancelled);
}, 60_000);

test('a thread that dies is a fault of the program, and says so', async () => {
  const dying = exchangeInWorker(inRepository('main', 'workers', 'no-such-worker.ts'));
  const { host, parent } = await filled(dying);
  await expect(host.exportTo({ format: 'web-annotation', options: {} })).rejects.toThrow();
  expect(await readdir(parent)).toEqual(['Ferry']);
  expect(host.project).not.toBeNull();
  await expect(host.exportTo({ format: 'web-annotation', options: {} })).rejects.toThrow();
}, 60_000);
