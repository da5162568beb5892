import { betweenSubjectAndVerb, pronouns } from './cue-words.ts';
import { isDeterminer, type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import type { Sentence, Token } from './sentence-tokens.ts';
import { personNouns } from './title-words.ts';
import { isOneSomebody } from './who-can-speak.ts';

/** Between them an infinitive stands for its verb: "went on to say", "was heard to whisper". */
const beforeInfinitive = new Set(
  'went on go continued liked likes like heard used added quoted rushed quick'.split(' '),
);
const clauseWords = new Set(
  `but while whereas because although though when where if whether until unless since after before that as than which what
  why how so then`.split(/\s+/u),
);
const prepositions = new Set(
  'on in at after before during for by from since until under with without within over across amid despite following to of later earlier last this next yesterday today tomorrow'.split(
    ' ',
  ),
);
const subordinating =
  /^(?:because|although|though|while|if|when|unless|whether|since|until|whereas)$/u;
const farthest = 45;

/** The subject of a verb, and where it begins; both are indexes of the sentence's tokens. */
export interface FoundSubject {
  readonly phrase: NounPhrase | null;
  readonly from: number;
}

/**
 * The subject that stands before the verb at an index: over adverbs and auxiliaries, and over what stands between
 * commas ("Smith, 42, who was there, said"; of "the minister, Jo Smith, said" it is the name). A phrase of `null` is one
 * that the verb shares with a verb before it, or that it does not have. Looks at 45 tokens at most.
 */
export function subjectBefore(sentence: Sentence, verb: number): FoundSubject {
  const none = { phrase: null, from: verb };
  let at = verb - 1;
  const least = Math.max(0, verb - farthest);
  if (sentence[at]?.lower === 'to') {
    if (!beforeInfinitive.has(sentence[at - 1]?.lower ?? '')) return none;
    at -= 1;
    while (at >= least && beforeInfinitive.has(sentence[at]?.lower ?? '')) at -= 1;
  }
  while (at >= least && isBetween(sentence[at])) at -= 1;
  const last = sentence[at];
  if (last === undefined || at < least) return none;
  if (last.kind === 'sign' && last.text === ',') return overCommas(sentence, at, least, verb);
  if (last.kind === 'sign' && /[)–—-]/u.test(last.text)) {
    const open = backTo(sentence, at, least, last.text === ')' ? '(' : last.text);
    return open === null ? none : subjectEndingAt(sentence, open, least, verb);
  }
  if (/^(?:who|which)$/u.test(last.lower)) {
    const comma = sentence[at - 1]?.text === ',' ? at - 1 : at;
    return antecedent(sentence, comma, least) ?? subjectEndingAt(sentence, comma, least, verb);
  }
  return subjectEndingAt(sentence, at + 1, least, verb);
}

/** Whom "who" and "which" speak of: the last name or noun with an article before them. */
function antecedent(sentence: Sentence, end: number, least: number): FoundSubject | null {
  for (let from = end - 1; from >= Math.max(least, end - 12); from -= 1) {
    const token = sentence[from];
    if (token === undefined) break;
    if (token.kind !== 'word') {
      // "Al Moss, president of Rome, who said": the name before the office.
      const office = token.text === ',' && isApposed(sentence, from + 1, least);
      return office ? antecedent(sentence, from, least) : null;
    }
    const before = sentence[from - 1];
    // "the mayor of Rome, who said": not Rome.
    if (
      token.capital &&
      /^(?:of|in|for|at)$/u.test(before?.lower ?? '') &&
      isOneSomebody(sentence[from - 2]?.lower ?? '')
    )
      continue;
    const begins =
      isDeterminer(token) ||
      (token.capital && before?.capital !== true && !isDeterminer(before ?? token));
    if (!begins) continue;
    if (before?.text === ',' && isApposed(sentence, from, least))
      return antecedent(sentence, from - 1, least);
    return { phrase: readNounPhrase(sentence, from, end), from };
  }
  return null;
}

