import { accordingAt } from './according-cue.ts';
import { cliticVerb } from './clitic-cue.ts';
import {
  betweenSubjectAndVerb,
  doubtfulCueVerbs,
  englishCueVerbs,
  finiteVerbs,
  pronouns,
  thatOnlyVerbs,
} from './cue-words.ts';
import { subjectBefore } from './find-subject.ts';
import { foreignCueVerbs } from './foreign-cues.ts';
import { leadingPhrase } from './leading-phrase.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { phraseEnd } from './phrase-end.ts';
import { quotedSayingAt } from './quoted-saying-cue.ts';
import type { Sentence, Token } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';
import { isPersonNoun, subjectBehind } from './subject-behind.ts';
import { isThing } from './who-can-speak.ts';

const beforeNoun = new Set(
  `the a an his her its their our my your this that these those any no some of in for by with from such further latest recent
  joint new official first last every each another own without about`.split(/\s+/u),
);
const formOfVerb =
  /^(?:has|had|have|having|is|was|were|are|been|being|would|could|will|did|does|do|may|might|can|should|must)$/u;
/** What goes on for longer, in tokens, is a list or a program. */
const longestSentence = 600;

/** What in a sentence says that somebody says something, in order; nothing in one of more than 600 tokens. Linear. */
export function findCues(sentence: Sentence): SpeechCue[] {
  const cues: SpeechCue[] = [];
  if (sentence.length > longestSentence) return cues;
  for (let at = 0; at < sentence.length; at += 1) {
    const token = sentence[at];
    if (token?.kind !== 'word') continue;
    const cue =
      accordingAt(sentence, at) ?? quotedSayingAt(sentence, at) ?? verbAt(sentence, at, cues);
    if (cue === null) continue;
    cues.push(cue);
    at = Math.max(at, cue.to - 1);
  }
  return cues;
}

function verbAt(sentence: Sentence, at: number, earlier: readonly SpeechCue[]): SpeechCue | null {
  const token = sentence[at];
  if (token === undefined || token.possessive) return null;
  const clitic = cliticVerb(sentence, at, earlier);
  if (clitic !== null) return clitic;
  const foreign = foreignCueVerbs.has(token.lower);
  const thatFollows = thatOnlyVerbs.has(token.lower) && tellsOf(sentence, at);
  if (!englishCueVerbs.has(token.lower) && !foreign && !thatFollows) return null;
  const auxiliary =
    foreign && /^(?:a|ha|ont|hat|haben|hanno|han)$/u.test(sentence[at - 1]?.lower ?? '');
  const opening = previousWord(sentence, auxiliary ? at - 1 : at);
  const afterQuote = opening?.kind === 'quote';
  if (token.capital && !afterQuote && (at > 0 || !/(?:ing|ed)$/u.test(token.lower))) return null;
  if (/^point/u.test(token.lower) && sentence[at + 1]?.lower !== 'out') return null;
  if (!foreign && isNoun(sentence, at)) return null;
  if (afterQuote) {
    const behind = subjectBehind(sentence, at);
    if (behind !== null) return invertedVerb(sentence, at, behind, auxiliary ? at - 1 : at);
  }
  if (isPassive(sentence, at)) return passive(sentence, at);
  const ending = endingSpeaker(sentence, at);
  if (ending !== null) return invertedVerb(sentence, at, ending);
  const found = subjectBefore(sentence, at);
  if (foreign && found.phrase === null) {
    const behind = subjectBehind(sentence, at);
    if (behind !== null) return invertedVerb(sentence, at, behind);
  }
  const participle = /ing$/u.test(token.lower);
  if (
    found.phrase === null &&
    !participle &&
    !sharesSubject(sentence, at) &&
    !afterQuote &&
    at > 0
  ) {
    if (token.lower !== 'said' && !foreign) return null;
  }
  if (
    found.phrase?.kind === 'common' &&
    /[^s]s$/u.test(token.lower) &&
    /[^s]s$/u.test(found.phrase.head)
  )
    return null;
  if (found.phrase !== null && isBaseForm(token) && !plural(sentence, found.phrase, at))
    return null;
  // "Smith spoke of how the decree hurt, noting that …": who notes is not the decree.
  const whose = participle && found.phrase !== null && isThing(found.phrase) ? null : found.phrase;
  const subject =
    whose ??
    (participle || sharesSubject(sentence, at)
      ? (earlier.at(-1)?.subject ?? leadingPhrase(sentence, at))
      : null);
  const left = whose === null ? at : Math.min(found.from, whose.from);
  return {
    sort: 'verb',
    from: at,
    to: at + 1,
    verb: token.lower,
    subject,
    inverted: false,
    settled: /^put/u.test(token.lower) && sentence[at + 1]?.lower === 'it',
    left,
    right: at + 1,
  };
}

/** "showed that …", "…, figures showed.", "…, figures showed on Monday." */
function tellsOf(sentence: Sentence, at: number): boolean {
  const next = sentence[at + 1];
  if (next?.lower === 'that') return true;
  const ends = next === undefined || next.text === '.' || next.lower === 'on';
  return ends && sentence.slice(Math.max(0, at - 8), at).some(({ text }) => text === ',');
}

/** "has been described by Smith as": who speaks stands behind, if anywhere. */
function isPassive(sentence: Sentence, at: number): boolean {
  if (!/ed$|^(?:told|said|written|put)$/u.test(sentence[at]?.lower ?? '')) return false;
  let before = at - 1;
  while (isAdverb(sentence[before]?.lower ?? '')) before -= 1;
  return /^(?:was|were|been|is|are|being|be)$/u.test(sentence[before]?.lower ?? '');
}

