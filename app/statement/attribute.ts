import { clauseVerbs, pronouns } from './cue-words.ts';
import { isDoubtful } from './find-cues.ts';
import { leadingPhrase } from './leading-phrase.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { phraseEnd } from './phrase-end.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';

/** How a quotation is joined to what says who speaks. */
export interface Attribution {
  /** Beside it; before a colon; elsewhere in its sentence before or behind it; nothing but a verb nobody knows. */
  readonly how: 'beside' | 'colon' | 'before' | 'behind' | 'according' | 'guess';
  readonly cue: SpeechCue;
  /** Who says it; `null`: the sentence does not say. */
  readonly subject: NounPhrase | null;
  /** Where the cue's words end, for what is said of time and place behind them. */
  readonly right: number;
}

/**
 * Who says the quotation that is the token `at` of a sentence with these cues. What stands beside the quotation goes
 * first, behind it before in front of it; then the nearest cue before it, then one behind. `null`: nobody is said to.
 */
export function attribute(
  sentence: Sentence,
  at: number,
  cues: readonly SpeechCue[],
): Attribution | null {
  return (
    ofPhrase(sentence, at) ??
    ownClause(sentence, at, cues) ??
    besideBehind(sentence, at, cues) ??
    beforeColon(sentence, at, cues) ??
    ofNoun(sentence, at, cues) ??
    before(sentence, at, cues) ??
    behind(sentence, at, cues) ??
    guessed(sentence, at)
  );
}

/** A part of a clause that has its verb of speech before it: Smith urged both sides “to wait,” a spokesman said. */
function ownClause(sentence: Sentence, at: number, cues: readonly SpeechCue[]): Attribution | null {
  if (!/^\p{Ll}/u.test(sentence[at]?.quote?.firstSign ?? '')) return null;
  const cue = cues.findLast((each) => each.to <= at);
  if (
    cue === undefined ||
    cue.sort !== 'verb' ||
    cue.subject === null ||
    isDoubtful(cue) ||
    at - cue.to > 12
  )
    return null;
  const clause = sentence.slice(cue.to, at);
  if (clause.some(({ kind, text }) => kind === 'quote' || text === ',' || text === ':'))
    return null;
  return { how: 'before', cue, subject: cue.subject, right: cue.right };
}

/** The index of the next token behind a quotation that is neither comma nor dash. */
function past(sentence: Sentence, at: number): number {
  let next = at + 1;
  while (/^[,–—-]$/u.test(sentence[next]?.text ?? '')) next += 1;
  return next;
}

function besideBehind(
  sentence: Sentence,
  at: number,
  cues: readonly SpeechCue[],
): Attribution | null {
  const next = past(sentence, at);
  if (
    /^(?:while|and|but|whereas|although|though|or|which|who|because)$/u.test(
      sentence[next]?.lower ?? '',
    )
  )
    return null;
  // The “green window” refers to…: a word of the author's sentence.
  if (!endsOpen(sentence, at) && sentence[at - 1]?.kind === 'word' && next === at + 1) return null;
  if (isDeterminer(sentence[at - 1]) || answers(sentence, at)) return null;
  for (const cue of cues) {
    if (cue.from <= at || /ing$/u.test(cue.verb)) continue;
    if (cue.left > next) {
      // A subject with more words than were read as one.
      const how = sentence[next]?.lower === 'is' && sentence[next + 1]?.lower === 'how';
      const near =
        clauseVerbs.has(cue.verb) &&
        cue.subject !== null &&
        cue.left - next <= 8 &&
        endsOpen(sentence, at) &&
        !quoteBetween(sentence, at, cue.left);
      if (!near && !how) break;
    }
    if (cue.sort === 'according') {
      const other = cues.find(
        (each) => each.sort === 'verb' && each.to <= at && each.subject !== null,
      );
      if (other !== undefined) return null;
    }
    const subject =
      cue.subject ?? (cue.sort === 'verb' ? unreadSubject(sentence, next, cue) : null);
    return {
      how: cue.sort === 'according' ? 'according' : 'beside',
      cue,
      subject,
      right: cue.right,
    };
  }
  return null;
}

