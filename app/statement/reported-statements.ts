import { clauseVerbs, finiteVerbs, thatOnlyVerbs, thatVerbs } from './cue-words.ts';
import { isDeterminer, type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import type { Sentence, Token } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';
import { personNouns } from './title-words.ts';
import { isNobody, isThing } from './who-can-speak.ts';

/** A clause of the author's that gives what somebody says, by the indexes [from, to) of its sentence's tokens. */
export interface ReportedClause {
  readonly from: number;
  readonly to: number;
  /** Its pieces, if the cue stands in it: "If it rains, he noted, nobody comes". */
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  readonly cue: SpeechCue;
  readonly subject: NounPhrase;
}

const fewestWords = 3;
const auxiliary =
  /^(?:is|are|was|were|has|have|had|will|would|could|can|should|must|might|did|does|isn't|aren't|wasn't|weren't|hasn't|haven't|hadn't|won't|wouldn't|couldn't|can't|cannot|shouldn't|didn't|doesn't)$/u;

interface Clause {
  readonly from: number;
  readonly to: number;
  readonly more?: { readonly from: number; readonly to: number };
}
const timeWords =
  /^(?:on|in|at|by|last|this|earlier|later|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|year|afternoon|morning|evening|night|january|february|march|april|may|june|july|august|september|october|november|december)$/u;
const beginsNoClause =
  /^(?:of|to|for|with|from|into|about|so|yes|no|nothing|more|much|little|goodbye|sorry|him|her|them|me|us|how|why|where|whether|against|through|as|or|and|but|again|too|also|according|was|were|is|are|had|has|have|itself|himself|herself|themselves)$/u;

/** The clauses of a sentence that report what somebody says, each with its cue. Linear but for what is bounded. */
export function reportedClauses(
  sentence: Sentence,
  cues: readonly SpeechCue[],
  besideQuotation: ReadonlySet<SpeechCue>,
): ReportedClause[] {
  const found: ReportedClause[] = [];
  for (const [index, cue] of cues.entries()) {
    const { subject } = cue;
    if (subject === null || subject.head === 'i' || subject.head === 'you' || subject.head === 'we')
      continue;
    if (isNegated(sentence, cue) || isNobody(subject) || isThing(subject)) continue;
    if (tellsTale(sentence, cue)) continue;
    // "what the premier said about it": what was said is not told.
    if (/^what(?:ever)?$/u.test(sentence[cue.left - 1]?.lower ?? '')) continue;
    const range: Clause | null =
      cue.sort === 'according'
        ? clauseOfAccording(sentence, cue, cues)
        : besideQuotation.has(cue)
          ? thatClause(sentence, cue, cues[index + 1])
          : (thatClause(sentence, cue, cues[index + 1]) ??
            bareClause(sentence, cue, cues[index + 1]) ??
            clauseAround(sentence, cue) ??
            clauseBefore(sentence, cue));
    if (range === null) continue;
    const parts = [range, ...(range.more === undefined ? [] : [range.more])].map(({ from, to }) =>
      trim(sentence, from, to),
    );
    const [first, end] = [parts[0], parts.at(-1)];
    if (first === undefined || end === undefined || parts.some(({ from, to }) => from >= to))
      continue;
    if (parts.reduce((sum, { from, to }) => sum + wordsIn(sentence, from, to), 0) < fewestWords)
      continue;
    const [from, to] = [first.from, end.to];
    if (found.some((other) => other.from < to && from < other.to)) continue;
    found.push({ from, to, parts, cue, subject });
  }
  return found;
}

/** "did not say what would happen": nothing is said. "Did not deny" is left to the reader as it stands. */
function isNegated(sentence: Sentence, cue: SpeechCue): boolean {
  if (!/^(?:say|comment|tell|explain|specify|elaborate|confirm)$/u.test(cue.verb)) return false;
  return sentence
    .slice(Math.max(0, cue.from - 3), cue.from)
    .some(
      ({ lower }) =>
        lower === 'not' || lower.endsWith("n't") || lower === 'declined' || lower === 'refused',
    );
}

/** "tells the story of a family that fled": nobody is told anything. */
function tellsTale(sentence: Sentence, { verb, to }: SpeechCue): boolean {
  return (
    /^t(?:ell|old)/u.test(verb) &&
    sentence
      .slice(to, to + 4)
      .some(({ lower }) => /^(?:story|stories|tale|tales|truth|difference|time)$/u.test(lower))
  );
}

/** "said on Tuesday that …", "told reporters that …". */
function thatClause(sentence: Sentence, cue: SpeechCue, next: SpeechCue | undefined) {
  if (!thatVerbs.has(cue.verb)) return null;
  for (
    let at = cue.right;
    at <
    Math.min(sentence.length, cue.right + 12, next?.sort === 'verb' ? next.from : sentence.length);
    at += 1
  ) {
    const token = sentence[at];
    if (token === undefined || token.kind === 'quote') return null;
    if (token.kind === 'sign' && /[:;.]/u.test(token.text)) return null;
    if (
      token.lower === 'that' &&
      !/^(?:in|of|on|at|for|to|with|by|about|from|and)$/u.test(sentence[at - 1]?.lower ?? '')
    ) {
      const first = sentence[at + 1];
      if (first === undefined || (first.kind === 'quote' && at + 2 >= sentence.length - 1))
        return null;
      // "said of the tunnel that is to begin" says nothing of what was said, "said that was wrong" does.
      if (auxiliary.test(first.lower))
        return at === cue.right ? { from: at, to: clauseEnd(sentence, at, next) } : null;
      // "found that day’s last survivor"
      if (thatOnlyVerbs.has(cue.verb) && !hasVerb(sentence, at + 1)) return null;
      return { from: at + 1, to: clauseEnd(sentence, at + 1, next) };
    }
  }
  return null;
}

/** "said the bridge was closed". */
function bareClause(sentence: Sentence, cue: SpeechCue, next: SpeechCue | undefined) {
  if (!clauseVerbs.has(cue.verb) || cue.inverted) return null;
  let at = cue.to;
  if (/^(?:tell|tells|told|telling|assured|reminded)$/u.test(cue.verb)) {
    const object = readNounPhrase(sentence, at, Math.min(sentence.length, at + 6));
    if (object === null) return null;
    at = pronounOrName(sentence, at, object);
  }
  while (at < cue.to + 8 && isTime(sentence, at)) at += 1;
  const first = sentence[at];
  if (first?.kind !== 'word' && first?.kind !== 'number') return null;
  if (beginsNoClause.test(first.lower)) return null;
  const subject = /^(?:he|she|they|it|we|i|there)$/u.test(first.lower);
  if (!subject && !hasVerb(sentence, at)) return null;
  return { from: at, to: clauseEnd(sentence, at, next) };
}

/** "this week", but not "this was". */
function isTime(sentence: Sentence, at: number): boolean {
  const lower = sentence[at]?.lower ?? '';
  if (!timeWords.test(lower)) return false;
  return (
    !/^(?:this|last|in|on|at|by)$/u.test(lower) || timeWords.test(sentence[at + 1]?.lower ?? '')
  );
}

function pronounOrName(sentence: Sentence, at: number, object: NounPhrase): number {
  if (/^(?:him|her|them|us|me|you|it)$/u.test(sentence[at]?.lower ?? '')) return at + 1;
  if (object.kind === 'name') return object.to;
  // "told the BBC it was": the name of a listener that is no more than its letters.
  const first = at + (/^(?:the|a)$/u.test(sentence[at]?.lower ?? '') ? 1 : 0);
  if (/^\p{Lu}{2,6}$/u.test(sentence[first]?.text ?? '')) return first + 1;
  // "told reporters the plan was dead": the object is the first noun of a person.
  for (let next = at; next < at + 5; next += 1) {
    const word = sentence[next]?.lower ?? '';
    if (
      personNouns.has(word) ||
      personNouns.has(word.replace(/s$/u, '')) ||
      /^(?:parliament|lawmakers|staff|court|broadcaster|agency|newspaper|paper|news|conference|meeting|inquiry)$/u.test(
        word,
      )
    )
      return next + 1;
  }
  return sentence.length;
}

/** Whether a verb follows, and not just a noun: "said the mayor" is none. */
function hasVerb(sentence: Sentence, from: number): boolean {
  const near = sentence.slice(from, from + 30);
  const but = near.findIndex(({ text }, at) => at > 0 && /^(?:but|:|;)$/u.test(text));
  return near
    .slice(0, but < 0 ? near.length : but)
    .some((token, index, all) => isVerb(token, all[index - 1]));
}

function isVerb(token: Token, before: Token | undefined): boolean {
  if (token.kind !== 'word' || token.capital || before === undefined) return false;
  return (
    finiteVerbs.test(token.lower) || (/(?:ed|n't)$/u.test(token.lower) && !isDeterminer(before))
  );
}

/** "If it rains, he noted, nobody comes." */
function clauseAround(sentence: Sentence, cue: SpeechCue): Clause | null {
  const [before, behind] = [cue.left - 1, cue.right];
  if (!thatVerbs.has(cue.verb) || cue.left < 2) return null;
  if (sentence[before]?.text !== ',' || sentence[behind]?.text !== ',') return null;
  if (/^(?:who|which|whose|a|an)$/u.test(sentence[behind + 1]?.lower ?? '')) return null;
  if (sentence.slice(0, before).some(({ kind }) => kind === 'quote') || !hasVerb(sentence, behind))
    return null;
  return { from: 0, to: before, more: { from: behind + 1, to: sentence.length } };
}

/** "The bridge is closed, police said on Monday.", "…, said Jo Smith, who was there." */
function clauseBefore(sentence: Sentence, cue: SpeechCue): Clause | null {
  if (!thatVerbs.has(cue.verb)) return null;
  const comma = cue.left - 1;
  if (sentence[comma]?.text !== ',' || cue.left < 5) return null;
  const words = sentence.slice(cue.right, cue.right + 14);
  const aside = words.findIndex(
    ({ text, lower }) => text === ',' || lower === 'who' || lower === 'which',
  );
  const near = aside < 0 ? words : words.slice(0, aside);
  if (near.length === 14 || near.some(({ kind, lower }) => kind === 'quote' || lower === 'that'))
    return null;
  if (near.some((token) => token.kind === 'word' && finiteVerbs.test(token.lower))) return null;
  const before = sentence.slice(0, comma);
  if (before[0]?.kind === 'quote' || before.some(({ text }) => text === ':')) return null;
  return hasVerb(before, 0) || before.length >= 8 ? { from: 0, to: comma } : null;
}

function wordsIn(sentence: Sentence, from: number, to: number): number {
  return sentence
    .slice(from, to)
    .reduce((sum, { kind }) => sum + (kind === 'word' ? 1 : kind === 'quote' ? fewestWords : 0), 0);
}

function clauseOfAccording(
  sentence: Sentence,
  cue: SpeechCue,
  cues: readonly SpeechCue[],
): Clause | null {
  const comma = sentence.findIndex(({ text }, index) => index >= cue.right && text === ',');
  if (cue.from <= 1) {
    return comma < 0 || comma > cue.right + 14 ? null : { from: comma + 1, to: sentence.length };
  }
  if (sentence[cue.from - 1]?.text !== ',' || sentence[0]?.kind === 'quote') return null;
  if (cues.some((other) => other.sort === 'verb' && other.subject !== null && other.to <= cue.from))
    return null;
  const before = { from: 0, to: cue.from - 1 };
  // "The two, according to the Kremlin, also discussed energy."
  const goesOn =
    sentence[cue.right]?.text === ',' &&
    !hasVerb(sentence.slice(0, before.to), 0) &&
    hasVerb(sentence, cue.right);
  return goesOn ? { ...before, more: { from: cue.right + 1, to: sentence.length } } : before;
}

/** Where a clause ends: with its sentence, or before another one that tells of another statement. */
function clauseEnd(sentence: Sentence, from: number, next: SpeechCue | undefined): number {
  if (next === undefined || next.from <= from) return sentence.length;
  // A participle has its subject far before: "Reuters said the deal was off, citing two people".
  let at = next.left > from ? next.left : next.from;
  const before = sentence[at - 1];
  const anew = before?.text === ',' && hasVerb(sentence.slice(from, at - 1), 0);
  if (
    next.subject === null ||
    /ing$/u.test(next.verb) ||
    next.sort === 'according' ||
    anew ||
    /^(?:and|but|while)$/u.test(before?.lower ?? '')
  ) {
    while (
      at > from &&
      /^(?:and|but|while|though|,)$/u.test(
        sentence[at - 1]?.lower || (sentence[at - 1]?.text ?? ''),
      )
    )
      at -= 1;
    return at;
  }
  return sentence.length;
}

function trim(sentence: Sentence, from: number, to: number) {
  let [first, last] = [from, to];
  while (
    first < last &&
    (sentence[first]?.kind === 'sign' || /^(?:but|and|so)$/u.test(sentence[first]?.lower ?? ''))
  )
    first += 1;
  while (
    last > first &&
    sentence[last - 1]?.kind === 'sign' &&
    !/[)\]%]/u.test(sentence[last - 1]?.text ?? '')
  )
    last -= 1;
  return { from: first, to: last };
}
