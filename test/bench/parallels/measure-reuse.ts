import type { ParallelPair } from '../../../app/parallel/parallel-pair.ts';
import {
  type Level,
  levels,
  type Planted,
  type PlantedCorpus,
  type PlantedRange,
} from './planted.ts';

/** Of a passage that counts as found. */
const leastCovered = 0.8;

export interface ReuseFigures {
  /** Planted passages of which 80 % and more are in pairs of the two articles, on both sides. */
  readonly recall: Readonly<Record<Level, number>>;
  /** Pairs, but for formulas, that lie over a planted passage on both sides. */
  readonly precision: number;
  readonly pairs: number;
  readonly formulas: number;
  /** Some pairs that were not planted, for looking at. */
  readonly others: readonly ParallelPair[];
}

/** Compares the pairs of a corpus, whose keys are the indices of its articles, with what was planted in it. */
export function measureReuse(
  { planted }: PlantedCorpus,
  found: readonly ParallelPair[],
): ReuseFigures {
  const byArticles = new Map<string, ParallelPair[]>();
  for (const pair of found) {
    const key = `${pair.one.key} ${pair.other.key}`;
    const known = byArticles.get(key);
    if (known === undefined) byArticles.set(key, [pair]);
    else known.push(pair);
  }
  const counts = new Map<Planted['level'], { found: number; all: number }>();
  for (const { level, source, target } of planted) {
    const count = counts.get(level) ?? { found: 0, all: 0 };
    counts.set(level, count);
    count.all += 1;
    const [one, other] = source.article < target.article ? [source, target] : [target, source];
    const pairs = byArticles.get(`${one.article} ${other.article}`) ?? [];
    const ours = covered(
      one,
      pairs.map((pair) => pair.one),
    );
    const theirs = covered(
      other,
      pairs.map((pair) => pair.other),
    );
    if (Math.min(ours, theirs) >= leastCovered) count.found += 1;
  }
  const origins = originsOf(planted);
  const told = found.filter(({ formula }) => formula === null);
  const others = told.filter((pair) => !isPlanted(pair, origins));
  const recallOf = (level: Level): number => {
    const count = counts.get(level);
    return count === undefined ? 1 : count.found / count.all;
  };
  return {
    recall: Object.fromEntries(levels.map((level) => [level, recallOf(level)])) as Record<
      Level,
      number
    >,
    precision: told.length === 0 ? 1 : 1 - others.length / told.length,
    pairs: told.length,
    formulas: found.length - told.length,
    others: others.slice(0, 20),
  };
}

function covered(range: PlantedRange, ends: readonly { start: number; end: number }[]): number {
  const isCovered = new Uint8Array(range.end - range.start);
  for (const { start, end } of ends) {
    isCovered.fill(1, Math.max(0, start - range.start), Math.max(0, end - range.start));
  }
  return isCovered.reduce((sum, one) => sum + one, 0) / isCovered.length;
}

/** By article: its ranges, with where their words come from. */
type Origins = ReadonlyMap<
  number,
  readonly { readonly range: PlantedRange; readonly from: PlantedRange }[]
>;

function originsOf(planted: readonly Planted[]): Origins {
  const origins = new Map<number, { range: PlantedRange; from: PlantedRange }[]>();
  const note = (range: PlantedRange, from: PlantedRange): void => {
    const known = origins.get(range.article) ?? [];
    known.push({ range, from });
    origins.set(range.article, known);
  };
  for (const { source, target } of planted) {
    note(source, source);
    note(target, source);
  }
  // What was taken over may have been taken over by its source: three steps are enough for nearly all.
  for (let step = 0; step < 3; step += 1) {
    for (const { source, target } of planted) {
      for (const { range, from } of origins.get(source.article) ?? []) {
        const known = origins.get(target.article) ?? [];
        if (range.start >= source.end || source.start >= range.end) continue;
        if (!known.some((one) => one.range === target && one.from === from)) note(target, from);
      }
    }
  }
  return origins;
}

/** Whether both ends lie over wording that comes from one place, or one over what the other's was taken from. */
function isPlanted({ one, other }: ParallelPair, origins: Origins): boolean {
  const placesOf = ({ key, start, end }: ParallelPair['one']): readonly PlantedRange[] =>
    (origins.get(key) ?? []).flatMap(({ range, from }) =>
      range.start < end && start < range.end ? [from, range] : [],
    );
  const theirs = placesOf(other);
  return placesOf(one).some((ours) =>
    theirs.some(
      ({ article, start, end }) => article === ours.article && start < ours.end && ours.start < end,
    ),
  );
}
