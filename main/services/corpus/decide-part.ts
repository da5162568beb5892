import type { RevisionHash } from '../../../app/base/brand.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord, Origin, RevisionRecord } from '../../../app/record/records.ts';
import type { IngestedText } from './ingest.ts';
import { placeKeys } from './place-keys.ts';

/** What the import asks of the corpus. */
export interface CorpusView {
  revisionsOf(id: ArticleId): readonly RevisionRecord[];
  articlesWithText(hash: RevisionHash): readonly ArticleRecord[];
  articlesAt(placeKey: string): readonly ArticleRecord[];
  articlesWithUrl(url: string): readonly ArticleRecord[];
}

/** What a text that was read is to the corpus. */
export type Decision =
  | { readonly kind: 'new' }
  /** The article has the text, as its present one. */
  | { readonly kind: 'known'; readonly article: ArticleRecord }
  /** The article had the text before. */
  | {
      readonly kind: 'restored';
      readonly article: ArticleRecord;
      readonly revision: RevisionRecord;
    }
  | { readonly kind: 'revised'; readonly article: ArticleRecord };

/**
 * Whether a text is a new article, one that is known, or a new state of a known one (rules R1 to R4). A place is known by
 * `placeKeys`; a part of a file that is only counted (`row 12`, `message 3`) must keep its headline or address as well,
 * since rows move when one is put in before them.
 */
export function decidePart(text: IngestedText, origin: Origin, corpus: CorpusView): Decision {
  const here = placeKeys({ ...origin, fileName: '' }).flatMap((key) => corpus.articlesAt(key));
  const with_ = corpus.articlesWithText(text.hash);
  const sameText = with_.find((article) => here.includes(article)) ?? with_[0];
  if (sameText !== undefined) {
    const present = corpus.revisionsOf(sameText.id).find(({ id }) => id === sameText.revisionId);
    const revision = corpus.revisionsOf(sameText.id).find(({ hash }) => hash === text.hash);
    const isBack = present?.hash !== text.hash && here.includes(sameText);
    return isBack && revision !== undefined
      ? { kind: 'restored', article: sameText, revision }
      : { kind: 'known', article: sameText };
  }
  const isCounted = origin.part !== undefined && /^(?:.*\/)?(?:row|message) \d+$/.test(origin.part);
  const atPlace = here
    .filter((article) => !isCounted || isSameStory(article, text))
    // Of several that were read from one place the last one is what stood there.
    .sort((one, other) => other.number - one.number)[0];
  const { url } = text.metadata;
  const atUrl =
    url === null
      ? undefined
      : corpus.articlesWithUrl(url).find((article) => hasSameHeadline(article, text));
  const article = atPlace ?? atUrl;
  return article === undefined ? { kind: 'new' } : { kind: 'revised', article };
}

function isSameStory(article: ArticleRecord, text: IngestedText): boolean {
  const { url } = text.metadata;
  return (url !== null && article.detected.url === url) || hasSameHeadline(article, text);
}

function hasSameHeadline({ detected }: ArticleRecord, { metadata }: IngestedText): boolean {
  return words(detected.title) === words(metadata.title);
}

/** Letters and digits alone: typographic signs and case come and go between two states of a page. */
function words(title: string): string {
  return (title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
