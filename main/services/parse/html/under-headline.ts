import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { withHeadline, wordsKey } from '../../../../app/article/headline.ts';

const blocksAbove = 2;

/**
 * The drafts under the headline as a heading of the first level (rule T7): Readability makes an h2 of every h1, or takes
 * it away. The kicker of its element stands before it as a paragraph, and the standfirst behind it, unless the text
 * has that.
 */
export function underHeadline(
  drafts: readonly BlockDraft[],
  headline: { readonly text: string; readonly kicker: string | null },
  standfirst: readonly BlockDraft[],
): readonly BlockDraft[] {
  const { text, kicker } = headline;
  const whole = wordsKey(`${kicker ?? ''} ${text}`);
  const rest =
    kicker === null
      ? drafts
      : drafts.filter((draft, index) => index > blocksAbove || wordsKey(draft.text) !== whole);
  const key = wordsKey(text);
  const headed = withHeadline(rest, text);
  const at = headed.findIndex((draft) => wordsKey(draft.text) === key);
  const missing = standfirst.length === 0 ? standfirst : missingIn(headed, standfirst);
  const above = headed.slice(0, at);
  const hasKicker =
    kicker === null || above.some((draft) => wordsKey(draft.text) === wordsKey(kicker));
  return [
    ...above,
    ...(hasKicker ? [] : [{ kind: 'paragraph', text: kicker } as const]),
    ...headed.slice(at, at + 1).map((draft) => ({ ...draft, level: 1 })),
    ...missing,
    ...headed.slice(at + 1),
  ];
}

function missingIn(headed: readonly BlockDraft[], standfirst: readonly BlockDraft[]) {
  const known = headed.map((draft) => wordsKey(draft.text)).join('\n');
  return standfirst.filter((draft) => !known.includes(wordsKey(draft.text)));
}
