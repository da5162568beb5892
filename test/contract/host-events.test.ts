import { expect, test } from 'vitest';
import type { HostBridge } from '../../app/host/host-bridge.ts';
import { onHostEvent } from '../../renderer/host/host-client.ts';

function bridgeThatTells(payload: unknown): HostBridge {
  return {
    call: () => Promise.reject(new Error('Nothing is asked here.')),
    on: (_event, listener) => {
      listener(payload);
      return () => undefined;
    },
  };
}

test('an event is the same to its listener as an object and as the JSON of one', () => {
  const payload = { sequence: 7, change: { name: 'Import “1 > 0”', diff: { added: [null, 'ü'] } } };
  for (const told of [payload, JSON.stringify(payload)]) {
    const heard: unknown[] = [];
    onHostEvent('entry', (entry) => heard.push(entry), bridgeThatTells(told));
    expect(heard).toEqual([payload]);
  }
});
