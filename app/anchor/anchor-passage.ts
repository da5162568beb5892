import type { Passage } from '../record/records.ts';
import { isPassageRange } from './passage.ts';

/** Whether a passage was found where it says it is. An orphan is listed as such, drawn nowhere and quoted nowhere. */
export type AnchorState = 'anchored' | 'orphan';

/**
 * Whether `text`, the canonical text of the passage's own revision, holds the quote at [start, end) to the code unit
 * (rule A2). A range that no passage may have (rule T3) is not anchored, whatever stands there. Costs the quote's
 * length.
 */
export function isAnchored(
  passage: Pick<Passage, 'start' | 'end' | 'quote'>,
  text: string,
): boolean {
  const { start, end, quote } = passage;
  return (
    isPassageRange(text, start, end) &&
    quote.length === end - start &&
    text.startsWith(quote, start)
  );
}

/** The state of a passage in its own revision's text (rules A2 and A3). */
export function anchorState(
  passage: Pick<Passage, 'start' | 'end' | 'quote'>,
  text: string,
): AnchorState {
  return isAnchored(passage, text) ? 'anchored' : 'orphan';
}
