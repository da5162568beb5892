import type { Instant, RevisionHash, TextOffset } from '../base/brand.ts';
import { z } from './zod.ts';

// Limits keep a mistake or a hostile file from filling memory; they are far above anything an analyst makes.
const longestName = 2_000;
const longestText = 1_000_000;

/** A string that matches a pattern and is, from there on, of a branded type. */
function brandedText<Branded extends string>(pattern: RegExp, what: string): z.ZodType<Branded> {
  return z.custom<Branded>((value) => typeof value === 'string' && pattern.test(value), {
    error: `Not ${what}.`,
  });
}

/** An id of any kind of record: a UUID in lower case. The brand is the caller's word. */
export function idSchema<Id extends string>(): z.ZodType<Id> {
  return brandedText<Id>(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'an id');
}

export const instantSchema = brandedText<Instant>(
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  'a time in UTC with milliseconds',
);

const sha256 = /^[0-9a-f]{64}$/;

export const revisionHashSchema = brandedText<RevisionHash>(sha256, 'a SHA-256');

/** SHA-256 of a file's bytes. */
export const fileHashSchema = z.string().regex(sha256);

export const textOffsetSchema = z.custom<TextOffset>(
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  { error: 'Not an offset.' },
);

/** 0, 1, 2 ... */
export const countSchema = z.int().min(0);

/** 1, 2, 3 ...: the numbers given to people. */
export const ordinalSchema = z.int().min(1);

/** One line that names something: may be empty while the analyst is writing it. */
export const nameSchema = z.string().max(longestName);

/** Running text. */
export const longTextSchema = z.string().max(longestText);

/** A date of the precision that is known; see `ArticleMetadata.published`. */
export const partialDateSchema = z
  .string()
  .regex(
    /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/,
    'Not an ISO 8601 date.',
  );