function isAdverb(word: string): boolean {
  return (
    /^(?:widely|long|later|last)$/u.test(word) ||
    (betweenSubjectAndVerb.has(word) && !formOfVerb.test(word)) ||
    /[a-z]{3}ly$/u.test(word)
  );
}

/** "…, said Jo Smith, who was there.": the speaker behind a verb that ends the author's own sentence. */
function endingSpeaker(sentence: Sentence, at: number): NounPhrase | null {
  if (
    sentence[at - 1]?.text !== ',' ||
    !/^(?:said|says|added|noted|explained|warned|argued)$/u.test(sentence[at]?.lower ?? '')
  )
    return null;
  const first = sentence[at + 1];
  if (first === undefined || pronouns.has(first.lower)) return null;
  const end = phraseEnd(sentence, at + 1);
  const words = sentence.slice(at + 1, end);
  if (
    words.some(
      (token) => token.kind === 'word' && (finiteVerbs.test(token.lower) || token.lower === 'that'),
    )
  )
    return null;
  const subject = subjectBehind(sentence, at);
  if (subject === null || (subject.kind === 'common' && !isPersonNoun(subject.head))) return null;
  return subject;
}

function passive(sentence: Sentence, at: number): SpeechCue | null {
  for (let by = at + 1; by < at + 7; by += 1) {
    if (sentence[by]?.lower !== 'by') continue;
    const subject = readNounPhrase(sentence, by + 1, phraseEnd(sentence, by + 1));
    if (subject === null || (subject.kind === 'common' && !isPersonNoun(subject.head))) return null;
    return invertedVerb(sentence, at, subject);
  }
  return null;
}

/** "said Smith": a verb whose speaker stands behind it. */
function invertedVerb(
  sentence: Sentence,
  at: number,
  subject: NounPhrase,
  left: number = at,
): SpeechCue {
  return {
    sort: 'verb',
    from: at,
    to: at + 1,
    verb: sentence[at]?.lower ?? '',
    subject,
    inverted: true,
    left,
    right: subject.to,
  };
}

/** The word or quotation before, over a comma or dash. */
function previousWord(sentence: Sentence, at: number): Token | undefined {
  let before = at - 1;
  while (before >= 0 && /^[,–—-]$/u.test(sentence[before]?.text ?? '')) before -= 1;
  return sentence[before];
}

function sharesSubject(sentence: Sentence, at: number): boolean {
  let before = at - 1;
  while (
    before > 0 &&
    /^(?:also|then|later|,|has|have|had|not|further)$/u.test(sentence[before]?.text ?? '')
  )
    before -= 1;
  return /^(?:and|but|or)$/u.test(sentence[before]?.lower ?? '');
}

/** Whether a form that is a noun as well is one here: "a report", "his claims", "Xi’s call". */
function isNoun(sentence: Sentence, at: number): boolean {
  const before = sentence[at - 1];
  const lower = sentence[at]?.lower ?? '';
  if (before === undefined || before.kind !== 'word') return false;
  if (before.possessive) return !/(?:ed|said|told|wrote|spoke)$/u.test(lower);
  if (/(?:ed|ing)$/u.test(lower))
    return (
      beforeNoun.has(before.lower) &&
      before.lower !== 'that' &&
      !/^(?:first|last)$/u.test(before.lower)
    );
  if (/^(?:said|told|wrote|says|tells|writes)$/u.test(lower)) return false;
  // "There were cries of…"
  if (/^(?:was|were|are|is|been)$/u.test(before.lower)) return true;
  // "territorial claims", but "the official claims".
  if (
    /(?:al|ic|ive|ous|ful|ary|able|ible|ish|less)$/u.test(before.lower) &&
    !isPersonNoun(before.lower)
  )
    return true;
  return beforeNoun.has(before.lower) || before.lower === 'to' || /[^e]ed$/u.test(before.lower);
}

function isBaseForm({ lower }: Token): boolean {
  return (
    !/(?:s|ed|ing)$/u.test(lower) &&
    !/^(?:said|told|wrote|spoke|thought|swore|put|read|held|went|began|forecast|tore|found)$/u.test(
      lower,
    ) &&
    !foreignCueVerbs.has(lower)
  );
}

function plural(sentence: Sentence, phrase: NounPhrase, verb: number): boolean {
  const between = sentence.slice(phrase.to, verb).map(({ lower }) => lower);
  if (
    between.some((word) =>
      /^(?:would|could|will|did|does|do|may|might|can|should|must|to|didn't|don't)$/u.test(word),
    )
  )
    return true;
  if (phrase.kind === 'pronoun') return /^(?:they|we|i|you|who)$/u.test(phrase.head);
  if (phrase.kind === 'common') return /s$|people|police/u.test(phrase.head);
  // "Investigators believe": a noun that has its capital from the sentence.
  const only = phrase.from === 0 && phrase.words.length === 1 ? phrase.words[0] : undefined;
  if (only?.endsWith('s') === true && isPersonNoun(only.toLowerCase())) return true;
  return sentence
    .slice(phrase.from - 3 < 0 ? 0 : phrase.from - 3, verb)
    .some(({ lower }) => lower === 'and');
}

/** Whether a verb needs a quotation beside it, since it often says something else. */
export function isDoubtful(cue: SpeechCue): boolean {
  return doubtfulCueVerbs.has(cue.verb) && cue.to - cue.from === 1 && !cue.settled;
}
