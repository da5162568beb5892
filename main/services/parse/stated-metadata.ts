import { canonicalBlockText } from '../../../app/article/canonical-text.ts';
import { publishedMoment } from '../../../app/article/published-date.ts';
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

// Whom publishing systems name where nobody is.
const nobody =
  /^(?:admin(?:istrator)?|anonym(?:ous)?|author|default|editor|guest|n\/?a|none|null|root|staff|superuser|test|undefined|unknown|user|webmaster)\d*$/i;

/**
 * Names of authors as one byline, each once whatever its capitals, without the "By" in front; a bar parts names. An
 * address is no name, nor is what stands where nobody is named: `admin`.
 */
export function statedByline(names: readonly (string | null)[]): string | null {
  const known = new Map<string, string>();
  for (const part of names.flatMap((name) => name?.split('|') ?? [])) {
    const name = part
      .trim()
      .replace(/^by(?:\s+|:\s*)/i, '')
      .trim();
    if (name === '' || nobody.test(name) || /^(?:https?:)?\/\//i.test(name)) continue;
    const key = name.toLowerCase();
    if (!known.has(key)) known.set(key, name);
  }
  return statedName([...known.values()].join(', '));
}

/** A web address as the source writes it, `null` unless it is absolute, http or https. */
export function statedUrl(value: unknown): string | null {
  // Most values that are asked about are names, and it is dear to have one refused.
  if (typeof value !== 'string' || value.length > longestUrl || !value.includes(':')) return null;
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

/**
 * A date; see `readPublished`. Seconds or milliseconds since 1970 are a moment; the very beginning of 1970 is what programs
 * write for "not set".
 */
export function statedDate(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const written = String(value).trim();
  const date = /^(?:\d{9,10}|\d{12,13})$/.test(written)
    ? sinceEpoch(written)
    : readPublished(written);
  return date?.includes('T') && publishedMoment(date) === 0 ? null : date;
}

const latest = Date.UTC(2200, 0);

function sinceEpoch(digits: string): string | null {
  const moment = Number(digits) * (digits.length > 10 ? 1 : 1_000);
  return moment < latest ? `${new Date(moment).toISOString().slice(0, 19)}Z` : null;
}
