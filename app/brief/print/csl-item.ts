import { effectiveMetadata, isGuess } from '../../article/article-metadata.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { ArticleRecord, RevisionRecord } from '../../record/records.ts';
import { bylineNames, type CslName } from './byline-names.ts';
import { retrievedAt } from './retrieved-at.ts';

/** A date of CSL-JSON: one list of year, month and day, as far as they are known. */
export interface CslDate {
  readonly 'date-parts': readonly [readonly number[]];
}

/** An article as CSL-JSON (docs.citationstyles.org, 1.0.2): the fields that we know. */
export interface CslItem {
  readonly id: ArticleId;
  readonly type: 'article-newspaper' | 'webpage' | 'document';
  readonly title: string;
  /** The outlet. */
  readonly 'container-title'?: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  /** When the project got it. */
  readonly accessed?: CslDate;
  readonly URL?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly section?: string;
  /** "Guessed: outlet, date": what nobody has confirmed (rule C4). */
  readonly note?: string;
}

/**
 * An article as a bibliography item, from what the records say now; pure. An outlet makes it an article of a newspaper, or,
 * if that is only a site's address, a page of the web, as an address alone does; anything else is a document. `revision` is
 * the one that is cited: its file tells when it was retrieved. Fields that are not known are absent.
 */
export function cslItem(
  article: Pick<ArticleRecord, 'id' | 'detected' | 'corrected' | 'provenance' | 'origins'>,
  revision?: Pick<RevisionRecord, 'source'>,
): CslItem {
  const { title, outlet, byline, published, url, language, section } = effectiveMetadata(article);
  const author = bylineNames(byline, outlet, language);
  const issued = cslDate(published);
  const accessed = cslDate(retrievedAt(article, revision)?.slice(0, 10) ?? null);
  const guessed = [
    ...(title && isGuess(article, 'title') ? ['title'] : []),
    ...(outlet && isGuess(article, 'outlet') ? ['outlet'] : []),
    ...(byline && isGuess(article, 'byline') ? ['author'] : []),
    ...(published && isGuess(article, 'published') ? ['date'] : []),
  ];
  return {
    id: article.id,
    type: typeOf(outlet, url),
    title: title.trim(),
    ...(outlet ? { 'container-title': outlet } : {}),
    ...(author.length === 0 ? {} : { author }),
    ...(issued === null ? {} : { issued }),
    ...(accessed === null ? {} : { accessed }),
    ...(url ? { URL: url } : {}),
    ...(language ? { language } : {}),
    ...(section ? { section } : {}),
    ...(guessed.length === 0 ? {} : { note: `Guessed: ${guessed.join(', ')}` }),
  };
}

function typeOf(outlet: string | null, url: string | null): CslItem['type'] {
  if (outlet && !/^(?:www\.)?[\w-]+(?:\.[\w-]+)+$/u.test(outlet)) return 'article-newspaper';
  return url ? 'webpage' : 'document';
}

/** A date of ours as CSL-JSON, with the day, the month or the year as its precision; `null` for what is no date. */
function cslDate(date: string | null): CslDate | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date ?? '') ?? [];
  if (year === undefined) return null;
  const parts = [year, month, day].filter((part) => part !== undefined).map(Number);
  return { 'date-parts': [parts] };
}
