import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { recordsOf } from '../support/importing.ts';
import { killedImport } from '../support/killed-import.ts';

test('J4 an import that is killed while it is journalled comes whole at the next opening, which says so', async () => {
  const { folder: bare, holds } = await killedImport();
  expect(existsSync(join(bare, '.variorum', 'exchange', 'pending.json'))).toBe(true);

  const next = windowHost(await hostContext());
  await next.host.openProjectAt(bare);
  expect(next.host.project?.info.notices.at(-1)).toMatch(
    /^Import “all\.jsonld” was interrupted when the program ended\./,
  );
  await expect
    .poll(() => next.window.of('exchange').at(-1)?.state, { timeout: 60_000 })
    .toBe('ended');
  const records = [...(await recordsOf(next.host)).values()];
  const count = (kind: string): number => records.filter((one) => one.kind === kind).length;
  expect([count('annotation'), count('claim'), count('link')]).toEqual([
    ...[holds.annotation, holds.claim, holds.link],
  ]);
  expect(existsSync(join(bare, '.variorum', 'exchange'))).toBe(false);
  const { entries } = await next.host.readChanges({ after: 0 });
  const ofImport = entries.filter(({ change }) => change.name === 'Import “all.jsonld”');
  expect(ofImport.length).toBeGreaterThan(2);
  expect(new Set(ofImport.map(({ change }) => change.jobId)).size).toBe(1);
  const ids = entries.flatMap(({ change }) => change.diff.added.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
  // Nothing is left to be said the next time.
  await next.host.closeProject();
  await next.host.openProjectAt(bare);
  expect(next.host.project?.info.notices).toEqual([]);
}, 180_000);
