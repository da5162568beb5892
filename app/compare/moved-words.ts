/** A run of words that stands in both passages, but not in the same order with what else they share. */
export interface MovedRun {
  /** Indices of its first words. */
  readonly left: number;
  readonly right: number;
  readonly count: number;
}

/** Letters that words must have to be called moved: a lone "of" in two places is a coincidence (rule W5). */
const leastLetters = 6;
/** A sign of these scripts says as much as several letters. */
const heavyScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;
/** Beyond so many comparisons nothing is called moved: passages so unlike are not read word by word. */
const mostComparisons = 4_000_000;

/**
 * The runs of words that were left over on both sides and are the same, longest first; each word is in one run at most.
 * `left` and `right` are keys by index of the words that are left over, `null` for those that are shared in order. Cost:
 * the product of the words left over.
 */
export function movedWords(
  left: readonly (string | null)[],
  right: readonly (string | null)[],
): readonly MovedRun[] {
  const runs = commonRuns(left, right);
  runs.sort((one, other) => other.count - one.count || one.left - other.left);
  const takenLeft = new Uint8Array(left.length);
  const takenRight = new Uint8Array(right.length);
  const moved: MovedRun[] = [];
  for (const run of runs) {
    for (const rest of freeParts(run, takenLeft, takenRight)) {
      if (lettersOf(left.slice(rest.left, rest.left + rest.count)) < leastLetters) continue;
      moved.push(rest);
      takenLeft.fill(1, rest.left, rest.left + rest.count);
      takenRight.fill(1, rest.right, rest.right + rest.count);
    }
  }
  return moved.sort((one, other) => one.left - other.left);
}

/** Every run that can be made longer on neither end. */
function commonRuns(
  left: readonly (string | null)[],
  right: readonly (string | null)[],
): MovedRun[] {
  const rights = right.flatMap((key, index) => (key === null ? [] : [index]));
  const lefts = left.flatMap((key, index) => (key === null ? [] : [index]));
  if (lefts.length * rights.length > mostComparisons) return [];
  const runs: MovedRun[] = [];
  for (const at of lefts) {
    for (const to of rights) {
      if (left[at] !== right[to]) continue;
      const before = left[at - 1];
      if (at > 0 && to > 0 && before != null && before === right[to - 1]) continue;
      let count = 1;
      while (left[at + count] != null && left[at + count] === right[to + count]) count += 1;
      runs.push({ left: at, right: to, count });
    }
  }
  return runs;
}

/** The stretches of a run of which no word is taken on either side. */
function* freeParts(run: MovedRun, left: Uint8Array, right: Uint8Array): Iterable<MovedRun> {
  let start = -1;
  for (let step = 0; step <= run.count; step += 1) {
    const isFree = step < run.count && left[run.left + step] === 0 && right[run.right + step] === 0;
    if (isFree && start === -1) start = step;
    if (!isFree && start !== -1) {
      yield { left: run.left + start, right: run.right + start, count: step - start };
      start = -1;
    }
  }
}

function lettersOf(keys: readonly (string | null)[]): number {
  const text = keys.join('');
  return text.length + 2 * (text.match(heavyScript)?.length ?? 0);
}
