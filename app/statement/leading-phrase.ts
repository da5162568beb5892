import { pronouns } from './cue-words.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { phraseEnd } from './phrase-end.ts';
import type { Sentence } from './sentence-tokens.ts';

/** Whom a sentence is about: the phrase that it begins with. */
export function leadingPhrase(sentence: Sentence, until: number): NounPhrase | null {
  let from = 0;
  const first = sentence[0];
  if (
    first !== undefined &&
    /^(?:on|in|at|after|before|during|for|by|as|when|asked|speaking|following|earlier|with)$/u.test(
      first.lower,
    )
  ) {
    const comma = sentence.slice(0, Math.min(until, 25)).findIndex(({ text }) => text === ',');
    if (comma >= 0) from = comma + 1;
  }
  while (
    /^(?:but|and|so|yet|meanwhile|however|also|then|,)$/u.test(
      sentence[from]?.lower ?? sentence[from]?.text ?? '',
    ) ||
    sentence[from]?.text === ','
  )
    from += 1;
  if (
    sentence[from + 1]?.text === ',' &&
    /(?:ly|more|less|over|instead|thus|indeed)$/u.test(sentence[from]?.lower ?? '')
  )
    from += 2;
  const head = sentence[from];
  if (head === undefined || from >= until) return null;
  if (
    /^(?:there|here|from|to|of|this|that|these|those|what|when|if|why|how|behind|under|inside|outside|not|no|nor)$/u.test(
      head.lower,
    )
  )
    return null;
  if (pronouns.has(head.lower)) {
    return {
      kind: 'pronoun',
      from,
      to: from + 1,
      words: [head.lower],
      head: head.lower,
      definite: true,
    };
  }
  return readNounPhrase(sentence, from, Math.min(until, phraseEnd(sentence, from)));
}

/** "he" or "she" that a sentence begins with, or has behind its first few words: "In 1961 she". */
export function leadingPronoun(sentence: Sentence): NounPhrase | null {
  for (let at = 0; at < Math.min(sentence.length, 6); at += 1) {
    const token = sentence[at];
    if (token === undefined || token.kind === 'quote') return null;
    if (token.lower === 'he' || token.lower === 'she') {
      return {
        kind: 'pronoun',
        from: at,
        to: at + 1,
        words: [token.lower],
        head: token.lower,
        definite: true,
      };
    }
    if (token.capital && at > 0 && sentence[at - 1]?.lower !== 'in') return null;
  }
  return null;
}
