import type { ComposeAnswer, ComposeRequest } from '../services/brief/brief-thread.ts';
import { inOwnThread } from './in-own-thread.ts';

/** Composes a brief in a worker thread that lives for one: the window's calls are answered meanwhile. */
export function briefInWorker(script: string): (request: ComposeRequest) => Promise<ComposeAnswer> {
  return inOwnThread(script, 2_048);
}
