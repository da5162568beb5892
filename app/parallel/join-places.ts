/** Two indices that belong together. */
export type PlaceLink = readonly [one: number, other: number];

/** What links join, directly or by way of others (union-find): lists of indices below `count`, ascending; single ones left out. */
export function joinedPlaces(
  count: number,
  links: Iterable<PlaceLink>,
): readonly (readonly number[])[] {
  const parents = Int32Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  for (const [one, other] of links) {
    const [ours, theirs] = [rootOf(one), rootOf(other)];
    if (ours !== theirs) parents[Math.max(ours, theirs)] = Math.min(ours, theirs);
  }
  const byRoot = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    const root = rootOf(index);
    const members = byRoot.get(root);
    if (members === undefined) byRoot.set(root, [index]);
    else members.push(index);
  }
  return [...byRoot.values()].filter(({ length }) => length > 1);
}
