import { effectiveMetadata, type ShownMetadata } from '../../app/article/article-metadata.ts';
import { isTrashed } from '../../app/article/article-state.ts';
import { comparePublished, formatPublished } from '../../app/article/published-date.ts';
import type { ArticleId } from '../../app/record/ids.ts';
import type { RecordSource } from '../../app/record/record-source.ts';
import type { ArticleMetadata, ArticleRecord } from '../../app/record/records.ts';

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
  /** "12 May 2031, 09:14"; `null` when not known. */
  readonly date: string | null;
  /** "09:14", where the hour is known: for a list that names the day above. */
  readonly time: string | null;
}

/** What was listed of an article, by what was detected of it: that object lasts while other fields change. */
const listed = new WeakMap<ArticleMetadata, ListedArticle & { readonly corrected: unknown }>();

/** What lists show of an article; the same object until its metadata change, so that nothing is drawn for less. */
export function listArticle(article: ArticleRecord): ListedArticle {
  const known = listed.get(article.detected);
  if (known !== undefined && known.corrected === article.corrected) return known;
  const metadata = effectiveMetadata(article);
  const fresh = {
    corrected: article.corrected,
    id: article.id,
    number: article.number,
    metadata,
    // Printed when they are asked for: of thousands of articles a list draws thirty.
    get date() {
      return formatPublished(metadata.published, locale);
    },
    get time() {
      return /T(\d\d:\d\d)/.exec(metadata.published ?? '')?.[1] ?? null;
    },
  };
  listed.set(article.detected, fresh);
  return fresh;
}

/** "1 article", "10,000 articles". */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return `${count.toLocaleString(locale)} ${count === 1 ? one : several}`;
}

/** Articles of one day. */
export interface ArticleGroup {
  readonly id: string;
  readonly title: string;
  readonly articles: readonly ListedArticle[];
}

/**
 * Articles whose title, outlet or byline holds `filter`, by day of publication, earliest first; those without a date
 * at the end. Cost: all articles; called when they or the filter change.
 */
export function groupArticles(
  articles: readonly ListedArticle[],
  filter: string,
): readonly ArticleGroup[] {
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = articles
    .filter(({ metadata }) => matches(metadata, wanted))
    .sort(
      (one, other) =>
        comparePublished(one.metadata.published, other.metadata.published) ||
        one.number - other.number,
    );
  const groups = new Map<string, ListedArticle[]>();
  for (const article of shown) {
    const day = article.metadata.published?.slice(0, 10) ?? 'none';
    const group = groups.get(day);
    if (group === undefined) groups.set(day, [article]);
    else group.push(article);
  }
  return [...groups].map(([day, members]) => ({
    id: `day-${day}`,
    title: day === 'none' ? 'No date' : (formatPublished(day, locale) ?? day),
    articles: members,
  }));
}

function matches(metadata: ArticleMetadata, wanted: string): boolean {
  if (wanted === '') return true;
  return [metadata.title, metadata.outlet, metadata.byline].some((text) =>
    text?.toLocaleLowerCase().includes(wanted),
  );
}

/** The articles as lists show them; the same list as before if none of them is listed differently. */
export function listArticles(
  articles: readonly ArticleRecord[],
  before: readonly ListedArticle[],
): readonly ListedArticle[] {
  const now = articles.map(listArticle);
  const same = now.length === before.length && now.every((one, index) => one === before[index]);
  return same ? before : now;
}
