import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { hostEventSchemas, hostMethodSchemas } from '../../app/schema/host-schemas.ts';
import { dispatch } from '../../main/rpc/dispatch.ts';
import { WindowHost } from '../../main/services/host/window-host.ts';
import { createHostClient } from '../../renderer/host/host-client.ts';
import { hostContext, windowHost } from '../main/support/host-fixture.ts';

/** Names of the members of an interface in the contract's file, inherited ones included. */
function membersOf(...interfaces: readonly string[]): string[] {
  const path = join(import.meta.dirname, '../../app/host/host-api.ts');
  const source = ts.createSourceFile(
    path,
    ts.sys.readFile(path) ?? '',
    ts.ScriptTarget.Latest,
    true,
  );
  const members: string[] = [];
  for (const statement of source.statements) {
    if (!ts.isInterfaceDeclaration(statement) || !interfaces.includes(statement.name.text))
      continue;
    for (const member of statement.members) {
      if (member.name !== undefined) members.push(member.name.getText(source));
    }
  }
  return members.sort();
}

const methods = membersOf('HostReads', 'HostWrites');

test('every method of the contract has a schema of its argument and its result, and no other has', () => {
  expect(methods.length).toBeGreaterThan(15);
  expect(Object.keys(hostMethodSchemas).sort()).toEqual(methods);
  for (const schemas of Object.values(hostMethodSchemas)) {
    expect(Object.keys(schemas)).toEqual(['argument', 'result']);
  }
});

test('every event of the contract has a schema', () => {
  expect(Object.keys(hostEventSchemas).sort()).toEqual(membersOf('HostEvents'));
});

test('every method of the contract has an implementation', () => {
  for (const method of methods) {
    expect(typeof Reflect.get(WindowHost.prototype, method), method).toBe('function');
  }
});

test('the client is the dispatch seen from the other side', async () => {
  const { host } = windowHost(await hostContext());
  const client = createHostClient({
    call: (method, argument) =>
      dispatch(host, { senderAllowed: true, method, argument }, () => undefined),
    on: () => () => undefined,
  });
  expect(await client.getWindow()).toMatchObject({ project: null, host: { userName: 'Ada' } });
  await expect(client.readChanges({ after: 0 })).rejects.toMatchObject({
    name: 'HostError',
    code: 'no-project',
  });
  expect(await Promise.resolve(client)).toBe(client);
});
