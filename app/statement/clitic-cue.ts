import { foreignCueVerbs } from './foreign-cues.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';

const cliticPronoun = /(?:^|-)(?:t-)?(il|elle|ils|elles|on)$/u;

/** French: "dit-elle", "a-t-il déclaré lundi", "a réagi Mme Marsan". */
export function cliticVerb(
  sentence: Sentence,
  at: number,
  earlier: readonly SpeechCue[],
): SpeechCue | null {
  const token = sentence[at];
  if (token === undefined) return null;
  const pronoun = cliticPronoun.exec(token.lower);
  const joined = pronoun !== null && token.lower.includes('-');
  if (
    joined &&
    foreignCueVerbs.has(token.lower.replace(/-(?:t-)?(?:il|elle|ils|elles|on)$/u, ''))
  ) {
    return cue(at, at + 1);
  }
  if (
    joined &&
    /^(?:a|ont|avait|avaient)-/u.test(token.lower) &&
    foreignCueVerbs.has(sentence[at + 1]?.lower ?? '')
  ) {
    return earlier.some(({ from }) => from === at) ? null : cue(at, at + 2);
  }
  return null;

  function cue(from: number, to: number): SpeechCue {
    const head = pronoun?.[1]?.startsWith('elle') === true ? 'elle' : 'il';
    const subject: NounPhrase = {
      kind: 'pronoun',
      from,
      to: from + 1,
      words: [head],
      head,
      definite: true,
    };
    return {
      sort: 'verb',
      from,
      to,
      verb: sentence[to - 1]?.lower ?? '',
      subject,
      inverted: true,
      settled: true,
      left: from,
      right: to,
    };
  }
}
