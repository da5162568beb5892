import { subjectBefore } from './find-subject.ts';
import { readNounPhrase } from './noun-phrase.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';

const longestSpeaker = 14;

/** "A readout quoted the president as saying": it is the president who says it. */
export function quotedSayingAt(sentence: Sentence, at: number): SpeechCue | null {
  const token = sentence[at];
  if (token === undefined || !/^(?:quoted|quotes|quoting|cited|citing)$/u.test(token.lower))
    return null;
  for (let as = at + 1; as < Math.min(sentence.length - 1, at + longestSpeaker); as += 1) {
    if (sentence[as]?.lower !== 'as' || sentence[as + 1]?.lower !== 'saying') continue;
    const passive = /^(?:was|were|is|are|been|being)$/u.test(sentence[at - 1]?.lower ?? '');
    if (passive) {
      const subject = subjectBefore(sentence, at);
      return {
        sort: 'verb',
        from: at,
        to: as + 2,
        verb: 'quoted',
        subject: subject.phrase,
        inverted: false,
        left: subject.from,
        right: as + 2,
      };
    }
    const subject = readNounPhrase(sentence, at + 1, as);
    return {
      sort: 'verb',
      from: at,
      to: as + 2,
      verb: 'quoted',
      subject,
      inverted: true,
      left: at,
      right: as + 2,
    };
  }
  return null;
}
