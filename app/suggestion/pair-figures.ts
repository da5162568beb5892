import type { FigureUnit } from '../fact/facts.ts';
import { figuresAgree } from './figures-agree.ts';
import { isGeneralNoun, measuredThing, sameNoun } from './measured-things.ts';
import { type FigureInContext, sharedWords } from './passage-facts.ts';

/** Two figures that measure the same and do not agree. */
export interface FigurePair {
  readonly one: FigureInContext;
  readonly other: FigureInContext;
  /** 0 to 1: how much speaks for their measuring the same. */
  readonly likeness: number;
}

type InContext = FigureInContext;

/**
 * The figures of two passages that measure the same and do not agree (rules B11, B12, B18). Each figure is paired once: with one
 * that agrees first, and then neither is listed, however many others differ. Cost: the product of both counts, at most
 * `mostFigures` of each. `joinedByWords`: the passages share wording, or the analyst filed them together.
 */
export function pairFigures(
  ones: readonly InContext[],
  others: readonly InContext[],
  joinedByWords: boolean,
): readonly FigurePair[] {
  const candidates: FigurePair[] = [];
  const free = (list: readonly InContext[]) => new Set(list.slice(0, mostFigures));
  const [left, right] = [free(ones), free(others)];
  const agreed: (readonly [InContext, InContext])[] = [];
  for (const one of [...left]) {
    for (const other of [...right]) {
      if (!left.has(one) || !right.has(other)) continue;
      if (mayAgree(one, other) && figuresAgree(one.fact, other.fact)) {
        left.delete(one);
        right.delete(other);
        agreed.push([one, other]);
      }
    }
  }
  const against: FigurePair[] = [];
  for (const [one, other] of agreed) {
    // "5,200 jobs, against the 6,500 of the summary": the summary's agree, and 5,200 conflicts with them.
    const mine = [...left].find(({ fact }) => fact === one.against);
    const their = [...right].find(({ fact }) => fact === other.against);
    for (const pair of [
      ...(mine === undefined ? [] : [{ one: mine, other }]),
      ...(their === undefined ? [] : [{ one, other: their }]),
    ]) {
      const likeness = Math.max(likenessOf(one, other), likenessOf(pair.one, pair.other));
      const isJoined = joinedByWords || sharesMuch(one, other) || sharesMuch(pair.one, pair.other);
      if (likeness === 0 || !isJoined || figuresAgree(pair.one.fact, pair.other.fact)) continue;
      left.delete(pair.one);
      right.delete(pair.other);
      against.push({ ...pair, likeness });
    }
  }
  for (const one of left) {
    for (const other of right) {
      const likeness = likenessOf(one, other);
      if (likeness > 0 && (joinedByWords || sharesMuch(one, other)))
        candidates.push({ one, other, likeness });
    }
  }
  // Of several that are as like, those whose clauses share more: the same place, the same party.
  const shares = new Map(
    candidates.map((pair) => [pair, sharedWords(pair.one.words, pair.other.words)] as const),
  );
  candidates.sort(
    (first, second) =>
      second.likeness - first.likeness || (shares.get(second) ?? 0) - (shares.get(first) ?? 0),
  );
  return [
    ...against,
    ...candidates.filter(
      ({ one, other }) => left.delete(one) && (right.delete(other) || !left.add(one)),
    ),
  ];
}

const mostFigures = 40;

/** Whether two units can be compared: dollars that nothing names nearer with those of any country. */
function comparableUnits(one: FigureUnit, other: FigureUnit): boolean {
  if (one.kind !== other.kind) return false;
  if (one.code === other.code) return true;
  const dollars = /^(?:\$|USD|AUD|CAD|HKD|NZD|SGD|TWD)$/u;
  return (
    (one.code === '$' && dollars.test(other.code)) || (other.code === '$' && dollars.test(one.code))
  );
}

