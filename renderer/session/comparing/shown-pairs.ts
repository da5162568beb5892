import type { ComparedPair, ComparingState } from './comparing-state.ts';

const narrowed = new WeakMap<
  readonly ComparedPair[],
  Map<ComparingState['kinds'], readonly ComparedPair[]>
>();

/** The pairs of the kinds that are shown; the same list until one of the two changes. */
export function shownPairs({
  pairs,
  kinds,
}: Pick<ComparingState, 'pairs' | 'kinds'>): readonly ComparedPair[] {
  if (kinds === 'all') return pairs;
  const byKind = narrowed.get(pairs) ?? new Map<ComparingState['kinds'], readonly ComparedPair[]>();
  narrowed.set(pairs, byKind);
  const known =
    byKind.get(kinds) ?? pairs.filter(({ link }) => (link !== null) === (kinds === 'links'));
  byKind.set(kinds, known);
  return known;
}

/** The chosen pair, if it is shown. */
export function chosenPair(state: ComparingState): ComparedPair | null {
  return shownPairs(state).find(({ key }) => key === state.at) ?? null;
}
