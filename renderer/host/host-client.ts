import type { Result } from '../../app/base/result.ts';
import type { HostApi, HostEventName, HostEvents } from '../../app/host/host-api.ts';
import type { HostBridge } from '../../app/host/host-bridge.ts';
import { HostError } from './host-error.ts';

/** The host as the rest of the renderer sees it. A call that fails for an expected reason throws `HostError`. */
export type HostClient = HostApi;

/** The bridge of this window. Throws when the page runs outside the application. */
function windowBridge(): HostBridge {
  // Put there by the preload script.
  const bridge = (globalThis as { readonly variorum?: HostBridge }).variorum;
  if (bridge === undefined) throw new Error('This page runs only inside Variorum.');
  return bridge;
}

/**
 * The client of a bridge, derived from `HostApi`: any method name is passed on, and main refuses what it does not know.
 * Makes no call by itself.
 */
export function createHostClient(bridge: HostBridge = windowBridge()): HostClient {
  const methods = new Map<string, (argument?: unknown) => Promise<unknown>>();
  const client = new Proxy(Object.create(null) as HostClient, {
    get(_target, name) {
      // A promise that resolves to the client must not take it for another promise.
      if (typeof name !== 'string' || name === 'then') return undefined;
      let method = methods.get(name);
      if (method === undefined) {
        method = (argument) => callHost(bridge, name, argument);
        methods.set(name, method);
      }
      return method;
    },
  });
  return client;
}

async function callHost(bridge: HostBridge, name: string, argument: unknown): Promise<unknown> {
  const answer = (await bridge.call(name, argument)) as Result<unknown>;
  if (answer.ok) return answer.value;
  throw new HostError(answer.error.code, answer.error.message);
}

/** Listens for what main tells unasked. Events told before are not repeated. Answers with the disposer. */
export function onHostEvent<Name extends HostEventName>(
  name: Name,
  listener: (payload: HostEvents[Name]) => void,
  bridge: HostBridge = windowBridge(),
): () => void {
  return bridge.on(name, (payload) => {
    const told: unknown = typeof payload === 'string' ? JSON.parse(payload) : payload;
    listener(told as HostEvents[Name]);
  });
}
