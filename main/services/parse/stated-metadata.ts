import { canonicalBlockText } from '../../../app/article/canonical-text.ts';
import { readPublished } from '../../../app/article/read-published.ts';
import type { ArticleMetadata } from '../../../app/record/records.ts';

/** What a source states of its article; `null` where it states nothing. */
export type StatedMetadata = {
  readonly [Field in keyof ArticleMetadata]: ArticleMetadata[Field] | null;
};

// Far above any real one, and below what a record may hold.
const longestName = 1_000;
const longestUrl = 8_000;

/** One line of words from something that should be a string: canonical, cut at 1,000 code units, `null` if nothing. */
export function statedName(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const name = canonicalBlockText(String(value));
  if (name.length <= longestName) return name || null;
  // Cutting may leave half a surrogate pair, which becomes U+FFFD and is cut off, too.
  return `${canonicalBlockText(name.slice(0, longestName - 1)).replace(/\ufffd$/, '')}…`;
}

/** Names of authors as one byline, each once, without the "By" in front. An address is no name. */
export function statedByline(names: readonly (string | null)[]): string | null {
  const known = names
    .map((name) => name?.replace(/^by(?:\s+|:\s*)/i, '').trim() ?? '')
    .filter((name) => name !== '' && !/^(?:https?:)?\/\//i.test(name));
  return statedName([...new Set(known)].join(', '));
}

/** A web address as the source writes it, `null` unless it is absolute, http or https. */
export function statedUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longestUrl) return null;
  try {
    const url = new URL(value.trim());
    // Letters that are no ASCII become three signs each and more.
    if (url.href.length > longestUrl) return null;
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** A language in BCP 47's own spelling: `pt_br` is `pt-BR`. `null` for a name ("English") or anything else. */
export function statedLanguage(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 35) return null;
  const tag = value.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** A date; see `readPublished`. */
export function statedDate(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number'
    ? readPublished(String(value))
    : null;
}
