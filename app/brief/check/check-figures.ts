import type { Figure, FigureBound } from '../../fact/facts.ts';
import { type BriefLine, citationSign, type LineCitation } from './brief-lines.ts';
import type { CitedPassages } from './cited-passages.ts';
import { type DirectedFigure, figureSupport, isDateStated } from './figure-support.ts';
import type { LineSentence } from './line-sentences.ts';
import type { ReadLine } from './read-line.ts';

/** A figure or date of the writer's own words that none of the cited passages states. Offsets of the line's text. */
export interface UnstatedFigure {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** For people: what is wrong with it. */
  readonly reason: string;
  readonly sentence: LineSentence;
  /** The words of the passages that it was looked for in. */
  readonly texts: readonly string[];
}

/** Numbers of these count what the brief itself has before it, not what the passages tell. */
const counted =
  /^(?:account|article|brief|claim|copy|day|figure|number|outlet|paper|newspaper|agency|passage|piece|question|quotation|report|revision|section|sentence|side|source|statement|story|text|thing|version|way|wording)$/u;
const mostCounted = 20;

/**
 * The figures of a line's cited sentences that are in none of the passages they cite (rule Y12). A sentence cites what
 * stands in it, or else what ends its paragraph or, set off, follows it (`following`). Sentences that cite nothing have none
 * here. Gives way after each piece of a passage that is read, and each sentence. Cost: reading the line's figures the first time, and comparing them with those of its passages.
 */
export function* unstatedFigures(
  line: BriefLine,
  read: ReadLine,
  following: readonly LineCitation[],
  passages: CitedPassages,
): Generator<void, readonly UnstatedFigure[]> {
  if (!read.mayHoldFigure) return [];
  const ending = endingCitations(line);
  const found: UnstatedFigure[] = [];
  for (const sentence of read.sentences) {
    const cited = citedBy(sentence, ending, following, line.around);
    if (cited.length === 0) continue;
    const citations = cited.map(({ citation }) => citation);
    yield* passages.factsInSteps(citations);
    const stated = passages.factsOf(citations);
    const { texts } = stated;
    const { text, figures, dates } = read.facts(stated.published[0] ?? null, stated.language);
    yield;
    for (const figure of within(figures, sentence)) {
      const { start, end } = figure;
      const words = text.slice(start, end);
      if (isOfTheBrief(figure, words) || isOfName(text, figure, stated.names)) continue;
      const support = figureSupport(figure, stated.figures);
      if (support.kind === 'stated') continue;
      // "2031" may be a year in one text and a number in the other.
      if (support.kind === 'absent' && texts.some((one) => hasNumber(one, words))) continue;
      if (isYearOf(stated.published, words)) continue;
      const reason =
        support.kind === 'absent'
          ? absent(words)
          : opposed(words, figure, support.by, support.source);
      found.push({ start, end, words, reason, sentence, texts });
    }
    for (const date of within(dates, sentence)) {
      const { start, end } = date;
      const words = text.slice(start, end);
      if (isOfName(text, date, stated.names)) continue;
      if (isDateStated(date, words, stated.dates, stated.published, texts)) continue;
      found.push({ start, end, words, reason: absent(words), sentence, texts });
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** What a sentence cites: its own citations, else those at its paragraph's end or set off behind it, else of a footnote its line's. */
export function citedBy(
  sentence: LineSentence,
  ending: readonly LineCitation[],
  following: readonly LineCitation[],
  around: readonly LineCitation[],
): readonly LineCitation[] {
  if (sentence.citations.length > 0) return sentence.citations;
  if (ending.length > 0) return ending;
  return following.length > 0 ? following : around;
}

/** The citations with nothing but signs and other citations behind them in their paragraph. */
export function endingCitations({ citations, text }: BriefLine): readonly LineCitation[] {
  let from = citations.length;
  let end = text.length;
  for (; from > 0; from -= 1) {
    const before = citations[from - 1];
    if (before === undefined || /[\p{L}\p{N}]/u.test(text.slice(before.offset + 1, end))) break;
    end = before.offset;
  }
  return citations.slice(from);
}

function absent(words: string): string {
  return `“${words}” is not in the passage that is cited for it. Correct it, or cite where it stands.`;
}

const boundWords: Readonly<Record<FigureBound, string>> = {
  exact: 'exactly',
  about: 'about',
  over: 'more than',
  least: 'at least',
  under: 'less than',
  most: 'up to',
  vague: 'some',
};

function opposed(
  words: string,
  own: DirectedFigure,
  by: 'bound' | 'direction',
  source: DirectedFigure,
): string {
  if (by === 'direction') {
    const [here, there] = own.direction === 'up' ? ['rise', 'fall'] : ['fall', 'rise'];
    return `“${words}” is a ${here} here, and a ${there} in the passage that is cited for it.`;
  }
  return `“${words}” is said with “${boundWords[own.bound]}” here, and with “${boundWords[source.bound]}” in the passage that is cited for it.`;
}

function within<Fact extends { readonly start: number; readonly end: number }>(
  facts: readonly Fact[],
  { start, end }: LineSentence,
): readonly Fact[] {
  return facts.filter((fact) => fact.start >= start && fact.end <= end);
}

/** "Two outlets", "the third account", "one": of the brief, or no figure. */
function isOfTheBrief(figure: Figure, words: string): boolean {
  if (words.includes(citationSign)) return true;
  if (figure.unit.kind !== 'count') return false;
  if (figure.least === 1 && !/\p{N}/u.test(words)) return true;
  return (
    figure.least <= mostCounted &&
    figure.noun !== null &&
    counted.test(figure.noun.split(' ').at(-1) ?? '')
  );
}

/** "Channel 4 reports": no figure of the sentence's. */
function isOfName(
  text: string,
  { start, end }: Pick<Figure, 'start' | 'end'>,
  names: readonly string[],
): boolean {
  return names.some((name) => {
    for (let at = text.indexOf(name); at !== -1 && name !== ''; at = text.indexOf(name, at + 1)) {
      if (at <= start && end <= at + name.length) return true;
    }
    return false;
  });
}

/** "Beijing, 2022:" is the year in which the claim was made, though nothing beside it says that it is one. */
function isYearOf(days: readonly string[], words: string): boolean {
  return /^\p{N}{4}$/u.test(words) && days.some((day) => day.startsWith(words));
}

/** The number in digits stands in the passage as it does here. */
function hasNumber(text: string, words: string): boolean {
  const digits = /^\p{N}{4}$/u.exec(words)?.[0];
  return digits !== undefined && new RegExp(`(?<!\\p{N})${digits}(?!\\p{N})`, 'u').test(text);
}
