import { isGuess } from '../../../app/article/article-metadata.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { publishedRange } from '../../../app/search/published-range.ts';
import { type ListedArticle, listArticle } from '../article-list.ts';

/** An article in the strip of publication times (rule W10). */
export interface StripMark {
  readonly id: ArticleId;
  /**
   * 0 (the earliest of all) to 1: from where to where the time lies that its date may mean. `null`: no date, or a guess
   * outside the times that are stated.
   */
  readonly span: readonly [from: number, to: number] | null;
  readonly guess: boolean;
}

/** All articles along one line, which reaches over the times that are stated; over guesses if none is. */
export interface TimeStrip {
  /** In the order of their times, those without at the end. */
  readonly marks: readonly StripMark[];
  /** The first and the last moment, milliseconds since 1970; `null`: no article has a date. */
  readonly reach: readonly [first: number, last: number] | null;
}

interface Time {
  readonly from: number;
  readonly to: number;
}

/** By what is listed of an article, which is the same object until its metadata change: reading dates costs. */
const times = new WeakMap<ListedArticle, Time | null>();

function timeOf(article: ArticleRecord): Time | null {
  const listed = listArticle(article);
  let time = times.get(listed);
  if (time === undefined) {
    const { published } = listed.metadata;
    time = published === null ? null : publishedRange(published);
    times.set(listed, time);
  }
  return time;
}

/** Where each article stands in the strip. Cost: sorting; dates are read once. */
export function timeStrip(articles: readonly ArticleRecord[]): TimeStrip {
  const all = articles.map((article) => ({
    article,
    time: timeOf(article),
    guess: isGuess(article, 'published'),
  }));
  const stated = all.some(({ time, guess }) => time !== null && !guess);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time, guess } of all) {
    if (time === null || (stated && guess)) continue;
    first = Math.min(first, time.from);
    last = Math.max(last, time.to);
  }
  const length = last - first;
  const share = (at: number): number => (length > 0 ? (at - first) / length : 0.5);
  const within = (time: Time | null): Time | null =>
    time !== null && time.from >= first && time.to <= last ? time : null;
  const marks = all
    .map((one) => ({ ...one, time: within(one.time) }))
    .sort(
      (one, other) =>
        (one.time?.from ?? Number.MAX_VALUE) - (other.time?.from ?? Number.MAX_VALUE) ||
        one.article.number - other.article.number,
    )
    .map(
      ({ article, time, guess }): StripMark => ({
        id: article.id,
        span: time === null ? null : [share(time.from), share(time.to)],
        guess,
      }),
    );
  return { marks, reach: length >= 0 ? [first, last] : null };
}
