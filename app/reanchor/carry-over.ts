import { isAnchored } from '../anchor/anchor-passage.ts';
import { makePassage } from '../anchor/passage.ts';
import { textRange } from '../anchor/text-range.ts';
import type { RevisionId } from '../record/ids.ts';
import type { Passage } from '../record/records.ts';
import { type AlignedTexts, alignWith, readText } from './aligned-texts.ts';
import type { CarryPlace, CarryResult } from './carry-outcome.ts';
import { exactPlaces, type SoughtRange, similarPlaces } from './find-places.ts';
import { holdOf } from './held-place.ts';
import { isOfOthers } from './is-of-others.ts';
import { lettersIn } from './letters-in.ts';
import { type MappedRange, mapRange } from './map-range.ts';
import { nearness } from './nearness.ts';
import {
  comparePlace,
  doubledMargin,
  quoteFloor,
  scoreFloor,
  scoreMargin,
  scoreOf,
} from './score-place.ts';
import { placesOfRun, type TokenIndex, tokensIn } from './token-index.ts';

/** A text that passages are carried to. */
export interface CarryTarget {
  readonly revisionId: RevisionId;
  readonly text: string;
}

/** Below this the words are looked for all over the text, and not only where they are the very same. */
const sureEnough = { short: 0.85, long: 0.7 } as const;
/** So long a quote is not like words elsewhere by chance. */
const longQuote = 30;
/** A place that is no better than this is not worth to be shown. */
const worthALook = 0.3;
/** Letters of quote and context that must agree at a place where the differences of the texts do not lead. */
const leastAgreeing = 16;
/** More candidates than this are no choice. */
const mostCandidates = 8;
/** A place with the edges that the differences give may score so much less than one with others. */
const edgeTolerance = 0.1;
/** Words are longer than those they took the place of, but not by all measure. */
const mostGrowth = 4;

/**
 * Carries passages of one text over to another one: through the differences of the two; by the very words with what
 * stands around them; by words like them. Rules K1 to K6. Results stand in the order of the passages. Pure; cost: some
 * 0.3 s for two texts of 800,000 code units, and for each passage whose words were touched a few milliseconds at the most.
 * A passage that is not anchored in `oldText`, which may be empty where it is gone, is looked for by what it keeps.
 */
export function carryOver(
  oldText: string,
  target: CarryTarget,
  passages: readonly Passage[],
): readonly CarryResult[] {
  const read = readText(target.text);
  const texts = alignWith(read, oldText);
  return passages.map((passage) => {
    if (isAnchored(passage, oldText)) return carryOne(texts, target, passage);
    // Its place says nothing; its words, with those it keeps from around them, may still be found.
    const { prefix, quote, suffix } = passage;
    const { start, end } = textRange(prefix.length, prefix.length + quote.length);
    const stray = { ...passage, start, end };
    return withoutPlace(carryOne(alignWith(read, `${prefix}${quote}${suffix}`), target, stray));
  });
}

/** Where the old place is not known nothing is `unchanged`: the analyst decides. */
function withoutPlace(result: CarryResult): CarryResult {
  return result.outcome === 'unchanged' ? { ...result, outcome: 'moved' } : result;
}

interface Candidate extends MappedRange {
  readonly score: number;
  readonly isMapped: boolean;
  /** Whether the words are the very same, to the code unit. */
  readonly isSame: boolean;
}

function carryOne(texts: AlignedTexts, target: CarryTarget, passage: Passage): CarryResult {
  const tokens = tokensIn(texts.old, passage.start, passage.end);
  if (tokens === null) return { outcome: 'lost', best: null };
  const sought = { start: passage.start, end: passage.end, ...tokens };
  const { old, young, pairs } = texts;
  const mapped = mapRange(old, young, pairs, tokens, passage.start, passage.end);
  const hold = mapped === null ? 'loosely' : holdOf(texts, tokens.from, tokens.to);
  if (
    mapped !== null &&
    hold === 'surely' &&
    target.text.slice(mapped.start, mapped.end) === passage.quote
  ) {
    return { outcome: 'unchanged', place: placeOf(target, mapped, 1) };
  }
  const candidates = candidatesOf(texts, target, passage, sought, mapped);
  const own = ownWords(texts, passage, sought, candidates);
  if (own !== null) return { outcome: 'moved', place: placeOf(target, own, own.score) };
  return decide(target, candidates, hold === 'by-chance' ? doubledMargin : scoreMargin);
}

