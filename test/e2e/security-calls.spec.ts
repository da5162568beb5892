import { expect, test } from '../support/app-test.ts';
import { callHost, refusedByHost } from '../support/host-calls.ts';

test('calls with an unknown method or a wrong argument are refused with a code', async ({
  start,
}) => {
  const { window } = await start();
  for (const method of [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'eval',
    '',
    'GETWINDOW',
  ]) {
    expect(await callHost(window, method, undefined), method).toMatchObject(
      refusedByHost('unknown-method'),
    );
  }
  for (const method of [null, 7, ['getWindow'], { toString: 'getWindow' }]) {
    expect(await callHost(window, method, undefined)).toMatchObject(
      refusedByHost('unknown-method'),
    );
  }
  for (const [method, argument] of [
    ['getWindow', { extra: 1 }],
    ['readText', { hash: '../../../../etc/passwd' }],
    ['readText', { hash: 'a'.repeat(63) }],
    ['readText', null],
    ['openRecentProject', { id: '/etc' }],
    ['openRecentProject', { folder: '/etc' }],
    ['chooseImport', { what: 'files', paths: ['/etc/passwd'] }],
    ['appendChange', { change: { id: 'x' } }],
    ['exportBrief', { format: 'exe' }],
    ['readChanges', { after: -1 }],
  ] as const) {
    expect(await callHost(window, method, argument), method).toMatchObject(
      refusedByHost('invalid'),
    );
  }
  expect(await callHost(window, 'readText', { hash: '0'.repeat(64) })).toMatchObject(
    refusedByHost('no-project'),
  );
  expect(await callHost(window, 'openExternal', { url: 'file:///etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'address' },
  });
});
