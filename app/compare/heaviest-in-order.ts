/** Two places that belong together, with how much says so. */
export interface WeightedPair {
  /** Whole numbers from 0 on. */
  readonly left: number;
  readonly right: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * Of pairs of places those that keep one order, each place in one pair at most, and weigh most together; in their order.
 * `width`: more than the greatest `right`. Cost: pairs times the logarithm of the width, by a Fenwick tree of best
 * chains.
 */
export function heaviestInOrder<Pair extends WeightedPair>(
  pairs: readonly Pair[],
  width: number,
): Pair[] {
  interface Chain {
    readonly weight: number;
    readonly pair: Pair;
    readonly before: Chain | null;
  }
  const tree: (Chain | null)[] = new Array<Chain | null>(width + 1).fill(null);
  const bestBelow = (right: number): Chain | null => {
    let best: Chain | null = null;
    for (let at = right; at > 0; at -= at & -at) {
      const chain = tree[at] ?? null;
      if (chain !== null && chain.weight > (best?.weight ?? 0)) best = chain;
    }
    return best;
  };
  const offer = (chain: Chain): void => {
    for (let at = chain.pair.right + 1; at <= width; at += at & -at) {
      if (chain.weight > (tree[at]?.weight ?? 0)) tree[at] = chain;
    }
  };
  // Of one left place the rightmost first, so that no chain takes the place twice.
  const sorted = [...pairs].sort((one, other) => one.left - other.left || other.right - one.right);
  for (const pair of sorted) {
    const before = bestBelow(pair.right);
    offer({ weight: pair.weight + (before?.weight ?? 0), pair, before });
  }
  const kept: Pair[] = [];
  for (let chain = bestBelow(width); chain !== null; chain = chain.before) kept.push(chain.pair);
  return kept.reverse();
}
