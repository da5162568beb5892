import type { Figure, StatedDate } from '../fact/facts.ts';
import { isLittleWord } from '../fact/little-words.ts';
import { readCalendarDate } from '../fact/read-calendar-date.ts';
import { baseLanguage, endsSentence, type Token, tokensOf } from '../fact/tokens.ts';
import type { ConflictPassage } from './find-conflicts.ts';
import { lengthOf } from './length-of.ts';
import { measuredThing } from './measured-things.ts';
import { isMovedTo, isSetAgainst } from './set-against.ts';
import { type DateReach, reachOf, type StatedEvent, statedEvent } from './stated-events.ts';

/** A figure or date with the words around it. */
interface FactInContext<Fact> {
  readonly fact: Fact;
  /** Stems of the words that matter in its clause, with how near they stand: 1 right beside it, less farther off. */
  readonly words: ReadonlyMap<string, number>;
  /** Of a figure the date that says when it held; `null`: none is said in its sentence. */
  readonly date: StatedDate | null;
  /** The same in another account, or before it was changed, as its own sentence has it (rule B18); `null`: it has none. */
  readonly against: Fact | null;
}

/** A figure with what is around it. */
export interface FigureInContext extends FactInContext<Figure> {
  /** The one thing whose length it is, with the dimension; `null`: nothing tells, or it is no length. */
  readonly lengthOf: string | null;
}

/** A date with what is around it. */
export interface DateInContext extends FactInContext<StatedDate> {
  /** What is said to be on it; `null`: no event that is known. */
  readonly event: StatedEvent | null;
  readonly reach: DateReach;
  /** Its month and day (`06-18`) where it is a day without a year; `null` otherwise. */
  readonly monthDay: string | null;
}

/** What a passage's sentences state. */
export interface PassageFacts {
  readonly figures: readonly FigureInContext[];
  readonly dates: readonly DateInContext[];
}

/** Words farther from a figure than this say little of what it measures. */
const farthest = 12;
/** How much farther a word that says nothing sets apart what stands on its two sides; 1 is a word that matters. */
const littleDistance = 0.35;

/**
 * The figures and dates of the sentences that a passage lies in, with their contexts: a passage that the analyst or the
 * alignment cut may end right before the number that differs. Cost: the words of the blocks.
 */
export function passageFacts({ of, start, end }: ConflictPassage): PassageFacts {
  const { text, facts, language } = of;
  const blocks = text.blocks.filter((block) => block.start < end && block.end > start);
  const figures: FigureInContext[] = [];
  const dates: DateInContext[] = [];
  const base = baseLanguage(language);
  for (const tokens of tokensOf({ ...text, blocks }, language)) {
    for (const [from, to] of sentencesIn(tokens)) {
      const [first, last] = [tokens[from], tokens[to - 1]];
      if (first === undefined || last === undefined || first.start >= end || last.end <= start)
        continue;
      const statedDates = within(facts.dates, first.start, last.end);
      const taken = new Set(
        [...statedDates, ...within(facts.figures, first.start, last.end)].flatMap((fact) =>
          tokensWithin(tokens, from, to, fact),
        ),
      );
      const statedFigures = within(facts.figures, first.start, last.end);
      const placeOf = (fact: Range) => tokenRange(tokens, from, to, fact);
      for (const [at, figure] of statedFigures.entries()) {
        const words = wordsAround(tokens, from, to, figure, taken);
        const [begin, next] = placeOf(figure);
        figures.push({
          fact: figure,
          words,
          date: dateOf(tokens, from, to, figure, statedDates),
          against: neighbours(statedFigures, at, (one, other) => {
            const [, oneEnd] = placeOf(one);
            const [otherStart, otherEnd] = placeOf(other);
            return isSetAgainst(
              one,
              other,
              tokens.slice(oneEnd, otherStart),
              tokens.slice(otherEnd, to),
            );
          }),
          lengthOf: figure.unit.code === 'm' ? lengthOf(tokens, begin, next) : null,
        });
      }
      for (const [at, date] of statedDates.entries()) {
        const [begin, next] = placeOf(date);
        dates.push({
          fact: date,
          words: wordsAround(tokens, from, to, date, taken),
          date: null,
          against: neighbours(statedDates, at, (one, other) => {
            const [oneStart, oneEnd] = placeOf(one);
            return isMovedTo(
              one,
              other,
              tokens.slice(from, oneStart),
              tokens.slice(oneEnd, placeOf(other)[0]),
            );
          }),
          event: statedEvent(tokens, begin, next),
          reach: reachOf(tokens, begin),
          monthDay: monthDayOf(tokens, begin, base),
        });
      }
    }
  }
  return { figures, dates };
}

/** The fact before or behind one in its sentence that its sentence sets against it. */
function neighbours<Fact>(
  facts: readonly Fact[],
  at: number,
  isAgainst: (one: Fact, other: Fact) => boolean,
): Fact | null {
  const [before, fact, behind] = [facts[at - 1], facts[at], facts[at + 1]];
  if (fact === undefined) return null;
  if (behind !== undefined && isAgainst(fact, behind)) return behind;
  return before !== undefined && isAgainst(before, fact) ? before : null;
}

