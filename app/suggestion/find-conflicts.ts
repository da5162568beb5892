import type { TextOffset } from '../base/brand.ts';
import type { Facts, Figure, StatedDate } from '../fact/facts.ts';
import type { ConflictSuggestion, SuggestedRange } from '../host/suggestions.ts';
import type { RevisionText } from '../record/text.ts';
import { eventRemark } from './event-dates.ts';
import { describeDate, describeFigure } from './fact-words.ts';
import { figureDistance } from './figures-agree.ts';
import { datesAgree, pairDates } from './pair-dates.ts';
import { type FigurePair, pairFigures } from './pair-figures.ts';
import { pairSpeakers } from './pair-speakers.ts';
import { passageFacts } from './passage-facts.ts';

/** A text with what was found in it. */
export interface ConflictText {
  readonly text: RevisionText;
  readonly language: string | null;
  /** When its article was published, in the form of `ArticleMetadata.published`. */
  readonly published: string | null;
  readonly facts: Facts;
  /** In the order of the text; `app/statement` makes them. */
  readonly statements: readonly ConflictStatement[];
}

/** What is needed of a statement. */
export interface ConflictStatement extends SuggestedRange {
  readonly speaker: { readonly name: string; readonly sure: boolean } | null;
}

/** A passage that is compared. */
export interface ConflictPassage extends SuggestedRange {
  /** One object for one text, however many passages of it are compared: what is worked out for a text is kept with it. */
  readonly of: ConflictText;
}

/** One side of a conflict: the words, and what they mean for people ("over 200 billion USD"). */
export interface FoundSide extends SuggestedRange {
  readonly value: string;
}

/** A conflict without keys and ids. */
export interface FoundConflict
  extends Pick<ConflictSuggestion, 'about' | 'score' | 'remark' | 'joined'> {
  readonly one: FoundSide;
  readonly other: FoundSide;
}

type Joined = ConflictSuggestion['joined'];

/**
 * In what two passages that speak of the same differ: figures, dates, speakers (rules B11 to B16, B18, B19), the likeliest first. What
 * agrees is not listed. Symmetric in its passages. Never throws. Cost: the words of both passages' blocks.
 */
export function findConflicts(
  one: ConflictPassage,
  other: ConflictPassage,
  joined: Joined,
): readonly FoundConflict[] {
  const remark = eventRemark(one, other);
  const [ours, theirs] = [passageFacts(one), passageFacts(other)];
  const figurePairs = pairFigures(ours.figures, theirs.figures, joined !== 'quantity');
  const conflicts: FoundConflict[] = figurePairs.map((pair) =>
    figureConflict(pair, one, other, joined, remark),
  );
  const byWords = joined !== 'quantity';
  const taken = new Set(
    byWords ? [...ours.figures, ...theirs.figures].flatMap(({ date }) => date ?? []) : [],
  );
  const join = { byWords, published: publishedDay(one, other) };
  for (const { one: first, other: second, likeness } of pairDates(
    ours.dates,
    theirs.dates,
    taken,
    join,
  )) {
    // What day it was is the question: that the articles name two is no reason to doubt that they mean one event.
    const about = !byWords || isQuestion(first.fact, second.fact) ? null : remark;
    conflicts.push({
      about: 'date',
      one: sideOf(first.fact, dateWords(one, first.fact)),
      other: sideOf(second.fact, dateWords(other, second.fact)),
      score: scoreOf(0.8 * likeness, joined, about !== null),
      remark: about,
      joined,
    });
  }
  if (byWords) {
    for (const { one: first, other: second, names, likeness } of pairSpeakers(one, other)) {
      const isSure = first.speaker?.sure === true && second.speaker?.sure === true;
      conflicts.push({
        about: 'speaker',
        one: sideOf(first, names[0]),
        other: sideOf(second, names[1]),
        score: scoreOf((isSure ? 0.9 : 0.4) * likeness, joined, remark !== null),
        remark: isSure ? remark : [doubt, remark].filter((part) => part !== null).join(' '),
        joined,
      });
    }
  }
  return conflicts.sort((first, second) => second.score - first.score);
}

