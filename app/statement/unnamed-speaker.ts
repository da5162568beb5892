import { isDeterminer, type NounPhrase } from './noun-phrase.ts';
import type { Sentence } from './sentence-tokens.ts';
import { organisationWords, personNouns } from './title-words.ts';

/**
 * Somebody without a name in the text's own words, with their article: "a person briefed on the call". Sure only if the
 * text speaks of somebody known: "the ministry", "her office", "police".
 */
export function unnamedSpeaker(
  phrase: NounPhrase,
  sentence: Sentence,
): { name: string; sure: boolean } {
  const [first = '', ...others] = phrase.words;
  const token = sentence[phrase.from];
  const lower = first.toLowerCase();
  // A capital that only begins the sentence: Two officials, Police.
  const ordinary =
    token !== undefined &&
    phrase.from === 0 &&
    !/^\d/u.test(others[0] ?? '') &&
    (isDeterminer(token) || personNouns.has(lower) || personNouns.has(lower.replace(/s$/u, '')));
  const words = [ordinary ? lower : first, ...others];
  const before = sentence[phrase.from - 1]?.lower ?? '';
  const article = /^(?:the|a|an)$/u.test(before) ? [before] : [];
  const owned = token?.possessive === true;
  const body = organisationWords.has(phrase.head) && !(token !== undefined && isDeterminer(token));
  const indefinite = before === 'a' || before === 'an';
  return {
    name: [...article, ...words].join(' '),
    sure: !indefinite && (phrase.definite || owned || body),
  };
}
