import { wordsKey } from '../../../../app/article/headline.ts';
import type { StatedMetadata } from '../stated-metadata.ts';
import { statedByline, statedName, statedUrl } from '../stated-metadata.ts';
import type { HtmlDocument } from './html-node.ts';
import { readLinkedData } from './json-ld.ts';
import { linkedMetadata } from './linked-metadata.ts';
import { mainHeadings, printedHeadline } from './printed-headline.ts';
import { tagMetadata } from './tag-metadata.ts';

const commentNode = 8;

/**
 * What a page states of its article: linked data first, then the elements of its head, field by field. Reads the page
 * only; call it before anything takes the page apart.
 */
export function pageMetadata(document: HtmlDocument): StatedMetadata {
  const scripts = [...document.querySelectorAll('script')]
    .filter((script) => /^\s*application\/ld\+json\b/i.test(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent ?? '');
  const linked = linkedMetadata(readLinkedData(scripts));
  const tags = tagMetadata(document);
  const outlet = linked?.outlet ?? tags.outlet;
  const headings = mainHeadings(document);
  const title = likeliestTitle(document, headings, [...(linked?.titles ?? []), ...tags.titles]);
  return {
    title: title === null ? null : printedHeadline(headings, title, outlet),
    outlet,
    byline: linked?.byline ?? tags.byline ?? markedAuthors(document),
    published: linked?.published ?? tags.published,
    url: tags.url ?? linked?.url ?? savedFrom(document),
    language: linked?.language ?? tags.language,
  };
}

/**
 * The most trusted of the stated titles that readers see, too, as a main heading or in the window's title; if none is,
 * the most trusted. (Some linked data give a subject's description for a headline.)
 */
function likeliestTitle(
  document: HtmlDocument,
  headings: readonly string[],
  titles: readonly string[],
): string | null {
  const windowTitle = wordsKey(statedName(document.querySelector('title')?.textContent) ?? '');
  const headingKeys = headings.map(wordsKey);
  const seen = titles.find((title) => {
    const key = wordsKey(title);
    return key !== '' && (headingKeys.includes(key) || windowTitle.includes(key));
  });
  return seen ?? titles[0] ?? null;
}

/** Authors marked as such in the text of the page. */
function markedAuthors(document: HtmlDocument): string | null {
  for (const selector of [
    '[itemprop~="author"] [itemprop~="name"]',
    '[itemprop~="author"]',
    '[rel~="author"]',
  ]) {
    const names = [...document.querySelectorAll(selector)]
      .filter((element) => element.closest('aside, nav, footer') === null)
      .slice(0, 20)
      .map((element) => statedName(element.textContent));
    const byline = statedByline(names.filter(looksLikeName));
    if (byline !== null) return byline;
  }
  return null;
}

/** Whether a text that is marked as an author can be names: with a date or a sentence in it, the mark is around too much. */
export function looksLikeName(text: string | null): boolean {
  return text !== null && text.length <= 100 && !/[\d?!]/.test(text);
}

/** The address that browsers and SingleFile write into a page when they save it. */
function savedFrom(document: HtmlDocument): string | null {
  for (const parent of [document, document.documentElement, document.body]) {
    for (const node of [...parent.childNodes].slice(0, 10)) {
      if (node.nodeType !== commentNode) continue;
      const comment = (node.textContent ?? '').slice(0, 10_000);
      const url = /saved from url=\(\d+\)(\S+)|^\s*url:\s*(\S+)/m.exec(comment);
      const stated = statedUrl(url?.[1] ?? url?.[2]);
      if (stated !== null) return stated;
    }
  }
  return null;
}
