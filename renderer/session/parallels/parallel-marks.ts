import type { TextOffset } from '../../../app/base/brand.ts';
import { compareByPlace, type SeenPair } from './seen-pair.ts';

/** Marks that lie over one another stand in lanes beside each other; so many at most. */
const lanes = 3;

/** Ranges are one passage where they have so much of the longer one in common. */
const alike = 0.5;

/** A passage of a text that other articles have as well, as the margin marks it. */
export interface ParallelMark {
  /** Of its place: stays while the place does. */
  readonly id: string;
  readonly start: TextOffset;
  readonly end: TextOffset;
  /** 0 to 2; of two that overlap, the one that begins first has the lower. */
  readonly lane: number;
  /** How many other articles have it, by itself or in something longer; those of its pairs at least. */
  readonly articles: number;
  /** Whether all have it in the same words. */
  readonly verbatim: boolean;
  /** Those of all articles that have it, in the order of the text. */
  readonly pairs: readonly SeenPair[];
}

interface Open {
  start: number;
  end: number;
  lane: number;
  pairs: SeenPair[];
}

/**
 * Joins the pairs of an article to the passages that its margin marks, in the order of the text. Ranges that are mostly the
 * same are one passage; a sentence that seven articles quote inside a page that one of them copied whole is a passage of
 * its own, in the lane beside. Cost: sorting.
 */
export function parallelMarks(pairs: readonly SeenPair[]): readonly ParallelMark[] {
  const made: Open[] = [];
  let open: Open[] = [];
  const sorted = [...pairs].sort(compareByPlace);
  for (const pair of sorted) {
    const { start, end } = pair.own;
    open = open.filter((mark) => mark.end > start);
    const shares = open.map((mark) => shareOf(mark, start, end));
    const best = Math.max(0, ...shares);
    const free = Array.from({ length: lanes }, (_, lane) => lane).find((lane) =>
      open.every((mark) => mark.lane !== lane),
    );
    if (best >= alike || free === undefined) {
      const mark = open[shares.indexOf(best)];
      if (mark !== undefined) {
        mark.end = Math.max(mark.end, end);
        mark.pairs.push(pair);
        continue;
      }
    }
    const mark = { start, end, lane: free ?? 0, pairs: [pair] };
    made.push(mark);
    open.push(mark);
  }
  const isLong = ({ own }: SeenPair): boolean => own.end - own.start > usualLength;
  const byPlace = { usual: sorted.filter((pair) => !isLong(pair)), long: sorted.filter(isLong) };
  return made.map(({ start, end, lane, pairs: own }) => ({
    id: `${lane}:${start}:${end}`,
    start: start as TextOffset,
    end: end as TextOffset,
    lane,
    articles: Math.max(
      articlesOver(byPlace, start, end),
      new Set(own.map(({ other }) => other.articleId)).size,
    ),
    verbatim: own.every(({ pair }) => pair.verbatim),
    pairs: own,
  }));
}

/** Pairs by place, those of a usual length apart: of these only the ones near a range have to be looked at. */
interface ByPlace {
  readonly usual: readonly SeenPair[];
  readonly long: readonly SeenPair[];
}

/** In UTF-16 code units. */
const usualLength = 1_000;

/** How many other articles have most of a range: also those that have it as a part of something longer. */
function articlesOver({ usual, long }: ByPlace, start: number, end: number): number {
  const articles = new Set<string>();
  const look = (pairs: readonly SeenPair[], from: number): void => {
    for (let at = from; at < pairs.length; at += 1) {
      const pair = pairs[at];
      if (pair === undefined || pair.own.start >= end) return;
      const both = Math.min(pair.own.end, end) - Math.max(pair.own.start, start);
      if (both >= (end - start) * alike) articles.add(pair.other.articleId);
    }
  };
  look(usual, firstFrom(usual, start - usualLength));
  look(long, 0);
  return articles.size;
}

/** The index of the first pair that begins at an offset or behind it. `pairs` are sorted by their starts. */
function firstFrom(pairs: readonly SeenPair[], offset: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.own.start ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How much of the longer of two ranges both have, 0 to 1. */
function shareOf(mark: Open, start: number, end: number): number {
  const both = Math.min(mark.end, end) - Math.max(mark.start, start);
  return both / Math.max(mark.end - mark.start, end - start, 1);
}
