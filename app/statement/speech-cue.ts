import type { NounPhrase } from './noun-phrase.ts';

/** What in a sentence says that somebody says something. Indexes of the sentence's tokens. */
export interface SpeechCue {
  /** A verb, "according to", or the colon of what is quoted with nothing else. */
  readonly sort: 'verb' | 'according' | 'colon';
  readonly from: number;
  readonly to: number;
  /** The verb alone, lower case; '' of other sorts. */
  readonly verb: string;
  /** Who says it; `null`: whoever the sentence is about. */
  readonly subject: NounPhrase | null;
  /** Whether the speaker stands behind the verb: "said Smith". */
  readonly inverted: boolean;
  /** Whether what stands beside the verb leaves no doubt that it is one of speech: "put it", "dit-il". */
  readonly settled?: boolean;
  /** Where what belongs to the cue begins and ends: its speaker and its verb. */
  readonly left: number;
  readonly right: number;
}
