import { diffArrays } from 'diff';

/** A run of items that stand in both lists in the same order: `left` and `right` are where it begins. */
export interface SharedRun {
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** Up to so many insertions and cuts the alignment is the best there is; beyond, it is a good one. */
const editLimit = 600;

/**
 * Finds the items that two lists share in order: a longest common subsequence when the lists differ in at most 600
 * places; otherwise items that stand once in each list hold it together (Cohen's patience diff), and what lies between
 * is aligned by the same limit. Cost: length times limit at the most, in time and memory.
 */
export function alignLists(left: readonly number[], right: readonly number[]): SharedRun[] {
  const before = commonStart(left, right);
  const after = commonEnd(left, right, before);
  const runs: SharedRun[] = [];
  add(runs, { left: 0, right: 0, count: before });
  const ours = left.slice(before, left.length - after);
  const theirs = right.slice(before, right.length - after);
  for (const run of alignMiddle(ours, theirs)) {
    add(runs, { left: run.left + before, right: run.right + before, count: run.count });
  }
  add(runs, { left: left.length - after, right: right.length - after, count: after });
  return runs;
}

/** Puts a run at the end of the runs, joined with the last one where they touch. */
function add(runs: SharedRun[], run: SharedRun): void {
  if (run.count === 0) return;
  const last = runs.at(-1);
  if (
    last !== undefined &&
    last.left + last.count === run.left &&
    last.right + last.count === run.right
  ) {
    runs[runs.length - 1] = { ...last, count: last.count + run.count };
  } else runs.push(run);
}

function alignMiddle(left: readonly number[], right: readonly number[]): readonly SharedRun[] {
  const direct = alignDirectly(left, right);
  if (direct !== null) return direct;
  const runs: SharedRun[] = [];
  let leftAt = 0;
  let rightAt = 0;
  const gap = (leftEnd: number, rightEnd: number): void => {
    const found = alignDirectly(left.slice(leftAt, leftEnd), right.slice(rightAt, rightEnd));
    // Too unlike to be aligned: all of it counts as cut and inserted.
    for (const run of found ?? []) {
      add(runs, { left: run.left + leftAt, right: run.right + rightAt, count: run.count });
    }
  };
  for (const [leftAnchor, rightAnchor] of anchors(left, right)) {
    gap(leftAnchor, rightAnchor);
    add(runs, { left: leftAnchor, right: rightAnchor, count: 1 });
    leftAt = leftAnchor + 1;
    rightAt = rightAnchor + 1;
  }
  if (leftAt > 0 || rightAt > 0) gap(left.length, right.length);
  return runs;
}

/** `null`: more insertions and cuts than the limit. */
function alignDirectly(
  left: readonly number[],
  right: readonly number[],
): readonly SharedRun[] | null {
  // What stands on one side only is cut or inserted whatever happens; without it the limit reaches further.
  const ours = shared(left, right);
  const theirs = shared(right, left);
  const changes = diffArrays(
    ours.map(({ item }) => item),
    theirs.map(({ item }) => item),
    { maxEditLength: editLimit },
  );
  if (changes === undefined) return null;
  const runs: SharedRun[] = [];
  let leftAt = 0;
  let rightAt = 0;
  for (const { added, removed, count } of changes) {
    for (let step = 0; step < count && !added && !removed; step += 1) {
      const one = ours[leftAt + step]?.at ?? 0;
      const other = theirs[rightAt + step]?.at ?? 0;
      add(runs, { left: one, right: other, count: 1 });
    }
    if (!added) leftAt += count;
    if (!removed) rightAt += count;
  }
  return runs;
}

function shared(
  list: readonly number[],
  other: readonly number[],
): readonly { readonly item: number; readonly at: number }[] {
  const known = new Set(other);
  return list.flatMap((item, at) => (known.has(item) ? [{ item, at }] : []));
}

/** Items that stand once in each list, as many as keep one order: the longest increasing subsequence of their places. */
function anchors(
  left: readonly number[],
  right: readonly number[],
): readonly (readonly [number, number])[] {
  const places = new Map<number, { left: number; right: number }>();
  const note = (item: number, at: number, side: 'left' | 'right'): void => {
    const place = places.get(item) ?? { left: -1, right: -1 };
    // -2: it stands there more than once.
    place[side] = place[side] === -1 ? at : -2;
    places.set(item, place);
  };
  for (const [at, item] of left.entries()) note(item, at, 'left');
  for (const [at, item] of right.entries()) note(item, at, 'right');
  const pairs = [...places.values()]
    .filter((place) => place.left >= 0 && place.right >= 0)
    .sort((one, other) => one.left - other.left);
  // For each length, the pair that ends the best subsequence of it; and for each pair, the one before it.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.right ?? 0) < pair.right) low = middle + 1;
      else high = middle;
    }
    previous.push(low === 0 ? -1 : (ends[low - 1] ?? -1));
    ends[low] = index;
  }
  const chosen: (readonly [number, number])[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chosen.push([pair.left, pair.right]);
  }
  return chosen.reverse();
}

function commonStart(left: readonly number[], right: readonly number[]): number {
  const most = Math.min(left.length, right.length);
  let count = 0;
  while (count < most && left[count] === right[count]) count += 1;
  return count;
}

function commonEnd(left: readonly number[], right: readonly number[], start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let count = 0;
  while (count < most && left[left.length - 1 - count] === right[right.length - 1 - count]) {
    count += 1;
  }
  return count;
}