function isBetween(token: Token | undefined): boolean {
  if (token?.kind !== 'word') return false;
  if (betweenSubjectAndVerb.has(token.lower)) return true;
  return (
    /(?:n't|[a-z]{3}ly)$/u.test(token.lower) && !token.capital && !personNouns.has(token.lower)
  );
}

function backTo(sentence: Sentence, from: number, least: number, sign: string): number | null {
  for (let at = from - 1; at >= least; at -= 1) {
    if (sentence[at]?.text === sign) return at;
  }
  return null;
}

/** The phrase that ends before `end` and begins where its clause does. */
function subjectEndingAt(
  sentence: Sentence,
  end: number,
  least: number,
  verb: number,
): FoundSubject {
  let from = end;
  while (from > least && !breaksClause(sentence, from - 1, end)) from -= 1;
  from = skipLead(sentence, from, end);
  const first = sentence[from];
  if (first === undefined || from >= end) return { phrase: null, from: verb };
  const pronoun = lastPronoun(sentence, from, end);
  if (pronoun !== null) return { phrase: pronounAt(sentence, pronoun), from: pronoun };
  if (saysInside(sentence, from, end)) return { phrase: null, from: verb };
  if (
    !beginsPhrase(first) &&
    !namesPeople(sentence, from, end) &&
    sentence[end - 1]?.capital !== true
  )
    return { phrase: null, from: verb };
  return { phrase: readNounPhrase(sentence, from, end), from };
}

/** Whether the words hold a verb of their own: "the president said in a video posted". */
function saysInside(sentence: Sentence, from: number, end: number): boolean {
  return sentence
    .slice(from + 1, end)
    .some(({ lower }) =>
      /^(?:said|says|told|tells|was|were|is|are|had|has|did|wrote|would|will)$/u.test(lower),
    );
}

function breaksClause(sentence: Sentence, at: number, end: number): boolean {
  const token = sentence[at];
  if (token === undefined || token.kind === 'quote') return true;
  if (token.kind === 'sign') return /[,:;–—(.!?…]/u.test(token.text) && !isInitial(sentence, at);
  if (token.lower === 'and' || token.lower === 'or') {
    // "Xi and Putin", but not "came home and Putin".
    const before = sentence[at - 1];
    const together = before?.capital === true || personNouns.has(singular(before?.lower ?? ''));
    return !together || !namesOnly(sentence, at + 1, end);
  }
  return clauseWords.has(token.lower) && !token.capital;
}

function isInitial(sentence: Sentence, at: number): boolean {
  const before = sentence[at - 1];
  return (
    sentence[at]?.text === '.' &&
    before?.capital === true &&
    before.text.length <= 4 &&
    before.end === sentence[at]?.start
  );
}

function namesOnly(sentence: Sentence, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    const token = sentence[at];
    if (token === undefined) return false;
    if (!token.capital && !isDeterminer(token) && !personNouns.has(singular(token.lower)))
      return false;
  }
  return end > from;
}

/** Past "On Tuesday", "In the video" and the like. */
function skipLead(sentence: Sentence, from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    /^(?:and|but|or|so|yet|meanwhile|however|also|then)$/u.test(sentence[at]?.lower ?? '')
  )
    at += 1;
  const first = sentence[at];
  if (first?.lower === 'with' || first?.lower === 'as') return at + 1;
  if (at === 0 && first !== undefined && subordinating.test(first.lower)) return end;
  if (first === undefined || !prepositions.has(first.lower)) return at;
  for (let next = at + 1; next < end; next += 1) {
    const token = sentence[next];
    const before = sentence[next - 1];
    if (token === undefined || before === undefined || !token.capital) continue;
    if (isTimeWord(token) || prepositions.has(before.lower) || isDeterminer(before)) continue;
    if (before.capital && !isTimeWord(before)) continue;
    return next;
  }
  const pronoun = lastPronoun(sentence, at, end);
  if (pronoun !== null) return pronoun;
  for (let next = end - 1; next > at; next -= 1) {
    const token = sentence[next];
    if (
      token !== undefined &&
      isDeterminer(token) &&
      !prepositions.has(sentence[next - 1]?.lower ?? '')
    )
      return next;
  }
  return end;
}

function isTimeWord(token: Token): boolean {
  return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|gmt|christmas|easter)$/u.test(
    token.lower,
  );
}

function lastPronoun(sentence: Sentence, from: number, end: number): number | null {
  const last = sentence[end - 1];
  if (last !== undefined && end > from && pronouns.has(last.lower)) return end - 1;
  return null;
}

function pronounAt(sentence: Sentence, at: number): NounPhrase {
  const lower = sentence[at]?.lower ?? '';
  return { kind: 'pronoun', from: at, to: at + 1, words: [lower], head: lower, definite: true };
}

function beginsPhrase(token: Token): boolean {
  return token.capital || token.kind === 'number' || isDeterminer(token);
}

function namesPeople(sentence: Sentence, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 5); at += 1) {
    const token = sentence[at];
    if (token === undefined) return false;
    if (personNouns.has(token.lower) || personNouns.has(singular(token.lower))) return true;
  }
  return false;
}

