import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { removeConsentNotices } from './consent-notice.ts';
import type { MainText } from './extract-main.ts';
import { extractMain, hideBylines } from './extract-main.ts';
import { heldText, mainOrHeld } from './held-text.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parseLimited, parsePage } from './html-document.ts';
import type { HtmlDocument } from './html-node.ts';
import { lightTree } from './light-tree.ts';
import type { LimitedPage, PageExtent } from './limit-nesting.ts';
import { limitNesting } from './limit-nesting.ts';
import type { PageMetadata } from './page-metadata.ts';
import { pageMetadata } from './page-metadata.ts';
import { removeComments } from './remove-comments.ts';
import { standfirstOf } from './standfirst.ts';
import { uncoverText } from './uncover-text.ts';

/** A page as it was read. */
export interface ReadPage {
  /** `null` if not even its elements could be read. */
  readonly stated: PageMetadata | null;
  readonly main: MainText;
  /** The main text, or else all of the body's. */
  readonly found: readonly BlockDraft[];
  /** What stands beside the headline and may be missing from `found`. */
  readonly standfirst: readonly BlockDraft[];
  readonly remarks: readonly string[];
}

/** The two libraries' work, which may throw at pages that nobody has thought of. */
export interface PageLibraries {
  parse(page: LimitedPage): HtmlDocument;
  extract(document: HtmlDocument): MainText;
}

const nothing: MainText = { title: null, byline: null, blocks: [] };
const libraries: PageLibraries = {
  parse: (page) => parseLimited(page).document,
  extract: extractMain,
};

const readWhole =
  'The main text of this page could not be found, so the whole page was read, menus and notes beside the article included.';
const onlyNotice =
  'Only a notice asking for consent was found on this page. Save the page again after answering it.';

/** Reads a page: what it states, and its main text by rule T10. Never throws for what a page holds. */
export function readPage(source: string, replaced: Partial<PageLibraries> = {}): ReadPage {
  const { parse, extract } = { ...libraries, ...replaced };
  const limited = limitNesting(source);
  if (isLargePage(limited.extent)) return readLargePage(limited.html);
  const page = attempt(() => {
    const document = parse(limited);
    uncoverText(document);
    removeConsentNotices(document);
    removeComments(document);
    // Before Readability, which takes the page apart.
    const stated = pageMetadata(document);
    hideBylines(stated.foreignItems);
    const heading = stated.headline?.element ?? null;
    return { document, stated, held: heldText(heading), standfirst: standfirstOf(heading) };
  });
  if (page === null) {
    const found = htmlBlocks(lightTree(limited.html));
    return { stated: null, main: nothing, found, standfirst: [], remarks: [readWhole] };
  }
  const { document, stated, held, standfirst } = page;
  const main = attempt(() => extract(document));
  const found = mainOrHeld(main?.blocks ?? [], held);
  if (main !== null && found.length > 0) return { stated, main, found, standfirst, remarks: [] };
  const failed = main === null ? [readWhole] : [];
  const body = attempt(() => wholeBody(parse(limited))) ?? htmlBlocks(lightTree(limited.html));
  if (body.length > 0)
    return { stated, main: main ?? nothing, found: body, standfirst: [], remarks: failed };
  const all = htmlBlocks(lightTree(limited.html));
  const remarks = all.length > 0 ? [onlyNotice] : [];
  return { stated, main: main ?? nothing, found: all, standfirst: [], remarks };
}

/** `null` where a library fails: overflows the stack, meets what it takes for impossible. */
function attempt<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function wholeBody(document: HtmlDocument): readonly BlockDraft[] {
  uncoverText(document);
  removeConsentNotices(document);
  removeComments(document);
  return htmlBlocks(document.body);
}

// Readability's cost grows with the square of a page's elements, and it goes up from each towards the root more than
// once; linkedom's nodes are dear. Real pages have some thousands of elements, twenty deep.
const mostElements = 50_000;
const highestDepthSum = 1_000_000;
const mostNodes = 150_000;

function isLargePage({ elementCount, depthSum, nodeCount }: PageExtent): boolean {
  return elementCount > mostElements || depthSum > highestDepthSum || nodeCount > mostNodes;
}

/** A page without a DOM: all of its text, and what its beginning states. */
function readLargePage(html: string): ReadPage {
  return {
    stated: attempt(() => pageMetadata(parsePage(html.slice(0, endOfBeginning(html))).document)),
    main: nothing,
    found: htmlBlocks(lightTree(html)),
    standfirst: [],
    remarks: [],
  };
}

const longestBeginning = 2_000_000;
const tagsAtBeginning = 10_000;

function endOfBeginning(html: string): number {
  let end = -1;
  for (let count = 0; count < tagsAtBeginning; count += 1) {
    const next = html.indexOf('<', end + 1);
    if (next === -1 || next > longestBeginning) break;
    end = next;
  }
  return end === -1 ? Math.min(html.length, longestBeginning) : end;
}
