import type { Instant } from '../base/brand.ts';

/** What every record carries. A record is an immutable value: a change makes a new one with `rev` one higher. */
export interface RecordBase<Kind extends string, Id extends string> {
  readonly kind: Kind;
  readonly id: Id;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  /** Who made the latest state, as the program was told; not an identity that anyone verified. */
  readonly author: string;
  /** Counts the states of this record, from 1. */
  readonly rev: number;
}