/** A figure that says the same settles the question, even where one side leaves out what is counted. */
function mayAgree(one: InContext, other: InContext): boolean {
  if (!comparableUnits(one.fact.unit, other.fact.unit)) return false;
  if (one.fact.unit.kind !== 'count') return true;
  const { noun, state } = one.fact;
  if (state !== null && other.fact.state !== null && state !== other.fact.state) return false;
  return (
    noun === null ||
    other.fact.noun === null ||
    sameNoun(noun, other.fact.noun) ||
    state === other.fact.state
  );
}

/** People by whatever word: who is counted by state is the same crowd. */
const people =
  /^(?:person|man|woman|child|civilian|soldier|troop|passenger|worker|resident|migrant|protester|demonstrator|student|villager|tourist|victim|survivor|casualty|death|fatality|body|life|officer|policeman|militant|fighter|crew|member)$/u;

/** 0: two figures do not measure the same, as far as can be told. */
function likenessOf(one: InContext, other: InContext): number {
  const { fact } = one;
  if (!comparableUnits(fact.unit, other.fact.unit)) return 0;
  const shared = sharedWords(one.words, other.words);
  if (sameLength(one, other)) return Math.min(1, 0.7 + shared / 3);
  if (fact.unit.kind !== 'count')
    return shared < leastShared
      ? 0
      : Math.min(1, (sharesThing(one, other) ? 0.7 : 0.5) + shared / 3);
  const { noun, state } = fact;
  if (state !== null || other.fact.state !== null) {
    if (state !== other.fact.state) return 0;
    const counted = sameNoun(noun, other.fact.noun) || noun === null || other.fact.noun === null;
    const fits =
      counted ||
      noun === 'person' ||
      other.fact.noun === 'person' ||
      isDeath(noun) ||
      isDeath(other.fact.noun);
    return fits ? Math.min(1, 0.7 + shared / 4) : 0;
  }
  if (noun !== null && sameNoun(noun, other.fact.noun)) {
    if (isGeneralNoun(noun)) return shared < leastShared ? 0 : Math.min(1, 0.4 + shared / 3);
    return Math.min(1, 0.6 + shared / 3);
  }
  if (
    noun !== null &&
    other.fact.noun !== null &&
    people.test(noun) &&
    people.test(other.fact.noun) &&
    (noun === 'person' || other.fact.noun === 'person')
  ) {
    return shared < 2 * leastShared ? 0 : Math.min(1, 0.3 + shared / 4);
  }
  if (noun === null && other.fact.noun === null)
    return shared < 2 * leastShared ? 0 : Math.min(1, 0.3 + shared / 4);
  return 0;
}

/** Whether both are the length of one thing: of the tunnel, of the line. */
function sameLength(one: InContext, other: InContext): boolean {
  return one.lengthOf !== null && one.lengthOf === other.lengthOf;
}

/** Whether both clauses name what is measured: trade, inflation, damage. */
function sharesThing(one: InContext, other: InContext): boolean {
  return [...one.words.keys()].some(
    (word) => measuredThing(word) === word && other.words.has(word),
  );
}

/**
 * Where nothing but the quantity joins two sentences, they must name it (trade, inflation), or share two words near it: ships
 * and deaths are counted every day, and seats of every party. Distances, weights and durations are of too many things.
 */
function sharesMuch(one: InContext, other: InContext): boolean {
  const shared = sharedWords(one.words, other.words);
  const { kind } = one.fact.unit;
  if (sameLength(one, other)) return true;
  if (sharesThing(one, other)) return shared >= leastShared;
  if (kind === 'measure' || kind === 'duration' || kind === 'times') return false;
  return shared >= muchShared;
}

const muchShared = 1;

const isDeath = (noun: string | null): boolean =>
  noun !== null && /^(?:death|fatality|body|life|victim|casualty|arrest|injury)$/u.test(noun);

/** A word in both clauses, at about four words from the figure on both sides. */
const leastShared = 0.5;
