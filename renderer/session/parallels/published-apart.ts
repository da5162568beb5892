import { isGuess } from '../../../app/article/article-metadata.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { publishedRange } from '../../../app/search/published-range.ts';
import { countOf, listArticle } from '../article-list.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * When an article was published, counted from another one: "published 2 days before", "published 3 hours after",
 * "published the same day". As exact as the less exact of the two dates; `null`: one of them is not known, or is a guess
 * that nobody has confirmed, or they leave it open which came first.
 */
export function publishedApart(article: ArticleRecord, from: ArticleRecord): string | null {
  // A guess would tell who copied whom without anybody having said so.
  if (isGuess(article, 'published') || isGuess(from, 'published')) return null;
  const [one, other] = [article, from].map((each) => {
    const { published } = listArticle(each).metadata;
    return published === null ? null : publishedRange(published);
  });
  if (one == null || other == null) return null;
  const widest = Math.max(one.to - one.from, other.to - other.from);
  const isApart = one.to <= other.from || other.to <= one.from;
  if (!isApart) {
    const isOneDay = widest <= day + minute && Math.abs(one.from - other.from) < day;
    return isOneDay ? 'published the same day' : null;
  }
  const gap = apartInWords(Math.abs(one.from - other.from), widest);
  return `published ${gap}${one.from < other.from ? 'before' : 'after'}`;
}

/** "2 days ", with a space behind it; nothing where the dates are less exact than that. */
function apartInWords(gap: number, widest: number): string {
  if (widest > day + minute) return '';
  const isToTheMinute = widest <= hour;
  if (isToTheMinute && gap < hour)
    return `${countOf(Math.max(1, Math.round(gap / minute)), 'minute')} `;
  if (isToTheMinute && gap < 36 * hour) return `${countOf(Math.round(gap / hour), 'hour')} `;
  return `${countOf(Math.max(1, Math.round(gap / day)), 'day')} `;
}
