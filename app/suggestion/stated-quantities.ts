import { textRange } from '../anchor/text-range.ts';
import type { Figure, StatedDate } from '../fact/facts.ts';
import { isLittleWord } from '../fact/little-words.ts';
import { type Token, tokensOf } from '../fact/tokens.ts';
import { unitOf } from '../fact/units.ts';
import type { SuggestedRange } from '../host/suggestions.ts';
import { correctsEarlier, isCorrectionNotice } from '../statement/correction-notices.ts';
import type { ConflictText } from './find-conflicts.ts';
import { lengthOf } from './length-of.ts';
import { isGeneralNoun, measuredThing } from './measured-things.ts';
import { stemOf } from './passage-facts.ts';
import { statedEvent } from './stated-events.ts';

/** A figure or date with how much of what it states, or when what is, and by what it is found again in other articles. */
export interface StatedQuantity extends SuggestedRange {
  /**
   * What it measures: unit and thing (`$ trade`), or `date` and the event (`date open`). Sentences of different articles that have a key in common are given to
   * `findConflicts` with `joined: 'quantity'`, if their articles are about the same (`shareTopics`).
   */
  readonly keys: readonly string[];
}

/** Beside the words that name what is measured, so many before and behind a figure may do so. */
const mostWords = 2;
/** A word that names what is measured stands this near to its figure. */
const nearest = 14;

/**
 * The figures and dates of a text that state a quantity or an event which can be found again elsewhere (rules B14, B19), in
 * its order; what a correction takes back is left out. Cost: the length.
 */
export function statedQuantities({
  text,
  facts,
  language,
}: ConflictText): readonly StatedQuantity[] {
  if (facts.figures.length === 0 && facts.dates.length === 0) return [];
  const quantities: StatedQuantity[] = [];
  const figures = inTurn(facts.figures);
  const dates = inTurn(facts.dates);
  for (const tokens of tokensOf(text, language)) {
    const [start, end] = [tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0];
    const [figuresHere, datesHere] = [figures(end), dates(end)];
    if (figuresHere.length + datesHere.length === 0 || takesBack(text.text.slice(start, end)))
      continue;
    const found = [
      ...figuresHere.map((figure) => ({ fact: figure, keys: keysOf(figure, tokens) })),
      ...datesHere.map((date) => ({ fact: date, keys: keysOfDate(date, tokens) })),
    ].filter(({ keys }) => keys.length > 0);
    found.sort((one, other) => one.fact.start - other.fact.start);
    for (const { fact, keys } of found)
      quantities.push({ ...textRange(fact.start, fact.end), keys });
  }
  return quantities;
}

/** A correction says what the paper itself had wrong before. */
function takesBack(block: string): boolean {
  return isCorrectionNotice(block, null) || correctsEarlier(block);
}

/** The facts up to an offset that were not answered before. */
function inTurn<Fact extends { readonly start: number }>(
  facts: readonly Fact[],
): (end: number) => readonly Fact[] {
  let next = 0;
  return (end) => {
    const from = next;
    while (next < facts.length && (facts[next]?.start ?? end) < end) next += 1;
    return facts.slice(from, next);
  };
}

function placeOf(
  { start, end }: { readonly start: number; readonly end: number },
  tokens: readonly Token[],
): readonly [number, number] {
  const at = tokens.findIndex((token) => token.end > start);
  const next = tokens.findIndex((token) => token.start >= end);
  return [at, next < 0 ? tokens.length : next];
}

function keysOfDate(date: StatedDate, tokens: readonly Token[]): readonly string[] {
  const event = statedEvent(tokens, ...placeOf(date, tokens));
  return event === null ? [] : [`date ${event.event}`];
}

function keysOf(figure: Figure, tokens: readonly Token[]): readonly string[] {
  const { unit, state, noun } = figure;
  if (unit.kind === 'count') {
    if (state !== null) return [`count ${state}`];
    return noun === null || isGeneralNoun(noun) ? [] : [`count ${noun}`];
  }
  if (unit.kind === 'times' || unit.kind === 'duration') return [];
  const kind = unit.code === 'USD' ? '$' : unit.code;
  const [at, next] = placeOf(figure, tokens);
  const keys = new Set<string>();
  const length = unit.code === 'm' ? lengthOf(tokens, at, next) : null;
  if (length !== null) keys.add(`m ${length}`);
  for (const step of [-1, 1]) {
    let others = 0;
    for (let distance = 1; distance <= nearest; distance += 1) {
      const token = tokens[at + step * distance];
      if (token === undefined || /^[.;!?]$/u.test(token.text)) break;
      if (token.kind !== 'word') continue;
      const thing = measuredThing(token.lower);
      if (thing !== null) keys.add(`${kind} ${thing}`);
      else if (
        unit.kind !== 'measure' &&
        others < mostWords &&
        token.text.length > 3 &&
        !isLittleWord(token.lower) &&
        unitOf(token.lower) === undefined
      ) {
        keys.add(`${kind} ${stemOf(token.lower)}`);
        others += 1;
      }
    }
  }
  return [...keys];
}

const mostTopics = 12;
/** Words that a text uses so many times say what it is about, as its names do. */
const oftenEnough = 2;
const mostWordTopics = 12;
/** What is before a word among the topics, so that it is no name. */
const wordMark = '#';

/**
 * What a text is about: the names that it mentions most, in lower case, the most frequent first, then the words that it uses
 * most, each with `#` before it. Cost: the length.
 */
export function topicsOf({ text, facts, language }: ConflictText): readonly string[] {
  const names = new Map<string, number>();
  for (const { name } of facts.names) count(names, name.toLowerCase());
  const words = new Map<string, number>();
  for (const tokens of tokensOf(text, language)) {
    for (const { kind, text: word, lower } of tokens) {
      if (kind !== 'word' || word.length < 4 || /^\p{Lu}/u.test(word) || isLittleWord(lower))
        continue;
      count(words, stemOf(lower));
    }
  }
  for (const [word, times] of words) if (times < oftenEnough) words.delete(word);
  return [
    ...mostFrequent(names, mostTopics),
    ...mostFrequent(words, mostWordTopics).map((word) => `${wordMark}${word}`),
  ];
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFrequent(counts: ReadonlyMap<string, number>, most: number): readonly string[] {
  return [...counts]
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key);
}

/** So many of the names that two texts mention most must be the same, and at least half of the shorter list. */
const leastTopics = 3;
/** A third of it where so many of the words that they use most are the same too. */
const leastWordTopics = 3;

/** Whether two texts are about the same, by their topics (rule B14). */
export function shareTopics(one: readonly string[], other: readonly string[]): boolean {
  const isWord = (topic: string) => topic.startsWith(wordMark);
  const shared = one.filter((topic) => other.includes(topic));
  const words = shared.filter(isWord).length;
  const names = shared.length - words;
  const shorter = Math.min(
    ...[one, other].map((topics) => topics.filter((topic) => !isWord(topic)).length),
  );
  return names >= leastTopics && names * (words >= leastWordTopics ? 3 : 2) >= shorter;
}
