import { foreignCueVerbs } from './foreign-cues.ts';
import { isDeterminer, type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { phraseEnd } from './phrase-end.ts';
import type { Sentence } from './sentence-tokens.ts';
import { personNouns } from './title-words.ts';

/** The speaker behind a verb: said Smith, said the minister, Jo Smith. */
export function subjectBehind(sentence: Sentence, verb: number): NounPhrase | null {
  let from = verb + 1;
  // "is how Smith puts it", "-t-il", "auch", "gestern".
  while (
    from < verb + 4 &&
    /^(?:how|auch|gestern|dazu|hat|ha|a|t)$/u.test(sentence[from]?.lower ?? '') &&
    sentence[from]?.capital === false
  )
    from += 1;
  const first = sentence[from];
  if (first === undefined || first.kind !== 'word') return null;
  if (
    /^(?:he|she|they|it|i|we|er|sie|il|elle|él|ella|он|она|ele|ela|han|hon|lui|lei|они)$/u.test(
      first.lower,
    )
  ) {
    return {
      kind: 'pronoun',
      from,
      to: from + 1,
      words: [first.lower],
      head: first.lower,
      definite: true,
    };
  }
  if (
    /^(?:that|to|in|on|at|of|about|him|her|me|us|them|his|how|as|after|when|during|before|by|with|for)$/u.test(
      first.lower,
    ) &&
    !possessiveNoun(sentence, from)
  ) {
    return null;
  }
  const phrase = readNounPhrase(sentence, from, phraseEnd(sentence, from));
  if (phrase === null) return null;
  if (
    !first.capital &&
    !isDeterminer(first) &&
    phrase.kind === 'common' &&
    !isPersonNoun(phrase.head)
  ) {
    return foreignCueVerbs.has(sentence[verb]?.lower ?? '') ? phrase : null;
  }
  return apposedName(sentence, phrase) ?? phrase;
}

function possessiveNoun(sentence: Sentence, from: number): boolean {
  const first = sentence[from];
  return /^(?:his|her)$/u.test(first?.lower ?? '') && isPersonNoun(sentence[from + 1]?.lower ?? '');
}

/** Whether a word, or its singular, is a noun for somebody or something that speaks. */
export function isPersonNoun(word: string): boolean {
  return personNouns.has(word) || personNouns.has(word.replace(/s$/u, ''));
}

/** "the chair, Dame Margaret Oduya,": the name that a phrase without one is followed by. */
export function apposedName(sentence: Sentence, phrase: NounPhrase): NounPhrase | null {
  if (phrase.kind !== 'common') return null;
  let comma = phrase.to;
  while (comma < phrase.to + 6 && sentence[comma]?.kind === 'word') comma += 1;
  const next = sentence[comma + 1];
  if (sentence[comma]?.text !== ',' || next?.capital !== true) return null;
  const name = readNounPhrase(sentence, comma + 1, phraseEnd(sentence, comma + 1));
  if (name?.kind !== 'name') return null;
  // "her husband, Arne,"
  const single = isPersonNoun(phrase.head) && sentence[name.to]?.text === ',';
  return name.words.length >= 2 || single ? name : null;
}