/** “Responding to remarks that it was “a joke”, Smith said”: what is answered is not what Smith says. */
function answers(sentence: Sentence, at: number): boolean {
  return (
    at > 3 &&
    /^(?:responding|asked|commenting|reacting|replying|rejecting|dismissing|denying)$/u.test(
      sentence[0]?.lower ?? '',
    )
  );
}

const speechNoun =
  /^(?:call|calls|condemnation|claim|claims|remark|remarks|demand|demands|plea|warning|warnings|promise|pledge|assertion|statement|statements|appeal|comment|comments|description|denunciation|criticism|accusation|accusations|vow|words|insistence|suggestion|argument|reference|references|complaint|tweet|post|letter|email)$/u;

/** “in Smith’s phrase, “ever closer””, “(in Smith’s words) “ever closer””. */
function ofPhrase(sentence: Sentence, at: number): Attribution | null {
  const noun = /^[,)]$/u.test(sentence[at - 1]?.text ?? '') ? at - 2 : at - 1;
  if (!/^(?:phrase|words|formulation|expression)$/u.test(sentence[noun]?.lower ?? '')) return null;
  const owner = sentence[noun - 1];
  if (owner?.possessive !== true || !owner.capital) return null;
  const from = nameStart(sentence, noun - 1);
  return nounAttribution(noun, readOwner(sentence, from, noun), from, noun + 1);
}

/** “Smith’s call for “ever closer” ties”, “remarks by Smith that it was “a joke””. */
function ofNoun(sentence: Sentence, at: number, cues: readonly SpeechCue[]): Attribution | null {
  for (let noun = at - 1; noun >= Math.max(0, at - 9); noun -= 1) {
    const token = sentence[noun];
    if (
      token === undefined ||
      (token.kind === 'sign' && /[,;:.]/u.test(token.text)) ||
      token.kind === 'quote'
    )
      return null;
    if (cues.some(({ from, to }) => from <= noun && noun < to)) return null;
    if (!speechNoun.test(token.lower)) continue;
    let owner = noun - 1;
    while (
      owner >= Math.max(0, noun - 3) &&
      sentence[owner]?.kind === 'word' &&
      sentence[owner]?.possessive === false
    )
      owner -= 1;
    const named = sentence[owner]?.possessive === true && sentence[owner]?.capital === true;
    const from = named ? nameStart(sentence, owner) : null;
    if (from !== null)
      return nounAttribution(noun, readOwner(sentence, from, owner + 1), from, noun + 1);
    if (/^(?:by|from)$/u.test(sentence[noun + 1]?.lower ?? '')) {
      const subject = readNounPhrase(
        sentence,
        noun + 2,
        Math.min(at, phraseEnd(sentence, noun + 2)),
      );
      return nounAttribution(noun, subject, noun, subject?.to ?? noun + 1);
    }
    return null;
  }
  return null;
}

function nameStart(sentence: Sentence, owner: number): number {
  let from = owner;
  while (sentence[from - 1]?.capital === true) from -= 1;
  return from;
}

function readOwner(sentence: Sentence, from: number, to: number): NounPhrase {
  const words = sentence.slice(from, to).map(({ text }) => text);
  return { kind: 'name', from, to, words, head: '', definite: true };
}

function nounAttribution(
  noun: number,
  subject: NounPhrase | null,
  left: number,
  right: number,
): Attribution | null {
  if (subject === null) return null;
  const cue: SpeechCue = {
    sort: 'verb',
    from: noun,
    to: noun + 1,
    verb: '',
    subject,
    inverted: false,
    settled: true,
    left,
    right,
  };
  return { how: 'before', cue, subject, right };
}

function isDeterminer(token: Sentence[number] | undefined): boolean {
  return /^(?:the|a|an|its|his|her|their|this|that|le|la|der|die|das|el)$/u.test(
    token?.lower ?? '',
  );
}

function unreadSubject(sentence: Sentence, from: number, cue: SpeechCue): NounPhrase | null {
  return cue.from > from ? readNounPhrase(sentence, from, cue.from) : null;
}

function endsOpen(sentence: Sentence, at: number): boolean {
  return /[,?!…—–-]/u.test(sentence[at]?.quote?.lastSign ?? '') || sentence[at + 1]?.text === ',';
}

