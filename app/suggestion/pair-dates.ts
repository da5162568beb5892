import type { StatedDate } from '../fact/facts.ts';
import { type DateInContext, sharedWords } from './passage-facts.ts';

/** Two dates of the same happening that do not agree. */
export interface DatePair {
  readonly one: DateInContext;
  readonly other: DateInContext;
  /** 0 to 1. */
  readonly likeness: number;
}

type InContext = DateInContext;

/** Whether two dates may mean the same day; `null`: the days of one are not known. */
export function datesAgree(one: StatedDate, other: StatedDate): boolean | null {
  if (
    one.earliest === null ||
    one.latest === null ||
    other.earliest === null ||
    other.latest === null
  )
    return null;
  return one.earliest <= other.latest && other.earliest <= one.latest;
}

const earliestOf = ({ fact: { earliest }, reach }: InContext) =>
  reach === 'until' ? '' : earliest;
const latestOf = ({ fact: { latest }, reach }: InContext) => (reach === 'from' ? '~' : latest);

/** The same with the words around: "by 30 June" holds every day before it, and a day without a year its month and day. */
function agreeInContext(one: InContext, other: InContext): boolean | null {
  if (one.fact.earliest === null || other.fact.earliest === null)
    return one.monthDay === null || other.monthDay === null
      ? null
      : one.monthDay === other.monthDay;
  if (one.reach === other.reach) return datesAgree(one.fact, other.fact);
  const [first, last] = [earliestOf(one) ?? '', latestOf(one) ?? ''];
  const [otherFirst, otherLast] = [earliestOf(other) ?? '', latestOf(other) ?? ''];
  return first <= otherLast && otherFirst <= last;
}

/** What a date's clause must share to speak of the same happening: a word right beside it, or two farther off. */
const leastShared = 0.75;
const mostDates = 30;

/** How two passages belong together, as far as it matters to their dates. */
interface DateJoin {
  /** Whether they share wording, or the analyst filed them together; otherwise they say when the same event is. */
  readonly byWords: boolean;
  /** The day on which either article was published, `2024-02-08`; `null`: neither is known. */
  readonly published: string | null;
}

/**
 * The dates of two passages that speak of the same happening and do not agree (rules B13, B18, B19). Each date is paired once,
 * with one that agrees first. `taken`: dates that only say when figures held.
 */
export function pairDates(
  ones: readonly InContext[],
  others: readonly InContext[],
  taken: ReadonlySet<StatedDate>,
  join: DateJoin,
): readonly DatePair[] {
  const free = (list: readonly InContext[]) =>
    new Set(list.slice(0, mostDates).filter(({ fact }) => !taken.has(fact)));
  const [left, right] = [free(ones), free(others)];
  const pairs: DatePair[] = [];
  for (const one of [...left]) {
    for (const other of [...right]) {
      // A day before "by 30 June" is no answer to it.
      const isSame = one.reach === other.reach && agreeInContext(one, other) === true;
      if (!left.has(one) || !right.has(other) || !isSame) continue;
      left.delete(one);
      right.delete(other);
      // "moved from 18 June to 25 June": the day before it was moved agrees, and what it was moved to conflicts.
      const likeness = likenessOf(one, other, join);
      if (likeness === 0) continue;
      const mine = ones.find(({ fact }) => fact === one.against);
      const their = others.find(({ fact }) => fact === other.against);
      if (mine !== undefined && their === undefined && agreeInContext(mine, other) === false)
        pairs.push({ one: mine, other, likeness });
      if (their !== undefined && mine === undefined && agreeInContext(one, their) === false)
        pairs.push({ one, other: their, likeness });
    }
  }
  for (const { one, other } of pairs) {
    left.delete(one);
    right.delete(other);
  }
  const candidates: DatePair[] = [];
  for (const one of left) {
    for (const other of right) {
      if (agreeInContext(one, other) !== false || !comparable(one.fact, other.fact)) continue;
      const likeness = likenessOf(one, other, join);
      if (likeness > 0) candidates.push({ one, other, likeness });
    }
  }
  candidates.sort((first, second) => second.likeness - first.likeness);
  return [
    ...pairs,
    ...candidates.filter(
      ({ one, other }) => left.delete(one) && (right.delete(other) || !left.add(one)),
    ),
  ];
}

/** How much speaks for two dates' being of one happening; 0: not enough. */
function likenessOf(one: InContext, other: InContext, join: DateJoin): number {
  const shared = sharedWords(one.words, other.words);
  if (!join.byWords)
    return sameEvent(one, other, shared, join.published) ? Math.min(1, 0.4 + shared / 3) : 0;
  return shared >= leastShared && namesHappening(one, other) ? Math.min(1, 0.3 + shared / 3) : 0;
}

/** Two days of one coming event are not more days apart than this, and of a past one than that: calls and meetings recur. */
const comingApart = 62;
const pastApart = 2;
const comingShared = 0.5;
const pastShared = 1.25;

/** Whether nothing but their event joins two dates, and it is one and the same as far as can be told (rule B19). */
function sameEvent(
  one: InContext,
  other: InContext,
  shared: number,
  published: string | null,
): boolean {
  if (one.event === null || one.event.event !== other.event?.event) return false;
  const ahead = isAhead(one, published) && isAhead(other, published);
  if (shared < (ahead ? comingShared : pastShared)) return false;
  if (one.fact.precision !== 'day' || other.fact.precision !== 'day') return ahead;
  return daysApart(one, other) <= (ahead ? comingApart : pastApart);
}

function isAhead({ event, fact }: InContext, published: string | null): boolean {
  if (published !== null && fact.earliest !== null) return fact.earliest > published;
  return event?.ahead === true;
}

function daysApart(one: InContext, other: InContext): number {
  const dayOf = ({ fact, monthDay }: InContext, isKnown: boolean) =>
    Date.parse(isKnown ? (fact.earliest ?? '') : `2024-${monthDay}`);
  const isKnown = one.fact.earliest !== null && other.fact.earliest !== null;
  return Math.abs(dayOf(one, isKnown) - dayOf(other, isKnown)) / 86_400_000;
}

/** The words right beside each date stand in the other's clause too: "founded in 1974" and "sold in 2003" are two things. */
function namesHappening(one: InContext, other: InContext): boolean {
  return hasNearest(one.words, other.words) && hasNearest(other.words, one.words);
}

function hasNearest(
  words: ReadonlyMap<string, number>,
  others: ReadonlyMap<string, number>,
): boolean {
  const most = Math.max(...words.values());
  return [...words].some(([word, nearness]) => nearness === most && others.has(word));
}

const rough = /^(?:decade|century|span|season)$/u;

/** A day is compared with a day or a month, not with a decade. */
function comparable(one: StatedDate, other: StatedDate): boolean {
  if (rough.test(one.precision) || rough.test(other.precision)) return false;
  return (
    one.precision === other.precision ||
    (one.precision !== 'day' && other.precision !== 'day') ||
    [one, other].some(
      ({ precision }) => precision === 'month' || precision === 'week' || precision === 'year',
    )
  );
}
