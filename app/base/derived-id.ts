import { v5 } from 'uuid';

/** Tells ids that are derived here from those that others derive from the same words. Never changed. */
const namespace = '1d0c9a52-5a0e-4d53-9f0b-2f6f0c1f4b7e';

const uuid = /^(?:urn:uuid:|\{)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;

/** The UUID that a text is, in lower case: bare, in braces or as a URN (RFC 9562). `null`: it is none. */
export function readUuid(text: string): string | null {
  return uuid.exec(text.trim())?.[1]?.toLowerCase() ?? null;
}

/**
 * An id for something that another program made: the same words always give the same id, others another one (SHA-1 of the
 * words, RFC 9562 version 5), so that an import finds what it made before. It has the form of a version 7 with the time of the
 * thing's making, so that lists in the order of ids put it where it belongs; without a time it comes before everything.
 *
 * @param at ISO 8601, or `null` if it is not known
 */
export function derivedId<Id extends string>(words: readonly string[], at: string | null): Id {
  // No word can be taken for two.
  const digest = v5(JSON.stringify(words), namespace);
  const time = at === null ? Number.NaN : Date.parse(at);
  const milliseconds = Number.isNaN(time) ? 0 : Math.min(Math.max(0, time), 2 ** 48 - 1);
  const head = milliseconds.toString(16).padStart(12, '0');
  return `${head.slice(0, 8)}-${head.slice(8)}-7${digest.slice(15)}` as Id;
}
