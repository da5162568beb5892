import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Facts } from '../../../app/fact/facts.ts';
import type { ConflictStatement } from '../../../app/suggestion/find-conflicts.ts';

/** What was found in a text, as conflicts are looked for with it. */
export interface FoundFacts {
  readonly facts: Facts;
  readonly statements: readonly ConflictStatement[];
}

/** Facts as the tables hold them. */
export function encodeFacts(found: FoundFacts): Uint8Array {
  return deflateRawSync(JSON.stringify(found), { level: 1 });
}

/** Throws as for a damaged database when they are none. */
export function decodeFacts(bytes: Uint8Array): FoundFacts {
  try {
    return JSON.parse(inflateRawSync(bytes).toString('utf8')) as FoundFacts;
  } catch {
    throw Object.assign(new Error('What was found in a text is not what was stored.'), {
      code: 'SQLITE_CORRUPT',
    });
  }
}