function quoteBetween(sentence: Sentence, from: number, to: number): boolean {
  return sentence.slice(from + 1, to).some(({ kind }) => kind === 'quote');
}

function beforeColon(
  sentence: Sentence,
  at: number,
  cues: readonly SpeechCue[],
): Attribution | null {
  const sign = sentence[at - 1]?.text ?? '';
  if (!/^[:：]$/u.test(sign)) return null;
  return colonCue(sentence, at - 1, cues);
}

/** Who is said to speak by what stands before a colon. */
export function colonCue(
  sentence: Sentence,
  colon: number,
  cues: readonly SpeechCue[],
): Attribution {
  const last = cues.findLast((cue) => cue.to <= colon && cue.subject !== null && cue.from < colon);
  if (last !== undefined) return { how: 'colon', cue: last, subject: last.subject, right: colon };
  const subject = leadingPhrase(sentence, colon);
  const cue: SpeechCue = {
    sort: 'colon',
    from: colon,
    to: colon + 1,
    verb: '',
    subject,
    inverted: false,
    left: 0,
    right: colon + 1,
  };
  return { how: 'colon', cue, subject, right: colon };
}

function before(sentence: Sentence, at: number, cues: readonly SpeechCue[]): Attribution | null {
  const cue = cues.findLast((each) => each.to <= at && (!isDoubtful(each) || at - each.to <= 3));
  if (cue === undefined) return null;
  const verb =
    cue.sort === 'according'
      ? (cues.findLast((each) => each.to <= at && each.sort === 'verb') ?? cue)
      : cue;
  const subject = verb.subject ?? leadingPhrase(sentence, verb.from);
  return {
    how: verb.sort === 'according' ? 'according' : 'before',
    cue: verb,
    subject,
    right: verb.right,
  };
}

/** A cue that the sentence ends with: "…, officials said". */
function behind(sentence: Sentence, at: number, cues: readonly SpeechCue[]): Attribution | null {
  const cue = cues.find((each) => each.from > at && each.subject !== null);
  if (cue === undefined) return null;
  const sign = sentence[cue.left - 1]?.text ?? '';
  if (cue.sort !== 'according' && sign !== ',') return null;
  return {
    how: cue.sort === 'according' ? 'according' : 'behind',
    cue,
    subject: cue.subject,
    right: cue.right,
  };
}

/** “Come in,” he volunteered. / “Come in,” gurgled Smith: a verb that no list has, right behind a quotation. */
function guessed(sentence: Sentence, at: number): Attribution | null {
  if (!endsOpen(sentence, at)) return null;
  const next = past(sentence, at);
  const first = sentence[next];
  if (first?.kind !== 'word') return null;
  const inflected = /(?:ed|s)$/u;
  if (
    !first.capital &&
    inflected.test(first.lower) &&
    first.lower.length > 3 &&
    !pronouns.has(first.lower)
  ) {
    const subject = readNounPhrase(sentence, next + 1, phraseEnd(sentence, next + 1));
    if (subject?.kind === 'name') return guess(next, next + 1, subject, true);
  }
  if (!first.capital && !pronouns.has(first.lower)) return null;
  let verb = next + 1;
  while (sentence[verb]?.capital === true && verb < next + 5) verb += 1;
  const word = sentence[verb];
  if (word?.kind !== 'word' || word.capital || !inflected.test(word.lower)) return null;
  const subject = pronouns.has(first.lower)
    ? {
        kind: 'pronoun' as const,
        from: next,
        to: next + 1,
        words: [first.lower],
        head: first.lower,
        definite: true,
      }
    : readNounPhrase(sentence, next, verb);
  return subject === null ? null : guess(verb, verb + 1, subject, false);
}

function guess(from: number, to: number, subject: NounPhrase, inverted: boolean): Attribution {
  const cue: SpeechCue = {
    sort: 'verb',
    from,
    to,
    verb: '',
    subject,
    inverted,
    left: Math.min(from, subject.from),
    right: Math.max(to, subject.to),
  };
  return { how: 'guess', cue, subject, right: cue.right };
}
