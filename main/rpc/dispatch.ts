import type { Result } from '../../app/base/result.ts';
import { failure, success } from '../../app/base/result.ts';
import type { HostApi, HostMethod } from '../../app/host/host-api.ts';
import { hostMethodSchemas } from '../../app/schema/host-schemas.ts';
import { CodedError } from '../services/coded-error.ts';
import { checkArgument } from './check-argument.ts';

/** A call as it came over the wire. Nothing about it is known but what is checked here. */
export interface IncomingCall {
  /** Whether it came from the page of a window of ours, by the transport's own knowledge. */
  readonly senderAllowed: boolean;
  readonly method: unknown;
  readonly argument: unknown;
}

export type LogError = (message: string, error?: unknown) => void;

/**
 * Answers calls of `HostApi`: allowlist, sender, decode, call, check, encode. Never rejects. Whatever is not expected,
 * a fault in the program included, is answered with a code and told to the log; no stack leaves main.
 */
export async function dispatch(
  host: HostApi,
  call: IncomingCall,
  log: LogError,
): Promise<Result<unknown>> {
  if (call.senderAllowed !== true) {
    log('A call from a stranger was refused.');
    return failure('refused', 'This page may not call the program.');
  }
  if (!isHostMethod(call.method)) {
    // Only text is quoted: turning anything else into text would run what came over the wire.
    const name = typeof call.method === 'string' ? call.method.slice(0, 100) : typeof call.method;
    log(`A call of an unknown method was refused: ${name}`);
    return failure('unknown-method', 'The program does not know this call.');
  }
  const { method } = call;
  try {
    const schemas = hostMethodSchemas[method];
    const argument = await checkArgument(method, call.argument);
    if (!argument.success) {
      log(`A call of ${method} was refused.`, argument.error);
      return failure('invalid', 'The program was asked something it does not understand.');
    }
    const implementation = host[method] as (argument: unknown) => Promise<unknown>;
    const value = schemas.result.safeParse(await implementation.call(host, argument.data));
    if (value.success) return success(value.data);
    log(`The answer of ${method} is not what it should be.`, value.error);
  } catch (error) {
    if (error instanceof CodedError) return failure(error.code, error.message);
    log(`${method} failed.`, error);
  }
  return failure('internal', 'The program met a fault of its own. What it was is in its log.');
}

function isHostMethod(method: unknown): method is HostMethod {
  return typeof method === 'string' && Object.hasOwn(hostMethodSchemas, method);
}
