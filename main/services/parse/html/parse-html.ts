import { canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { withHeadline } from '../../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { extractMain } from './extract-main.ts';
import { htmlBlocks } from './html-blocks.ts';
import { parsePage } from './html-document.ts';
import { pageMetadata } from './page-metadata.ts';
import { mainHeadings, printedHeadline } from './printed-headline.ts';

/**
 * An article of a web page by rules T7 and T10: the main text as Readability finds it, or all of the body's if it finds
 * none. `null` if there is no text at all.
 */
export function parseHtml(source: string, fileName: string): ParsedArticle | null {
  const page = parsePage(source);
  const stated = pageMetadata(page.document);
  // All this before Readability, which takes the page apart.
  const headings = mainHeadings(page.document);
  const body = htmlBlocks(page.document.body);
  const main = extractMain(page);
  const found = main.blocks.length > 0 ? main.blocks : body;
  if (canonicalText(found).blocks.length === 0) return null;
  const title =
    stated.title ??
    (main.title === null ? null : printedHeadline(headings, main.title, stated.outlet));
  return {
    metadata: {
      ...stated,
      title: title ?? fileTitle(fileName),
      byline: stated.byline ?? main.byline,
    },
    provenance: {},
    remarks: [],
    ...canonicalText(title === null ? found : withHeadline(found, title)),
  };
}