function monthDayOf(tokens: readonly Token[], at: number, language: string): string | null {
  const date = readCalendarDate(tokens, at, language);
  if (date === null || date.day === null || date.year !== null || date.until !== null) return null;
  return `${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

/** Lists without full stops are cut, so that what is worked out for a sentence stays small. */
const longestSentence = 300;

function sentencesIn(tokens: readonly Token[]): readonly (readonly [from: number, to: number])[] {
  const sentences: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!endsSentence(tokens, at) && at - from < longestSentence) continue;
    sentences.push([from, at + 1]);
    from = at + 1;
  }
  if (from < tokens.length) sentences.push([from, tokens.length]);
  return sentences;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function within<Fact extends Range>(
  facts: readonly Fact[],
  start: number,
  end: number,
): readonly Fact[] {
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Fact[] = [];
  for (let at = low; at < facts.length; at += 1) {
    const fact = facts[at];
    if (fact === undefined || fact.start >= end) break;
    found.push(fact);
  }
  return found;
}

/** The tokens of a range, the second one behind it. */
function tokenRange(
  tokens: readonly Token[],
  from: number,
  to: number,
  { start, end }: Range,
): readonly [number, number] {
  let begin = from;
  while (begin < to && (tokens[begin]?.end ?? 0) <= start) begin += 1;
  let next = begin;
  while (next < to && (tokens[next]?.start ?? 0) < end) next += 1;
  return [begin, next];
}

function tokensWithin(
  tokens: readonly Token[],
  from: number,
  to: number,
  { start, end }: Range,
): number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token !== undefined && token.start < end && token.end > start) found.push(at);
  }
  return found;
}

function wordsAround(
  tokens: readonly Token[],
  from: number,
  to: number,
  range: Range,
  taken: ReadonlySet<number>,
): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const [begin, after] = tokenRange(tokens, from, to, range);
  walk(tokens, begin - 1, -1, from, taken, words);
  walk(tokens, after, 1, to - 1, taken, words);
  return words;
}

function walk(
  tokens: readonly Token[],
  begin: number,
  step: 1 | -1,
  limit: number,
  taken: ReadonlySet<number>,
  words: Map<string, number>,
): void {
  let distance = 0;
  for (let at = begin; step > 0 ? at <= limit : at >= limit; at += step) {
    const token = tokens[at];
    if (token === undefined || /^[;:]$/u.test(token.text)) break;
    if (token.kind !== 'word') continue;
    const isLittle = taken.has(at) || isLittleWord(token.lower) || token.text.length < 3;
    distance += isLittle ? littleDistance : 1;
    if (distance > farthest) break;
    if (isLittle) continue;
    const stem = measuredThing(token.lower) ?? stemOf(token.lower);
    const nearness = 1 / (1 + distance / 5);
    if ((words.get(stem) ?? 0) < nearness) words.set(stem, nearness);
  }
}

/** A word without the endings that forms of it differ in; crude, the same for both sides. */
export function stemOf(word: string): string {
  const plain = word.replace(/'s?$/u, '');
  if (plain.length < 5) return plain.replace(/s$/u, '');
  return plain
    .replace(/(?:ies|ied)$/u, 'y')
    .replace(/(?:ing|ed|es|s)$/u, '')
    .replace(/e$/u, '');
}

const nearEnough = 7;

/** The date that says when a figure held: right beside it in its clause, or at the beginning of its sentence. */
function dateOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  figure: Range,
  dates: readonly StatedDate[],
): StatedDate | null {
  const place = (offset: number) =>
    tokens.findIndex((token, at) => at >= from && token.end > offset);
  const [figureFrom, figureTo] = [place(figure.start), place(figure.end - 1)];
  let best: StatedDate | null = null;
  let bestDistance = nearEnough;
  for (const date of dates) {
    const [dateFrom, dateTo] = [place(date.start), place(date.end - 1)];
    const [gapFrom, gapTo] =
      dateTo < figureFrom ? [dateTo + 1, figureFrom] : [figureTo + 1, dateFrom];
    const gap = tokens.slice(gapFrom, gapTo);
    if (
      gap.length < bestDistance &&
      !gap.some(({ text, lower }) => /^[,;:()]$/u.test(text) || lower === 'and' || lower === 'from')
    ) {
      best = date;
      bestDistance = gap.length;
    }
  }
  if (best !== null) return best;
  const first = dates[0];
  return first !== undefined && place(first.start) - from <= 3 && to > from ? first : null;
}

/** How much two contexts share: each word in both by how near it stands on both sides. */
export function sharedWords(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): number {
  let sum = 0;
  for (const [word, nearness] of one) {
    const otherNearness = other.get(word);
    if (otherNearness !== undefined) sum += Math.sqrt(nearness * otherNearness);
  }
  return sum;
}
