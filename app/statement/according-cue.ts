import { foreignAccording } from './foreign-cues.ts';
import { type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import { phraseEnd } from './phrase-end.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';
import { apposedName } from './subject-behind.ts';

const objectPronouns: Readonly<Record<string, string>> = { him: 'he', her: 'she', them: 'they' };

/** "according to the mayor", "in the words of the mayor", "per the mayor's office". */
export function accordingAt(sentence: Sentence, at: number): SpeechCue | null {
  const lowers = [0, 1, 2, 3].map((more) => sentence[at + more]?.lower ?? '');
  const words = lowers.join(' ');
  let length = 0;
  if (words.startsWith('according to')) length = 2;
  else if (words === 'in the words of') length = 4;
  else if (foreignAccording.has(`${lowers[0]} ${lowers[1]}`)) length = 2;
  else if (foreignAccording.has(lowers[0] ?? '')) length = 1;
  if (length === 0) return null;
  const from = at + length;
  const pronoun = objectPronouns[sentence[from]?.lower ?? ''];
  if (pronoun !== undefined && sentence[from + 1]?.kind !== 'word') {
    const subject: NounPhrase = {
      kind: 'pronoun',
      from,
      to: from + 1,
      words: [pronoun],
      head: pronoun,
      definite: true,
    };
    return {
      sort: 'according',
      from: at,
      to: from,
      verb: '',
      subject,
      inverted: true,
      left: at,
      right: from + 1,
    };
  }
  const phrase = readNounPhrase(sentence, from, phraseEnd(sentence, from));
  if (phrase === null) return null;
  const subject = apposedName(sentence, phrase) ?? phrase;
  return {
    sort: 'according',
    from: at,
    to: from,
    verb: '',
    subject,
    inverted: true,
    left: at,
    right: subject.to,
  };
}
