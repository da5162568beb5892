import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { HtmlElement } from './html-node.ts';

const named =
  /(?:^|[\s_-])(?:standfirst|stand-first|dek|deck|lede|sub-?head(?:line|ing)?|summary|chapeau|vorspann|bajada|entradilla)(?=$|[\s_-])/i;
const fewestLetters = 30;
const most = 3;

/**
 * The paragraphs that a page calls the standfirst, in the header that holds its headline: Readability leaves headers out.
 */
export function standfirstOf(heading: HtmlElement | null): readonly BlockDraft[] {
  const header = heading?.closest('header') ?? null;
  if (header === null) return [];
  return [...header.querySelectorAll('p, div, h2')]
    .filter(
      (element) =>
        named.test(element.getAttribute('class') ?? '') && element.querySelector('h1') === null,
    )
    .flatMap((element) => htmlBlocks(element))
    .filter(({ text }) => text.trim().length >= fewestLetters)
    .slice(0, most);
}
