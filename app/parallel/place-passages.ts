import type { TextUnits } from '../compare/text-units.ts';
import type { PlaceLink } from './join-places.ts';
import { rawScore, type UnitRange } from './judge-passage.ts';
import type { ClusteredPair, FormulaReason, ParallelEnd } from './parallel-pair.ts';
import { quotedPart } from './quoted-part.ts';
import { unitRangeOf } from './unit-range.ts';

/** A passage of a text that has pairs: what several pairs have of it, told as one. */
export interface Place {
  readonly key: number;
  readonly units: TextUnits;
  readonly range: UnitRange;
  /** The same for the same folded words. */
  readonly wording: string;
  /** Of its pairs: how many, the sum of their scores (formulas before they lose theirs), and which are formulas. */
  readonly pairs: number;
  readonly scores: number;
  readonly formulas: ReadonlyMap<FormulaReason, number>;
}

/** Two ranges are one passage where the shorter one is mostly in the longer, and is half of it or more. */
const mostlyIn = 0.8;
const leastPart = 0.5;

/** The passages of the texts that pairs speak of, and which of them pairs join. */
export function placesOf(
  pairs: Iterable<ClusteredPair>,
  unitsOf: (key: number) => TextUnits | null,
): { readonly places: readonly Place[]; readonly links: readonly PlaceLink[] } {
  const byKey = new Map<number, EndOfPair[]>();
  let count = 0;
  for (const pair of pairs) {
    const ours = unitsOf(pair.one.key);
    const theirs = unitsOf(pair.other.key);
    if (ours === null || theirs === null) continue;
    note(byKey, pair.one, ours, pair, count);
    note(byKey, pair.other, theirs, pair, count);
    count += 1;
  }
  const places: Place[] = [];
  const first = new Int32Array(count).fill(-1);
  const links: PlaceLink[] = [];
  for (const [key, ends] of byKey) {
    for (const together of merged(ends)) {
      const index = places.length;
      places.push(placeOf(key, together));
      for (const { pair } of together) {
        const other = first[pair] ?? -1;
        if (other === -1) first[pair] = index;
        else links.push([other, index]);
      }
    }
  }
  return { places, links };
}

interface EndOfPair {
  readonly units: TextUnits;
  readonly range: UnitRange;
  /** Counted from 0 as they come. */
  readonly pair: number;
  readonly score: number;
  readonly formula: FormulaReason | null;
}

function note(
  byKey: Map<number, EndOfPair[]>,
  { key, start, end }: ParallelEnd,
  units: TextUnits,
  { score, formula }: ClusteredPair,
  pair: number,
): void {
  const range = quotedPart(units, unitRangeOf(units, start, end));
  const found = { units, range, pair, score: rawScore(score, formula), formula };
  const ends = byKey.get(key);
  if (ends === undefined) byKey.set(key, [found]);
  else ends.push(found);
}

/** Ends of one text that are one passage, the longest first: each joins the first one that it lies in. */
function merged(ends: readonly EndOfPair[]): readonly (readonly EndOfPair[])[] {
  const longestFirst = [...ends].sort(
    (one, other) =>
      other.range.to - other.range.from - (one.range.to - one.range.from) ||
      one.range.from - other.range.from ||
      one.pair - other.pair,
  );
  const groups: EndOfPair[][] = [];
  for (const end of longestFirst) {
    const group = groups.find(([first]) => first !== undefined && isOne(first.range, end.range));
    if (group === undefined) groups.push([end]);
    else group.push(end);
  }
  return groups;
}

function isOne(longer: UnitRange, shorter: UnitRange): boolean {
  const length = shorter.to - shorter.from;
  const shared = Math.min(longer.to, shorter.to) - Math.max(longer.from, shorter.from);
  return shared >= length * mostlyIn && length >= (longer.to - longer.from) * leastPart;
}

function placeOf(key: number, ends: readonly EndOfPair[]): Place {
  const [longest] = ends;
  if (longest === undefined) throw new RangeError('A passage without a pair is none.');
  const formulas = new Map<FormulaReason, number>();
  let scores = 0;
  for (const { score, formula } of ends) {
    scores += score;
    if (formula !== null) formulas.set(formula, (formulas.get(formula) ?? 0) + 1);
  }
  const { units, range } = longest;
  return {
    key,
    units,
    range,
    wording: wordingOf(units, range),
    pairs: ends.length,
    scores,
    formulas,
  };
}

/** Two hashes of the units and their number: alike for other words once in some 2^60 times. */
function wordingOf({ hashes }: TextUnits, { from, to }: UnitRange): string {
  let one = 0x811c9dc5;
  let other = 0x9747b28c;
  for (let at = from; at < to; at += 1) {
    const hash = hashes[at] ?? 0;
    one = Math.imul(one ^ hash, 0x01000193);
    one ^= one >>> 13;
    other = Math.imul(other + hash, 0x5bd1e995);
    other ^= other >>> 15;
  }
  return `${to - from} ${one >>> 0} ${other >>> 0}`;
}
