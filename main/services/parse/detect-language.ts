import type { Confidence } from '../../../app/record/records.ts';

/** The language that a text seems to be written in. */
export interface DetectedLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly confidence: Confidence;
}

/** The language of a text by its letters; `null`: too short to tell, or too mixed. */
export function detectLanguage(_text: string): DetectedLanguage | null {
  return null;
}
