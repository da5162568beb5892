import { nearDuplicate } from '../../../app/compare/shingles.ts';
import type { ArticleRecord, Origin } from '../../../app/record/records.ts';
import type { IngestedText } from './ingest.ts';
import { comparableUrl } from './place-keys.ts';

/** Two states of a story have more in common than this; two stories of one outlet seldom do, for all their set phrases. */
export const leastInCommon = 0.15;

/**
 * Whether a text is the article of its place in a later state, and not another story that was put there (rule R1). A
 * message with its own id is; a part that is only counted has to prove it; any other is, unless it states another address
 * or neither headline nor words are those of the article.
 *
 * @param resemblance how alike the two texts are, 0 to 1; `null` when it can't be told, which counts for the place
 */
export async function isLaterState(
  article: ArticleRecord,
  text: IngestedText,
  origin: Origin,
  resemblance: () => Promise<number | null>,
): Promise<boolean> {
  if (kindOfKey(origin) === 'mail') return true;
  const headline = hasSameHeadline(article, text);
  const addresses = compareAddresses(article, text);
  if (isCounted(origin)) {
    if (headline || addresses === 'same') return ((await resemblance()) ?? 0) >= leastInCommon;
    const isUntitled = origin.key === undefined && addresses === 'unknown';
    return isUntitled && ((await resemblance()) ?? 0) >= nearDuplicate;
  }
  if (addresses === 'differ') return ((await resemblance()) ?? 0) >= nearDuplicate;
  return headline || ((await resemblance()) ?? 1) >= leastInCommon;
}

/** Whether a text states the address of an article and has its headline: a later state, wherever it was read (rule R4). */
export function isSamePage(article: ArticleRecord, text: IngestedText): boolean {
  return compareAddresses(article, text) === 'same' && hasSameHeadline(article, text);
}

/** A part that its number or its headline alone tells from the others of its file. */
function isCounted({ part, key }: Origin): boolean {
  if (key !== undefined) return kindOfKey({ key }) === 'title';
  return part !== undefined && /(?:^|\/)(?:row|message) \d+$/.test(part);
}

/** Of a part in an archive the key follows the path. */
function kindOfKey({ key }: Pick<Origin, 'key'>): string | null {
  return /(?:^|\/)(mail|id|url|title):/.exec(key ?? '')?.[1] ?? null;
}

function compareAddresses({ detected, corrected }: ArticleRecord, { metadata }: IngestedText) {
  const { url } = metadata;
  const known = [detected.url, corrected.url].filter((one) => one != null);
  if (url === null || known.length === 0) return 'unknown';
  return known.some((one) => comparableUrl(one) === comparableUrl(url)) ? 'same' : 'differ';
}

/** Headlines that are only the file's name say nothing. */
function hasSameHeadline({ detected, provenance }: ArticleRecord, text: IngestedText): boolean {
  const isName = [provenance, text.provenance].some((one) => one?.title?.source === 'file-name');
  return !isName && letters(detected.title) === letters(text.metadata.title);
}

/** Letters and digits alone: typographic signs and case come and go between two states of a page. */
function letters(title: string): string {
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
