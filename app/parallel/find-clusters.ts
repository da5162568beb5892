import type { TextOffset } from '../base/brand.ts';
import { type TextUnits, unitFlags, unitWeights } from '../compare/text-units.ts';
import { joinedPlaces } from './join-places.ts';
import { clusterScore, isQuoted, longestPhrase, manyTexts } from './judge-passage.ts';
import type { ClusterEnd, ClusteredPair, FormulaReason, ParallelCluster } from './parallel-pair.ts';
import { type Place, placesOf } from './place-passages.ts';

/** Passages that share less of the shorter one's triples of words with the middle one are of another cluster. */
const leastShare = 0.25;
const tripleUnits = 3;

/**
 * The clusters that pairs make (rule U7), best first, formulas last. `unitsOf`: the units of the text with a key; pairs of
 * texts that it does not know are passed over. Cost: sorting the pairs, and the words of the passages.
 */
export function findClusters(
  pairs: Iterable<ClusteredPair>,
  unitsOf: (key: number) => TextUnits | null,
): readonly ParallelCluster[] {
  const { places, links } = placesOf(pairs, unitsOf);
  const clusters: ParallelCluster[] = [];
  for (const members of joinedPlaces(places.length, links)) {
    let rest = members.map((index) => places[index]).filter((place) => place !== undefined);
    // Each round takes out what belongs to the passage in the middle; what is left may be another cluster.
    while (rest.length > 1) {
      const { together, others } = aroundMiddle(rest);
      const cluster = clusterOf(together);
      if (cluster !== null) clusters.push(cluster);
      rest = others;
    }
  }
  return clusters.sort(
    (one, other) =>
      Number(one.formula !== null) - Number(other.formula !== null) ||
      other.score - one.score ||
      (one.passages[0]?.key ?? 0) - (other.passages[0]?.key ?? 0) ||
      (one.passages[0]?.start ?? 0) - (other.passages[0]?.start ?? 0),
  );
}

/**
 * The passages that share wording with the one in the middle (of the most frequent wording; of equals in the longest, of
 * those in the smallest key), and those that came in by way of others only.
 */
function aroundMiddle(places: readonly Place[]): {
  readonly together: readonly Place[];
  readonly others: Place[];
} {
  const [middle] = wordingsOf(places)[0] ?? [];
  if (middle === undefined) return { together: places, others: [] };
  const triples = triplesOf(middle);
  const together: Place[] = [];
  const others: Place[] = [];
  for (const place of places) {
    const isNear = place === middle || sharesTriples(triples, triplesOf(place));
    (isNear ? together : others).push(place);
  }
  return { together, others };
}

function triplesOf({ units, range }: Place): Set<number> {
  const triples = new Set<number>();
  for (let at = range.from; at + tripleUnits <= range.to; at += 1) {
    let hash = 0;
    for (let step = 0; step < tripleUnits; step += 1) {
      hash = Math.imul(hash ^ (units.hashes[at + step] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    triples.add(hash >>> 0);
  }
  return triples;
}

function sharesTriples(ours: ReadonlySet<number>, theirs: ReadonlySet<number>): boolean {
  const [fewer, more] = ours.size < theirs.size ? [ours, theirs] : [theirs, ours];
  let shared = 0;
  for (const triple of fewer) if (more.has(triple)) shared += 1;
  return shared > 0 && shared >= fewer.size * leastShare;
}

/** Passages by wording, the most frequent first (rule U8). */
function wordingsOf(places: readonly Place[]): readonly (readonly Place[])[] {
  const byWords = new Map<string, Place[]>();
  for (const place of places) {
    const same = byWords.get(place.wording);
    if (same === undefined) byWords.set(place.wording, [place]);
    else same.push(place);
  }
  const wordings = [...byWords.values()];
  for (const same of wordings) same.sort(byKey);
  return wordings.sort((one, other) => {
    const [ours, theirs] = [one[0], other[0]];
    if (ours === undefined || theirs === undefined) return 0;
    const longer = theirs.range.to - theirs.range.from - (ours.range.to - ours.range.from);
    return other.length - one.length || longer || byKey(ours, theirs);
  });
}

function byKey(one: Place, other: Place): number {
  return one.key - other.key || one.range.from - other.range.from;
}

/** `null`: too little to be told as a cluster. */
function clusterOf(places: readonly Place[]): ParallelCluster | null {
  const texts = new Set(places.map(({ key }) => key)).size;
  if (texts < 2) return null;
  const wordings = wordingsOf(places);
  const quoted = places.some(({ units, range }) => isQuoted(units, range));
  if (texts < 3 && (wordings.length < 2 || !quoted)) return null;
  const passages: ClusterEnd[] = wordings
    .flatMap((same, index) => same.map((place) => ({ place, wording: index + 1 })))
    .sort((one, other) => byKey(one.place, other.place))
    .map(({ place: { key, units, range }, wording }) => ({
      key,
      start: (units.starts[range.from] ?? 0) as TextOffset,
      end: ((units.starts[range.to - 1] ?? 0) + (units.lengths[range.to - 1] ?? 0)) as TextOffset,
      quoted: isQuoted(units, range),
      wording,
    }));
  const words = Math.max(...wordings.map(([first]) => (first === undefined ? 0 : wordsOf(first))));
  const formula = formulaOf(places, texts, words, quoted);
  return {
    passages,
    texts,
    wordings: wordings.length,
    words,
    score: clusterScore(meanScore(places), texts, formula),
    formula,
  };
}

function wordsOf({ units, range }: Place): number {
  let halves = 0;
  for (let at = range.from; at < range.to; at += 1) {
    halves += unitWeights[(units.flags[at] ?? 0) & unitFlags.kind] ?? 0;
  }
  return Math.floor(halves / 2);
}

function meanScore(places: readonly Place[]): number {
  let sum = 0;
  let count = 0;
  for (const place of places) {
    sum += place.scores;
    count += place.pairs;
  }
  return count === 0 ? 0 : sum / count;
}

/** A cluster of which most pairs are formulas, or which is short and in many texts, unquoted. */
function formulaOf(
  places: readonly Place[],
  texts: number,
  words: number,
  quoted: boolean,
): FormulaReason | null {
  const counts = new Map<FormulaReason, number>();
  let pairs = 0;
  for (const place of places) {
    pairs += place.pairs;
    for (const [reason, count] of place.formulas) {
      counts.set(reason, (counts.get(reason) ?? 0) + count);
    }
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  const formulas = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (most !== undefined && formulas * 2 > pairs) return most[0];
  return !quoted && texts > manyTexts && words <= longestPhrase ? 'phrase' : null;
}
