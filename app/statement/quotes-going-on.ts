import type { Attribution } from './attribute.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { SpeechCue } from './speech-cue.ts';

/** The tokens of quotations that go on with the one at `at`, one at most: “A,” he said, “b.” */
export function quotesGoingOn(
  sentence: Sentence,
  at: number,
  { how, cue }: Attribution,
  cues: readonly SpeechCue[],
  quotes: readonly number[],
): number[] {
  if ((how !== 'beside' && how !== 'guess') || cue.from < at) return [];
  if (/[.!?]/u.test(sentence[at]?.quote?.lastSign ?? '')) return [];
  const next = quotes.find((each) => each > at);
  if (next === undefined || next < cue.right) return [];
  const sign = sentence[next - 1];
  const comma = sign?.kind === 'sign' && /[,–—-]/u.test(sign.text);
  if (!comma && next !== cue.right) return [];
  const other = cues.some(
    (each) =>
      each !== cue &&
      each.from > at &&
      each.to <= next &&
      !/ing$/u.test(each.verb) &&
      each.subject !== null,
  );
  return other ? [] : [next];
}
