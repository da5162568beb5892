import type { RevisionText } from '../record/text.ts';
import { type Attribution, attribute, colonCue } from './attribute.ts';
import { dashLineName } from './block-quotations.ts';
import { findCues } from './find-cues.ts';
import { readNounPhrase } from './noun-phrase.ts';
import { phraseEnd } from './phrase-end.ts';
import type { QuotedPassage } from './quoted-passages.ts';
import type { PhrasePlace } from './resolve-speaker.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';

/**
 * Who is said to speak a quotation, and in which sentence it says so: that of the passage's beginning or of its end, a line
 * below with a dash, or a colon at the end of the paragraph above. `at`: the quotation's token in the sentence of `place`.
 */
export function attributionOf(
  text: RevisionText,
  blocks: readonly (readonly Sentence[])[],
  passage: QuotedPassage,
  place: PhrasePlace,
  at: number,
  cues: readonly SpeechCue[],
): [Attribution | null, PhrasePlace] {
  const own = attribute(place.sentence, at, cues);
  const last = passage.parts.at(-1);
  const dash = dashAttribution(text, blocks, (last?.block ?? place.block) + 1);
  if (own === null && dash !== null) return dash;
  if (passage.parts.length > 1 && last !== undefined) {
    for (const [index, sentence] of (blocks[last.block] ?? []).entries()) {
      const end = sentence.findIndex((token) => token.quote !== null && token.start === last.start);
      if (end < 0) continue;
      const behind = attribute(sentence, end, findCues(sentence));
      if (behind !== null && own === null) return [behind, { sentence, block: last.block, index }];
    }
  }
  if (own === null && at === 0 && place.index === 0) {
    const above = blocks[place.block - 1]?.at(-1);
    if (above?.at(-1)?.text === ':' && text.blocks[place.block - 1]?.kind !== 'heading') {
      const colon = above.length - 1;
      const index = (blocks[place.block - 1]?.length ?? 1) - 1;
      return [
        colonCue(above, colon, findCues(above)),
        { sentence: above, block: place.block - 1, index },
      ];
    }
  }
  return [own, place];
}

function dashAttribution(
  text: RevisionText,
  blocks: readonly (readonly Sentence[])[],
  block: number,
): [Attribution, PhrasePlace] | null {
  const start = dashLineName(text, block);
  const sentence = blocks[block]?.[0];
  if (start === null || sentence === undefined) return null;
  const from = sentence.findIndex((token) => token.start >= start);
  const phrase = from < 0 ? null : readNounPhrase(sentence, from, phraseEnd(sentence, from));
  if (phrase === null) return null;
  const cue: SpeechCue = {
    sort: 'colon',
    from: 0,
    to: 1,
    verb: '',
    subject: phrase,
    inverted: true,
    left: 0,
    right: phrase.to,
  };
  return [
    { how: 'colon', cue, subject: phrase, right: phrase.to },
    { sentence, block, index: 0 },
  ];
}

/** Who is said to speak the blocks `from` to `to`, set off as a quotation: a line below names the speaker, or the sentence above. */
export function attributionOfBlock(
  text: RevisionText,
  blocks: readonly (readonly Sentence[])[],
  from: number,
  to: number,
): [Attribution | null, PhrasePlace | null] {
  const dash = dashAttribution(text, blocks, to);
  if (dash !== null) return dash;
  const above = blocks[from - 1];
  const sentence = above?.at(-1);
  if (above === undefined || sentence === undefined || text.blocks[from - 1]?.kind === 'heading')
    return [null, null];
  const place = { sentence, block: from - 1, index: above.length - 1 };
  const cues = findCues(sentence);
  if (sentence.at(-1)?.text === ':') return [colonCue(sentence, sentence.length - 1, cues), place];
  const cue = cues.findLast(({ subject }) => subject !== null);
  return cue === undefined
    ? [null, null]
    : [{ how: 'before', cue, subject: cue.subject, right: cue.right }, place];
}