const doubt = 'Who says it is not sure: a pronoun or the context tells.';

/** The later of the days on which two articles were published; `null`: neither is known. */
function publishedDay(one: ConflictPassage, other: ConflictPassage): string | null {
  const days = [one.of.published, other.of.published].flatMap((published) =>
    published !== null && published.length >= 10 ? published.slice(0, 10) : [],
  );
  return days.sort().at(-1) ?? null;
}

function figureConflict(
  { one, other, likeness }: FigurePair,
  mine: ConflictPassage,
  their: ConflictPassage,
  joined: Joined,
  events: string | null,
): FoundConflict {
  const times = timeRemark(one.date, other.date, mine, their);
  const remark = times ?? (agreeOnTime(one.date, other.date) ? null : events);
  const hedges = [one.fact.bound, other.fact.bound].filter(
    (bound) => bound === 'about' || bound === 'vague',
  ).length;
  // Figures that are nearly the same are mostly of two hours, or rounded.
  const distance = Math.min(1, 0.75 + figureDistance(one.fact, other.fact));
  return {
    about: 'figure',
    one: sideOf(one.fact, sideValue(one.fact, one.date, mine)),
    other: sideOf(other.fact, sideValue(other.fact, other.date, their)),
    score: scoreOf(likeness * distance * 0.85 ** hedges, joined, remark !== null),
    remark,
    joined,
  };
}

/** Figures whose own dates agree speak of one time, whenever their articles' events were. */
function agreeOnTime(one: StatedDate | null, other: StatedDate | null): boolean {
  return (
    one !== null && other !== null && datesAgree(one, other) === true && one.precision !== 'day'
  );
}

const mostDaysApart = 31;

function isQuestion(one: StatedDate, other: StatedDate): boolean {
  if (
    one.earliest === null ||
    other.earliest === null ||
    one.precision !== 'day' ||
    other.precision !== 'day'
  )
    return false;
  return (
    Math.abs(Date.parse(one.earliest) - Date.parse(other.earliest)) / 86_400_000 <= mostDaysApart
  );
}

/** What is said of when the two figures held, where that is not the same time, or can't be told to be. */
function timeRemark(
  one: StatedDate | null,
  other: StatedDate | null,
  mine: ConflictPassage,
  their: ConflictPassage,
): string | null {
  if (one === null || other === null) return null;
  const agree = datesAgree(one, other);
  const [first, second] = [dateWords(mine, one), dateWords(their, other)];
  if (agree === true || first === second) return null;
  const quoted = (words: string, { earliest }: StatedDate) =>
    earliest === null ? `“${words}”, whose year is not known` : words;
  return `One figure is for ${quoted(first, one)}, the other for ${quoted(second, other)}.`;
}

function sideValue(figure: Figure, date: StatedDate | null, { of }: ConflictPassage): string {
  const words = date === null ? null : describeDate(date, of.text.text.slice(date.start, date.end));
  return `${describeFigure(figure)}${words === null ? '' : ` (${words})`}`;
}

const dateWords = ({ of }: ConflictPassage, date: StatedDate): string =>
  describeDate(date, of.text.text.slice(date.start, date.end));

function sideOf(
  { start, end }: { readonly start: TextOffset; readonly end: TextOffset },
  value: string,
): FoundSide {
  return { start, end, value };
}

/** Only that two sentences measure the same says less than wording that both have, or an analyst's filing (rule B16). */
const quantityFactor = 0.6;
/** Where the dates differ it is more likely no conflict than one. */
const otherTimeFactor = 0.6;

function scoreOf(likeness: number, joined: Joined, hasRemark: boolean): number {
  const score =
    likeness * (joined === 'quantity' ? quantityFactor : 1) * (hasRemark ? otherTimeFactor : 1);
  return Math.round(Math.min(1, Math.max(0, score)) * 1000) / 1000;
}
