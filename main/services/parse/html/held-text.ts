import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { wordsKey } from '../../../../app/article/headline.ts';
import { readsAsNotice } from './consent-notice.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { HtmlElement } from './html-node.ts';

/** Fewer letters are a standfirst or a line of dates; the article stands elsewhere. */
const fewestLetters = 60;
/** So much more text beside the heading's element is the article, whatever the elements are called. */
const share = 3;
/** Where blocks times letters are more, only whole blocks are compared. */
const mostWork = 200_000_000;

/** The text of the article or main element that holds a heading; empty if there is none. */
export function heldText(heading: HtmlElement | null): readonly BlockDraft[] {
  for (const selector of ['article', 'main, [role="main"]']) {
    const holder = heading?.closest(selector) ?? null;
    const drafts = holder === null ? [] : htmlBlocks(holder);
    if (lettersOf(drafts) >= fewestLetters) return drafts;
  }
  return [];
}

/**
 * The main text as it was found, or the one that is held with the main heading if nearly nothing of that was found: what
 * was found is a notice, or comments. Of a text that is the held one, notices from outside it are left out.
 */
export function mainOrHeld(
  found: readonly BlockDraft[],
  held: readonly BlockDraft[],
): readonly BlockDraft[] {
  if (held.length === 0) return found;
  const isHeld = heldTest(found, held);
  const all = lettersOf(found);
  const kept = found.filter(isHeld);
  const inside = lettersOf(kept);
  const ofThem = new Set(kept);
  const outside = found.filter((draft) => !ofThem.has(draft));
  const isElsewhere = inside * 2 < all || all === 0;
  const isNotice = readsAsNotice(outside.map(({ text }) => text).join('\n'));
  if (isElsewhere && (isNotice || lettersOf(held) * share >= all)) return held;
  return isNotice
    ? found.filter((draft) => ofThem.has(draft) || !readsAsNotice(draft.text))
    : found;
}

function heldTest(
  found: readonly BlockDraft[],
  held: readonly BlockDraft[],
): (draft: BlockDraft) => boolean {
  const texts = new Set(held.map(({ text }) => text));
  let keys: { readonly whole: ReadonlySet<string>; readonly together: string } | null = null;
  // Readability makes one block of several, and several of one.
  return ({ text }) => {
    // Most blocks are found as they stand, and letters alone are dear to compare.
    if (texts.has(text)) return true;
    keys ??= keysOf(held);
    const key = wordsKey(text);
    const isLong = keys.together.length * found.length > mostWork;
    return keys.whole.has(key) || (!isLong && keys.together.includes(key));
  };
}

function keysOf(held: readonly BlockDraft[]) {
  const keys = held.map(({ text }) => wordsKey(text));
  return { whole: new Set(keys), together: keys.join('') };
}

function lettersOf(drafts: readonly BlockDraft[]): number {
  return drafts.reduce(
    (sum, { kind, text }) => (kind === 'heading' ? sum : sum + text.trim().length),
    0,
  );
}
