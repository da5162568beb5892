import type { SuggestionKind } from '../host/suggestions.ts';
import type { ArticleId } from '../record/ids.ts';
import { foldedWords } from '../search/folded-words.ts';

/** A passage that a suggestion is about. */
export interface KeyPart {
  readonly articleId: ArticleId;
  readonly quote: string;
  /** How often the same words stand before it in its article; absent: never. */
  readonly occurrence?: number;
}

/**
 * What a suggestion is known by: the kind, and 96 bits of a hash over articles and folded words (rule Z1). The order of the
 * passages does not count, nor do offsets, case, accents and marks: a revision that has the same words has the same key.
 */
export function suggestionKey(
  kind: Exclude<SuggestionKind, 'cluster'>,
  parts: readonly KeyPart[],
): string {
  const words = parts.map(
    ({ articleId, quote, occurrence = 0 }) =>
      `${articleId}\n${occurrence}\n${foldedWords(quote).join(' ')}`,
  );
  return `${kind}:${hashOf(words.sort().join('\n\n'))}`;
}

/**
 * What a cluster is known by: its wordings, whichever articles have them (rule Z1). One more article that has one of them
 * makes no other cluster of it: what was dismissed stays dismissed. `occurrence`: how often the same wordings stand before.
 */
export function clusterKey(quotes: readonly string[], occurrence = 0): string {
  const wordings = new Set(quotes.map((quote) => foldedWords(quote).join(' ')));
  return `cluster:${hashOf([...wordings].sort().join('\n\n') + (occurrence === 0 ? '' : `\n${occurrence}`))}`;
}

// Three runs of MurmurHash3's mixing of 32 bits with different beginnings. Nobody makes texts that collide on purpose
// against himself, and among a million keys two of 96 bits are the same with a chance of 1 : 10^17.
const beginnings = [0x9747b28c, 0x1b873593, 0x5bd1e995] as const;

function hashOf(text: string): string {
  return beginnings.map((seed) => mixed(text, seed).toString(16).padStart(8, '0')).join('');
}

function mixed(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    let unit = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    hash ^= Math.imul(unit, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
