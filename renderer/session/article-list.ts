import {
  effectiveMetadata,
  isGuess,
  type ShownMetadata,
} from '../../app/article/article-metadata.ts';
import { isTrashed } from '../../app/article/article-state.ts';
import { formatPublished } from '../../app/article/published-date.ts';
import type { ArticleId } from '../../app/record/ids.ts';
import type { RecordSource } from '../../app/record/record-source.ts';
import type { ArticleMetadata, ArticleRecord, MetadataField } from '../../app/record/records.ts';

/** The language of dates and numbers on the screen. The screens are in English. */
export const locale = 'en-GB';

const present = new WeakMap<readonly ArticleRecord[], readonly ArticleRecord[]>();

/**
 * The articles that are not in the trash: what lists, counts, parallels and silences mean by "the articles" (rule M4).
 * The same list until an article changes. Cost: all articles, once for each change of one.
 */
export function presentArticles(records: RecordSource): readonly ArticleRecord[] {
  const all = records.list('article');
  const known = present.get(all);
  if (known !== undefined) return known;
  const kept = all.some(isTrashed) ? all.filter((article) => !isTrashed(article)) : all;
  present.set(all, kept);
  return kept;
}

/** An article as lists show it. */
export interface ListedArticle {
  readonly id: ArticleId;
  readonly number: number;
  readonly metadata: ShownMetadata;
  /** "The Harbour Times", "The Harbour Times (guess)"; `null` when not known. For showing: `metadata` has the fact. */
  readonly outlet: string | null;
  /** "12 May 2031, 09:14", "12 May 2031 (guess)"; `null` when not known. */
  readonly date: string | null;
  /** Which facts are guesses that nobody has confirmed: lists mark them. */
  readonly guesses: readonly MetadataField[];
  /** "09:14", where the hour is known; a guess whole, since no day above says it: for a list that names the day above. */
  readonly time: string | null;
}

/** What was listed of an article, by what was detected of it: that object lasts while other fields change. */
const listed = new WeakMap<ArticleMetadata, ListedArticle & { readonly corrected: unknown }>();

/** What lists show of an article; the same object until its metadata change, so that nothing is drawn for less. */
export function listArticle(article: ArticleRecord): ListedArticle {
  const known = listed.get(article.detected);
  if (known !== undefined && known.corrected === article.corrected) return known;
  const metadata = effectiveMetadata(article);
  let guesses: readonly MetadataField[] | null = null;
  const fresh = {
    corrected: article.corrected,
    id: article.id,
    number: article.number,
    metadata,
    outlet: shownOutlet(article),
    get guesses() {
      // Grouping asks each article of the list, whenever one of them changes.
      guesses ??= guessesOf(article);
      return guesses;
    },
    // Printed when they are asked for: of thousands of articles a list draws thirty.
    get date() {
      return shownDate(article);
    },
    get time() {
      if (isGuess(article, 'published')) return shownDate(article);
      return /T(\d\d:\d\d)/.exec(metadata.published ?? '')?.[1] ?? null;
    },
  };
  listed.set(article.detected, fresh);
  return fresh;
}

function shownOutlet(article: ArticleRecord): string | null {
  const { outlet } = effectiveMetadata(article);
  return outlet !== null && isGuess(article, 'outlet') ? `${outlet} (guess)` : outlet;
}

const none: readonly MetadataField[] = [];

function guessesOf(article: ArticleRecord): readonly MetadataField[] {
  const fields = Object.keys(article.provenance ?? {}) as MetadataField[];
  const guesses = fields.filter((field) => isGuess(article, field));
  return guesses.length === 0 ? none : guesses;
}

/** When an article was published, in words, with a mark where that is a guess; `null` when not known. */
function shownDate(article: ArticleRecord): string | null {
  const date = formatPublished(effectiveMetadata(article).published, locale);
  return date !== null && isGuess(article, 'published') ? `${date} (guess)` : date;
}

/** "1 article", "10,000 articles". */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : several}`;
}
