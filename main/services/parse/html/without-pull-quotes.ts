import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { wordsKey } from '../../../../app/article/headline.ts';

/** Shorter ones repeat words that stand elsewhere by chance. */
const shortestPullQuote = 20;
/** Where quotations times letters are more than this, all stay: searching would take longer than a second. */
const mostWork = 200_000_000;

/**
 * The drafts without pull quotes: quotations that only repeat, letter by letter, a part of a longer block which is none,
 * together with the name behind one if that stands elsewhere, too. No word of the text is lost.
 */
export function withoutPullQuotes(drafts: readonly BlockDraft[]): readonly BlockDraft[] {
  const quotations = drafts.filter((draft) => draft.kind === 'quotation');
  if (quotations.length === 0) return drafts;
  const rest = drafts.filter((draft) => draft.kind !== 'quotation' && draft.kind !== 'heading');
  const said = rest.map((draft) => wordsKey(draft.text)).join('\n');
  if (said.length * quotations.length > mostWork) return drafts;
  let afterPullQuote = false;
  return drafts.filter((draft) => {
    const key = draft.kind === 'quotation' ? wordsKey(draft.text) : '';
    const isLong = key.length >= shortestPullQuote || (afterPullQuote && key !== '');
    afterPullQuote = isLong && said.includes(key);
    return !afterPullQuote;
  });
}