function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The verb follows a comma: what stands between commas before it says more about the subject, or is it. */
function overCommas(sentence: Sentence, comma: number, least: number, verb: number): FoundSubject {
  let end = comma;
  for (let round = 0; round < 7; round += 1) {
    let from = end;
    while (from > least && !isBreak(sentence, from - 1)) from -= 1;
    const before = sentence[from - 1];
    const first = sentence[from];
    if (first === undefined || from >= end) return { phrase: null, from: verb };
    const outer = before?.text === ',' && from > least + 1;
    if (startsName(sentence, from)) {
      const phrase = readNounPhrase(sentence, pastKnownAs(sentence, from), end);
      if (phrase?.kind === 'name' && !(outer && followsName(sentence, from - 1, least)))
        return { phrase, from: outer ? officeBefore(sentence, from, least) : from };
    } else if (!isAside(sentence, from) && !(outer && isApposed(sentence, from, least))) {
      return subjectEndingAt(sentence, end, least, verb);
    }
    if (!outer) return subjectEndingAt(sentence, end, least, verb);
    end = from - 1;
  }
  return { phrase: null, from: verb };
}

/** "the hospital’s director, Omar Haddad, told": the subject begins with the office. */
function officeBefore(sentence: Sentence, name: number, least: number): number {
  let from = name - 1;
  while (from > least && !isBreak(sentence, from - 1)) from -= 1;
  const first = sentence[from];
  if (first === undefined || first.capital || !isDeterminer(first)) return name;
  const phrase = readNounPhrase(sentence, from, name - 1);
  return phrase?.kind === 'common' && phrase.to === name - 1 && isOneSomebody(phrase.head)
    ? from
    : name;
}

function isBreak(sentence: Sentence, at: number): boolean {
  const token = sentence[at];
  if (token === undefined) return true;
  // The “Guardians of the Wells”, say: a quotation that a word of the author's goes with.
  if (token.kind === 'quote') return sentence[at - 1]?.kind !== 'word';
  return token.kind === 'sign' && /[,:;–—]/u.test(token.text);
}

/** "Anton Lisiecki", "known as Abu Nimr": a name and nothing but its titles before it. */
function startsName(sentence: Sentence, from: number): boolean {
  const first = sentence[pastKnownAs(sentence, from)];
  return first?.capital === true && !/^(?:a|an|the)$/u.test(sentence[from]?.lower ?? '');
}

function pastKnownAs(sentence: Sentence, from: number): number {
  let at = from;
  while (/^(?:known|as|named|called|identified|only)$/u.test(sentence[at]?.lower ?? '')) at += 1;
  return at;
}

/** Whether the segment before a comma is itself a name, to which what follows the comma belongs. */
function followsName(sentence: Sentence, comma: number, least: number): boolean {
  let from = comma;
  while (from > least && !isBreak(sentence, from - 1)) from -= 1;
  const last = sentence[comma - 1];
  if (last?.kind === 'number') return true;
  const phrase = from < comma ? readNounPhrase(sentence, from, comma) : null;
  if (phrase?.kind !== 'name' || phrase.to !== comma || tellsTime(phrase)) return false;
  return phrase.words.length >= 2;
}

/** "On Saturday", "Earlier Thursday": no name, though it looks like one. */
function tellsTime({ words }: NounPhrase): boolean {
  return words.every((word) =>
    /^(?:on|early|earlier|late|later|last|next|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu.test(
      word,
    ),
  );
}

/** What says more about what stands before it: an age, "a farmer", "who was there", "speaking from prison". */
function isAside(sentence: Sentence, from: number): boolean {
  const token = sentence[from];
  const left = sentence[from - 1];
  if (token === undefined || left?.text !== ',') return false;
  if (token.kind === 'number') return true;
  if (/^(?:who|whose|which|whom|a|an|one|some|both|himself|herself)$/u.test(token.lower))
    return true;
  if (pronouns.has(token.lower)) return false;
  if (
    token.lower === 'the' ||
    token.lower === 'its' ||
    token.lower === 'their' ||
    token.lower === 'his' ||
    token.lower === 'her'
  ) {
    return sentence[from - 2]?.capital === true || sentence[from - 2]?.kind === 'number';
  }
  return !token.capital && !isDeterminer(token) && !personNouns.has(singular(token.lower))
    ? true
    : !token.capital && /ing$|ed$/u.test(token.lower);
}

/** "Jo Smith, leader of the League and rival of Jones, said": an office right behind a name. */
function isApposed(sentence: Sentence, from: number, least: number): boolean {
  const first = sentence[from];
  const noun = first !== undefined && isDeterminer(first) ? sentence[from + 1] : first;
  const last = sentence[from - 2];
  if (noun === undefined || noun.capital || last?.capital !== true || isTimeWord(last))
    return false;
  if (!isOneSomebody(noun.lower)) return false;
  let begin = from - 1;
  while (begin > least && !isBreak(sentence, begin - 1)) begin -= 1;
  const lead = sentence[begin];
  return lead !== undefined && !prepositions.has(lead.lower) && !clauseWords.has(lead.lower);
}
