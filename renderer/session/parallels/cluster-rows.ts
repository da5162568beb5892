import { type ChangePiece, passageChanges } from '../../../app/compare/passage-changes.ts';
import type { ClusterPassage, ClusterSuggestion } from '../../../app/host/suggestions.ts';
import type { ClustersState } from './parallels-state.ts';
import { passageKey } from './passage-key.ts';

/** A passage of the open cluster, as its table shows it. */
export interface ClusterRow {
  readonly key: string;
  readonly passage: ClusterPassage;
  readonly isBase: boolean;
  /** Whether a claim is to be made of it. */
  readonly isChosen: boolean;
}

/** The passages of the open cluster with what was chosen of them; none while it is read. Cost: sorting. */
export function clusterRows({ open, base, chosen, order }: ClustersState): readonly ClusterRow[] {
  if (open === null || open === 'gone') return [];
  const own = baseOf(open, base);
  const rows = open.passages.map((passage): ClusterRow => {
    const key = passageKey(passage);
    return { key, passage, isBase: passage === own, isChosen: chosen?.has(key) ?? true };
  });
  // Equal ones stay as they came: the earliest published first.
  return order === 'date'
    ? rows
    : rows.sort((one, other) => one.passage.wording - other.passage.wording);
}

/** The passage that the others are read against: the chosen one, else the earliest of the commonest wording. */
export function baseOf({ passages }: ClusterSuggestion, key: string | null): ClusterPassage | null {
  return (
    passages.find((passage) => passageKey(passage) === key) ??
    passages.find(({ wording }) => wording === 1) ??
    passages[0] ??
    null
  );
}

const known = new WeakMap<ClusterPassage, WeakMap<ClusterPassage, readonly ChangePiece[]>>();

/** How a passage differs from the base, word by word; worked out once for each two. */
export function variantOf(base: ClusterPassage, passage: ClusterPassage): readonly ChangePiece[] {
  const of = known.get(base) ?? new WeakMap<ClusterPassage, readonly ChangePiece[]>();
  known.set(base, of);
  const pieces = of.get(passage) ?? passageChanges(base.quote, passage.quote);
  of.set(passage, pieces);
  return pieces;
}
