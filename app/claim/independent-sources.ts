import type { ArticleId } from '../record/ids.ts';

/** What tells which articles are one source. */
export interface SourceFacts {
  readonly id: ArticleId;
  /** `null`: not known; two articles of unknown outlets are not of one. */
  readonly outlet: string | null;
}

/**
 * Groups of articles that count as one source each: articles of one outlet (case and spaces around its name aside),
 * articles of one cluster of near duplicates, and what is joined through these (rule Q7). An article stands in one group,
 * once; groups, and what is in them, keep the order of `articles`. Cost: close to O(articles), by union of sets.
 */
export function independentSources(
  articles: Iterable<SourceFacts>,
  clusterOf: (id: ArticleId) => string | null,
): readonly (readonly ArticleId[])[] {
  const ids: ArticleId[] = [];
  const seen = new Set<ArticleId>();
  // The parent of each article in a forest; a root is the first article of its group.
  const parents: number[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    for (let next = parents[root]; next !== undefined && next !== root; next = parents[root]) {
      parents[root] = parents[next] ?? next;
      root = next;
    }
    return root;
  };
  const holders = new Map<string, number>();
  const join = (key: string, index: number): void => {
    const holder = holders.get(key);
    if (holder === undefined) {
      holders.set(key, index);
      return;
    }
    const [one, other] = [rootOf(holder), rootOf(index)];
    parents[Math.max(one, other)] = Math.min(one, other);
  };
  for (const { id, outlet } of articles) {
    if (seen.has(id)) continue;
    seen.add(id);
    const index = ids.push(id) - 1;
    parents.push(index);
    const name = outlet?.trim().toLowerCase() ?? '';
    if (name !== '') join(`outlet ${name}`, index);
    const cluster = clusterOf(id);
    if (cluster !== null) join(`cluster ${cluster}`, index);
  }
  const groups = new Map<number, ArticleId[]>();
  ids.forEach((id, index) => {
    const root = rootOf(index);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [id]);
    else group.push(id);
  });
  return [...groups.values()];
}
