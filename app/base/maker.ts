import { v7 } from 'uuid';
import type { Instant } from './brand.ts';

/**
 * What makes new things: the time, ids and the name of who does it. Passed in wherever records are made, so that
 * tests are repeatable and nothing in `app/` reads a clock.
 */
export interface Maker {
  now(): Instant;
  /** A new UUIDv7 (RFC 9562): sorts by the time it was made. The caller brands it. */
  id<Id extends string>(): Id;
  readonly author: string;
}

/** The maker of the running program: the system's clock and random source. */
export function systemMaker(author: string): Maker {
  return {
    now: () => new Date().toISOString() as Instant,
    id: <Id extends string>() => v7() as Id,
    author,
  };
}
