import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { withHeadline, wordsKey } from '../../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import type { FieldProvenance } from '../../../../app/record/records.ts';
import type { MainText } from './extract-main.ts';
import { extractMain, hideBylines } from './extract-main.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parseLimited, parsePage } from './html-document.ts';
import { lightTree } from './light-tree.ts';
import type { LimitedPage, PageExtent } from './limit-nesting.ts';
import { limitNesting } from './limit-nesting.ts';
import type { PageMetadata } from './page-metadata.ts';
import { pageMetadata } from './page-metadata.ts';
import { withoutOutlet } from './title-cuts.ts';
import { uncoverText } from './uncover-text.ts';

/**
 * An article of a web page by rules T7 and T10: the main text as Readability finds it, or all of the body's if it finds
 * none. `null` if there is no text at all. Takes time in proportion to the page, but for what Readability is let do.
 */
export function parseHtml(source: string, fileName: string): ParsedArticle | null {
  const { stated, main, found } = readPage(source);
  const body = canonicalText(found);
  if (body.blocks.length === 0) return null;
  const title = titleOf(stated, main);
  const headline = stated.headline?.text ?? title?.text ?? null;
  const byline = stated.facts.byline ?? main.byline;
  return {
    metadata: { ...stated.facts, title: title?.text ?? fileTitle(fileName), byline },
    provenance: {
      ...stated.provenance,
      title: title?.provenance ?? { source: 'file-name', confidence: 'guessed' },
      ...(stated.facts.byline === null && byline !== null ? { byline: readOut } : {}),
    },
    remarks: [],
    ...(headline === null ? body : canonicalText(underHeadline(found, headline))),
  };
}

/** The drafts with the headline as a heading of the first level: Readability makes an h2 of every h1. */
function underHeadline(drafts: readonly BlockDraft[], headline: string): readonly BlockDraft[] {
  const key = wordsKey(headline);
  let isFound = false;
  return withHeadline(drafts, headline).map((draft) => {
    if (isFound || wordsKey(draft.text) !== key) return draft;
    isFound = true;
    return { ...draft, level: 1 };
  });
}

interface ReadPage {
  readonly stated: PageMetadata;
  readonly main: MainText;
  /** The main text, or else all of the body's. */
  readonly found: readonly BlockDraft[];
}

function readPage(source: string): ReadPage {
  const limited = limitNesting(source);
  if (isLargePage(limited.extent)) return readLargePage(limited.html);
  const page = parseLimited(limited);
  uncoverText(page.document);
  // Before Readability, which takes the page apart.
  const stated = pageMetadata(page.document);
  hideBylines(stated.foreignItems);
  const main = extractMain(page.document);
  return { stated, main, found: main.blocks.length > 0 ? main.blocks : wholeBody(limited) };
}

function wholeBody(limited: LimitedPage): readonly BlockDraft[] {
  const { document } = parseLimited(limited);
  uncoverText(document);
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
  const beginning = parsePage(html.slice(0, endOfBeginning(html)));
  return {
    stated: pageMetadata(beginning.document),
    main: { title: null, byline: null, blocks: [] },
    found: htmlBlocks(lightTree(html)),
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

/** Of what Readability reads out of class names and the places of things. */
const readOut: FieldProvenance = { source: 'page', confidence: 'likely' };

interface FoundTitle {
  readonly text: string;
  readonly provenance: FieldProvenance | undefined;
}

/** The title that the page states or prints, or else what Readability makes of the window's. */
function titleOf(stated: PageMetadata, main: MainText): FoundTitle | null {
  if (stated.title !== null) return { text: stated.title, provenance: stated.provenance.title };
  // Readability leaves large pages alone.
  const written = main.title ?? stated.windowTitle;
  if (written === null || wordsKey(written) === '') return null;
  const text = withoutOutlet(written, stated.facts.outlet);
  return { text, provenance: { source: 'page', confidence: 'likely' } };
}
