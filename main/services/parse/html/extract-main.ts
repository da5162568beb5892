import { Readability } from '@mozilla/readability';
import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { statedByline, statedName } from '../stated-metadata.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';
import { isElement } from './html-node.ts';
import { looksLikeName } from './looks-like-name.ts';
import { withoutPullQuotes } from './without-pull-quotes.ts';

const textNode = 3;

/** What Readability makes of a page. */
export interface MainText {
  readonly title: string | null;
  readonly byline: string | null;
  /** Empty if it found no main text. */
  readonly blocks: readonly BlockDraft[];
}

/**
 * Finds the main text of a page, without menus, adverts and comments. Consumes the page: what is left of it is debris.
 * The cost grows with the square of a page's elements, so the page must not be large (`isLargePage`).
 */
export function extractMain(document: HtmlDocument): MainText {
  keepAuthorRows(document);
  const extract = runReadability(document);
  if (extract === null) return { title: null, byline: null, blocks: [] };
  const byline = statedName(extract.byline);
  return {
    title: statedName(extract.title),
    byline: looksLikeName(byline) ? statedByline([byline]) : null,
    blocks: extract.content ? withoutPullQuotes(htmlBlocks(extract.content)) : [],
  };
}

// By what Readability takes an element for a byline (its `_isValidByline`).
const bylineName = /byline|author|dateline|writtenby|p-author/i;

/** Makes Readability see no byline in what these elements hold. */
export function hideBylines(elements: readonly HtmlElement[]): void {
  for (const holder of elements) {
    for (const element of [
      holder,
      ...holder.querySelectorAll('[rel], [itemprop], [class], [id]'),
    ]) {
      for (const name of ['rel', 'itemprop', 'class', 'id']) {
        if (bylineName.test(element.getAttribute(name) ?? '')) element.removeAttribute(name);
      }
    }
  }
}

// "and", before or behind a name in a row of them.
const joins = /^\s*(?:,|&|and\b|und\b|et\b|y\b|e\b|en\b|och\b|og\b|и\s)/iu;

/**
 * Hides authors who stand in a row of them within a line: Readability takes the first byline it sees out of the text, and
 * of such a line half a sentence would stay, "and John Poe".
 */
function keepAuthorRows(document: HtmlDocument): void {
  for (const author of document.querySelectorAll('a[rel~="author"], [itemprop~="author"]')) {
    const next = author.nextSibling;
    const isText = next !== null && next.nodeType === textNode;
    const parent = author.parentNode;
    if (isText && joins.test(next.textContent ?? '') && parent !== null && isElement(parent)) {
      hideBylines([...parent.children]);
    }
  }
}

function runReadability(document: HtmlDocument) {
  return new Readability<HtmlElement>(document as never, {
    serializer: (element) => element as unknown as HtmlElement,
    // What it would find there was read already, with more care for dates and authors.
    disableJSONLD: true,
    // They tell captions, notes and pull quotes.
    keepClasses: true,
  }).parse();
}