/** The places that come into question, the best first, none of them overlapping a better one. */
function candidatesOf(
  texts: AlignedTexts,
  target: CarryTarget,
  passage: Passage,
  sought: SoughtRange,
  mapped: MappedRange | null,
): readonly Candidate[] {
  const known = new Map<string, Candidate>();
  const add = (range: MappedRange): void => {
    const { start, end } = range;
    const key = `${start} ${end}`;
    if (start >= end || known.has(key)) return;
    if (end - start > mostGrowth * passage.quote.length + 80) return;
    known.set(key, scored(texts, target, passage, sought, range, mapped));
  };
  if (mapped !== null) add(mapped);
  for (const place of exactPlaces(texts, sought)) add(place);
  const best = Math.max(0, ...[...known.values()].map(({ score }) => score));
  const enough = passage.quote.length < longQuote ? sureEnough.short : sureEnough.long;
  if (best < enough) for (const place of similarPlaces(texts, sought)) add(place);
  const sorted = [...known.values()].sort(
    (one, other) => other.score - one.score || one.start - other.start,
  );
  const apart: Candidate[] = [];
  for (const candidate of sorted) {
    const over = apart.findIndex(
      ({ start, end }) => candidate.start < end && start < candidate.end,
    );
    const better = apart[over];
    if (better === undefined) apart.push(candidate);
    // The differences set edges with reason; letters alone would leave out what took the place of a word.
    else if (candidate.isMapped && better.score - candidate.score < edgeTolerance) {
      apart[over] = candidate;
    }
  }
  return apart
    .sort((one, other) => other.score - one.score || one.start - other.start)
    .slice(0, mostCandidates + 1);
}

function scored(
  texts: AlignedTexts,
  target: CarryTarget,
  passage: Passage,
  sought: SoughtRange,
  range: MappedRange,
  mapped: MappedRange | null,
): Candidate {
  const { start, end } = range;
  const parts = comparePlace(passage, target.text, start, end);
  const position = nearness(texts, sought, range);
  const isMapped = mapped !== null && mapped.start === start && mapped.end === end;
  const agreeing =
    parts.quote * lettersIn(passage.quote) +
    parts.prefix * lettersIn(passage.prefix) +
    parts.suffix * lettersIn(passage.suffix);
  const isSame = target.text.slice(start, end) === passage.quote;
  const counts =
    parts.quote >= quoteFloor &&
    (position === 1 || agreeing >= leastAgreeing) &&
    (isMapped || isSame || !isOfOthers(texts, sought, range));
  const score = scoreOf({ ...parts, position }, lettersIn(passage.quote));
  return {
    start,
    end,
    // What is no form of the quote, may be a coincidence, or was there before as something else, is shown at most.
    score: counts ? score : Math.min(score, scoreFloor - 0.01),
    isMapped,
    isSame,
  };
}

/**
 * Where the very words stand, if that is once in either text and they are too many to do so by chance: then it is they, and
 * not what is like them where they stood, which may be somebody else's words.
 */
function ownWords(
  { old, oldIndex, youngIndex }: AlignedTexts,
  { quote }: Passage,
  { from, to }: SoughtRange,
  candidates: readonly Candidate[],
): Candidate | null {
  if (quote.length < longQuote) return null;
  const own = candidates.find(({ isSame }) => isSame) ?? null;
  const standsOnce = (index: TokenIndex) => placesOfRun(index, old.keys, from, to).length === 1;
  return own !== null && standsOnce(oldIndex) && standsOnce(youngIndex) ? own : null;
}

function decide(
  target: CarryTarget,
  candidates: readonly Candidate[],
  margin: number,
): CarryResult {
  const [best, second] = candidates;
  if (best === undefined || best.score < worthALook) return { outcome: 'lost', best: null };
  const place = placeOf(target, best, best.score);
  if (best.score < scoreFloor) return { outcome: 'lost', best: place };
  if (second !== undefined && second.score >= best.score - margin) {
    const equals = candidates.filter(({ score }) => score >= best.score - margin);
    return {
      outcome: 'uncertain',
      places: equals.slice(0, mostCandidates).map((one) => placeOf(target, one, one.score)),
      hasMore: equals.length > mostCandidates,
    };
  }
  if (!best.isSame) return { outcome: 'changed', place };
  return { outcome: 'moved', place };
}

function placeOf(target: CarryTarget, range: MappedRange, score: number): CarryPlace {
  const { start, end } = textRange(range.start, range.end);
  return {
    passage: makePassage(target.text, target.revisionId, start, end),
    score: Math.round(score * 1000) / 1000,
  };
}
