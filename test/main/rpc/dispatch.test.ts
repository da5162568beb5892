import { expect, test } from 'vitest';
import type { HostApi } from '../../../app/host/host-api.ts';
import { dispatch } from '../../../main/rpc/dispatch.ts';
import { CodedError } from '../../../main/services/coded-error.ts';

/** A host of which only some methods exist; whatever else is called is a bug. */
function hostWith(methods: Partial<HostApi> & Record<string, unknown>): HostApi {
  return methods as unknown as HostApi;
}

async function call(host: HostApi, method: unknown, argument?: unknown, senderAllowed = true) {
  const logged: string[] = [];
  const answer = await dispatch(host, { senderAllowed, method, argument }, (message) => {
    logged.push(message);
  });
  return { answer, logged };
}

test('a good call is answered with its value', async () => {
  const host = hostWith({ appendChange: async () => ({ sequence: 7 }) });
  const change = {
    id: '01a1ff54-8df8-71a2-9171-75c16b197567',
    name: 'Add',
    author: 'Ada',
    at: '2026-05-08T09:14:00.000Z',
    diff: { added: [], updated: [], removed: [] },
  };
  const { answer } = await call(host, 'appendChange', { projectId: change.id, change });
  expect(answer).toEqual({ ok: true, value: { sequence: 7 } });
});

test('methods without an argument take none', async () => {
  const host = hostWith({ closeProject: async () => undefined });
  expect((await call(host, 'closeProject')).answer).toEqual({ ok: true, value: undefined });
  expect((await call(host, 'closeProject', {})).answer).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
});

test('a stranger is refused before anything is looked at', async () => {
  let called = false;
  const host = hostWith({
    getWindow: async () => {
      called = true;
      throw new Error('called');
    },
  });
  const { answer, logged } = await call(host, 'getWindow', undefined, false);
  expect(answer).toMatchObject({ ok: false, error: { code: 'refused' } });
  expect(called).toBe(false);
  expect(logged).toHaveLength(1);
});

for (const method of [
  'importPaths',
  'constructor',
  'toString',
  '__proto__',
  'hasOwnProperty',
  '',
  7,
  null,
  undefined,
  ['getWindow'],
  { toString: 'no function' },
]) {
  test(`${JSON.stringify(method) ?? 'undefined'} is no method, even if the host has one`, async () => {
    const host = hostWith({ importPaths: () => 'imported', '': () => 'empty' });
    const { answer } = await call(host, method, []);
    expect(answer).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  });
}

for (const argument of [
  undefined,
  null,
  5,
  {},
  { after: '0' },
  { after: -1 },
  { after: 1.5 },
  { after: Number.NaN },
  { after: 0, path: '/etc/passwd' },
]) {
  test(`readChanges refuses ${JSON.stringify(argument) ?? 'undefined'}`, async () => {
    const host = hostWith({
      readChanges: async () => {
        throw new Error('called');
      },
    });
    const { answer } = await call(host, 'readChanges', argument);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
}

test('an expected failure keeps its code and sentence', async () => {
  const host = hostWith({
    readChanges: async () => {
      throw new CodedError('no-project', 'No project is open.');
    },
  });
  const { answer, logged } = await call(host, 'readChanges', { after: 0 });
  expect(answer).toEqual({
    ok: false,
    error: { code: 'no-project', message: 'No project is open.' },
  });
  expect(logged).toEqual([]);
});

test('a fault, also a synchronous one, is answered without its words and logged', async () => {
  for (const readChanges of [
    () => {
      throw new Error('secret /home/ada');
    },
    async () => {
      throw new Error('secret /home/ada');
    },
  ]) {
    const { answer, logged } = await call(hostWith({ readChanges }), 'readChanges', { after: 0 });
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(logged).toHaveLength(1);
  }
});

test('an answer that is not what was promised does not leave', async () => {
  const host = hostWith({
    getWindow: async () => ({ host: null }) as never,
  });
  const { answer, logged } = await call(host, 'getWindow');
  expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(logged).toHaveLength(1);
});
