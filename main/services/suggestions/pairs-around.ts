import type { PairRow, SuggestionRows } from './suggestion-rows.ts';

/** From this share of all pairs on, all are taken. */
const allFrom = 0.25;

/**
 * Pairs with all that hang together with them: whose passages overlap with theirs, from one to the next. What is to be found
 * of clusters anew is in them, and no other cluster has any of them. Cost: reading the pairs of the articles on the way.
 */
export function pairsAround(waiting: readonly PairRow[], rows: SuggestionRows): PairRow[] {
  if (waiting.length >= rows.countPairs() * allFrom) return rows.allPairs();
  const found = new Map(waiting.map((pair) => [pair.id, pair]));
  const known = new Map<number, readonly PairRow[]>();
  const seen = new Map<number, Stretch[]>();
  const open = [...waiting];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [start, end, otherStart, otherEnd] = pair.value.ranges;
    for (const [article, from, to] of [
      [pair.one, start, end],
      [pair.other, otherStart, otherEnd],
    ] as const) {
      const stretches = seen.get(article) ?? [];
      seen.set(article, stretches);
      // What overlaps with a stretch that was looked at is found already.
      if (stretches.some((stretch) => stretch.from <= from && to <= stretch.to)) continue;
      stretches.push({ from, to });
      const pairs = known.get(article) ?? rows.pairsOf(article);
      known.set(article, pairs);
      for (const next of pairs) {
        if (found.has(next.id) || !overlaps(next, article, from, to)) continue;
        found.set(next.id, next);
        open.push(next);
      }
    }
  }
  return [...found.values()];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function overlaps({ one, value }: PairRow, article: number, from: number, to: number): boolean {
  const [start, end, otherStart, otherEnd] = value.ranges;
  return one === article ? start < to && end > from : otherStart < to && otherEnd > from;
}
