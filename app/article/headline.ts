import type { BlockDraft } from './block-draft.ts';
import { canonicalBlockText } from './canonical-text.ts';

/** A kicker, a date line or a crumb may stand above a headline; more than that is not a beginning any more. */
const blocksAboveHeadline = 2;

/**
 * The drafts with the stated headline as their first heading (rule T7): put in front, unless the text begins with it
 * already. "Begins" looks at the first three blocks and compares letters and digits only, since pages print one headline
 * with several kinds of quotation marks. If the one found is no heading, it becomes one.
 */
export function withHeadline(drafts: readonly BlockDraft[], headline: string): BlockDraft[] {
  const wanted = wordsKey(headline);
  const visible = drafts.filter((draft) => canonicalBlockText(draft.text) !== '');
  const found = visible
    .slice(0, blocksAboveHeadline + 1)
    .find((draft) => wordsKey(draft.text) === wanted);
  if (found === undefined) return [{ kind: 'heading', level: 1, text: headline }, ...visible];
  if (found.kind === 'heading') return visible;
  return visible.map((draft) =>
    draft === found ? { ...draft, kind: 'heading', level: 1 } : draft,
  );
}

/**
 * The letters, digits and marks of a text, case and compatibility forms set aside: equal for the same words. A text
 * without any ("???") has no words to compare, and stands for itself.
 */
export function wordsKey(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '') || folded.trim();
}
