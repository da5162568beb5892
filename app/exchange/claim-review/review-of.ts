import { effectiveMetadata, isGuess } from '../../article/article-metadata.ts';
import { comparePublished } from '../../article/published-date.ts';
import { presentEvidence } from '../../claim/present-evidence.ts';
import { speakerName } from '../../claim/speakers.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ArticleRecord, ClaimRecord, ClaimStatus, Stance } from '../../record/records.ts';

/** A value of JSON; a field that is `undefined` is not written. */
type Json = string | number | readonly Json[] | { readonly [name: string]: Json | undefined };

/** How a status is rated: 1 is false, 5 is true; `null`: not judged. The words are what people read. */
const ratings: Readonly<
  Record<ClaimStatus, { readonly value: number | null; readonly words: string }>
> = {
  corroborated: { value: 5, words: 'Corroborated' },
  disputed: { value: 3, words: 'Disputed' },
  refuted: { value: 1, words: 'Refuted' },
  open: { value: null, words: 'Open: not judged' },
};

const making: ReadonlySet<Stance> = new Set(['asserts', 'reports', 'qualifies']);

/** Whether a passage makes a claim, rather than speaks of it. */
export function isMaking(stance: Stance): boolean {
  return making.has(stance);
}

/**
 * A claim as a ClaimReview of schema.org: what was said by whom and when, in which articles it appears with the quoted
 * words, how it is rated. Articles that deny or question it are what the review cites. The date is that of the claim's last
 * change, so that the same claim is written the same. Without the address of the review, which has none yet.
 */
export function reviewOf(records: RecordSource, claim: ClaimRecord): Json {
  const { value, words } = ratings[claim.status];
  const speaker = speakerName(records, claim);
  const nature = claim.speakerId ? records.get('speaker', claim.speakerId)?.nature : undefined;
  const { made, spokenOf } = appearances(records, claim);
  const [first] = made;
  return {
    '@type': 'ClaimReview',
    '@id': `urn:uuid:${claim.id}`,
    identifier: `C${claim.number}`,
    claimReviewed: claim.wording,
    datePublished: claim.modifiedAt.slice(0, 10),
    author: { '@type': 'Person', name: claim.author },
    reviewRating: {
      '@type': 'Rating',
      ...(value === null ? {} : { ratingValue: value, bestRating: 5, worstRating: 1 }),
      alternateName: words,
    },
    itemReviewed: {
      '@type': 'Claim',
      text: claim.wording,
      author:
        speaker === null
          ? undefined
          : { '@type': nature === 'organisation' ? 'Organization' : 'Person', name: speaker },
      datePublished: claim.saidOn ?? undefined,
      locationCreated: claim.place ? { '@type': 'Place', name: claim.place } : undefined,
      firstAppearance: first === undefined ? undefined : workOf(first),
      appearance: made.length === 0 ? undefined : made.map(workOf),
    },
    citation: spokenOf.length === 0 ? undefined : spokenOf.map(workOf),
  };
}

/** An article with the passages of it that stand under the claim. */
interface Appearance {
  readonly article: ArticleRecord;
  readonly quotes: string[];
}

/** Articles by date, those whose date is not known last. */
function appearances(
  records: RecordSource,
  claim: ClaimRecord,
): { readonly made: readonly Appearance[]; readonly spokenOf: readonly Appearance[] } {
  const made = new Map<string, Appearance>();
  const spokenOf = new Map<string, Appearance>();
  for (const { annotationId, stance } of presentEvidence(records, claim.id)) {
    const annotation = records.get('annotation', annotationId);
    const article = annotation && records.get('article', annotation.articleId);
    if (annotation === null || article === null) continue;
    const all = isMaking(stance) ? made : spokenOf;
    const known = all.get(article.id);
    if (known === undefined) all.set(article.id, { article, quotes: [annotation.passage.quote] });
    else known.quotes.push(annotation.passage.quote);
  }
  return { made: byDate(made), spokenOf: byDate(spokenOf) };
}

function byDate(all: ReadonlyMap<string, Appearance>): readonly Appearance[] {
  return [...all.values()].sort(
    (one, other) =>
      comparePublished(dateOf(one.article), dateOf(other.article)) ||
      one.article.number - other.article.number,
  );
}

/** A date that nobody has confirmed is none: the format can't say that it is a guess. */
function dateOf(article: ArticleRecord): string | null {
  return isGuess(article, 'published') ? null : effectiveMetadata(article).published;
}

function workOf({ article, quotes }: Appearance): Json {
  const { title, outlet, byline, url, language } = effectiveMetadata(article);
  const isSure = outlet !== null && !isGuess(article, 'outlet');
  return {
    '@type': 'NewsArticle',
    '@id': url ?? `urn:uuid:${article.id}`,
    headline: title,
    url: url ?? undefined,
    datePublished: dateOf(article) ?? undefined,
    inLanguage: language ?? undefined,
    author:
      byline === null || isGuess(article, 'byline')
        ? undefined
        : { '@type': 'Person', name: byline },
    publisher: isSure ? { '@type': 'Organization', name: outlet } : undefined,
    hasPart: quotes.map((text) => ({ '@type': 'Quotation', text })),
  };
}
