import { statedByline, statedDate, statedLanguage, statedName } from '../stated-metadata.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';
import { looksLikeName } from './looks-like-name.ts';
import type { MetadataPart } from './metadata-part.ts';
import type { PageIdentity } from './page-identity.ts';
import { plainName } from './plain-name.ts';

const articleItem = /\/(?:\w*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report)\/?$/;
const otherItem = /\/(?:\w*Comments?|Answer|Review|ImageObject|VideoObject|Product)\/?$/;
const mostElements = 200;

/**
 * What the microdata of a page state of its article: `itemprop`s of schema.org. Items within the article, such as its
 * comments and pictures, have authors and dates of their own; of several articles the one with the page's headline or
 * another main heading counts, one with the headline of another story never.
 */
export function itemMetadata(document: HtmlDocument, identity: PageIdentity): MetadataPart {
  const articles = [...document.querySelectorAll('[itemtype]')].filter(isArticle);
  const likest = new Map(articles.map((item) => [item, itemLikeness(item, identity)]));
  const chosen =
    articles.find((item) => likest.get(item) === 2) ??
    articles.find((item) => likest.get(item) === 1) ??
    articles.find((item) => likest.get(item) !== 0 && item.querySelector('h1') !== null) ??
    null;
  const of = (selector: string): HtmlElement[] =>
    [...document.querySelectorAll(selector)].slice(0, mostElements).filter((element) => {
      if (element.closest('aside, nav, footer') !== null) return false;
      const holder = holderOf(element);
      return holder === null || holder === chosen || (chosen === null && likest.get(holder) !== 0);
    });
  const date = (name: string) =>
    firstOf(of(`[itemprop~="${name}"]`), (found) => {
      return statedDate(found.getAttribute('content') ?? found.getAttribute('datetime'));
    });
  return {
    source: 'microdata',
    confidence: 'stated',
    titles: of('meta[itemprop~="headline"]')
      .map((found) => plainName(found.getAttribute('content')))
      .filter((title) => title !== null),
    facts: {
      outlet: firstOf(of('[itemprop~="publisher"] [itemprop~="name"]'), nameIn),
      byline: byline(of),
      published: date('datePublished'),
      updated: date('dateModified'),
      language: firstOf(of('[itemprop~="inLanguage"]'), (found) => statedLanguage(nameIn(found))),
      section: firstOf(of('[itemprop~="articleSection"]'), nameIn),
    },
  };
}

/** The elements with microdata of other articles than the page's. */
export function foreignArticles(document: HtmlDocument, identity: PageIdentity): HtmlElement[] {
  return [...document.querySelectorAll('[itemtype]')].filter(
    (item) =>
      isArticle(item) && itemLikeness(item, identity) === 0 && item.querySelector('h1') === null,
  );
}

/** How like an item's headline is to the page's; `null` if it has none, or the page does not. */
function itemLikeness(item: HtmlElement, identity: PageIdentity): 0 | 1 | 2 | null {
  const headline = item.querySelector('[itemprop~="headline"]');
  const title = headline === null ? null : nameIn(headline);
  if (title === null || !identity.hasHeadline) return null;
  return identity.likeness(title);
}

function isArticle(element: HtmlElement): boolean {
  return articleItem.test(element.getAttribute('itemtype') ?? '');
}

/** The item that a property is of, authors and publishers set aside; `null` if it is of no article or of none at all. */
function holderOf(property: HtmlElement): HtmlElement | null {
  let element = property.parentNode as HtmlElement | null;
  while (element !== null && element.nodeType === 1) {
    if (isArticle(element)) return element;
    if (otherItem.test(element.getAttribute('itemtype') ?? '')) return element;
    element = element.parentNode as HtmlElement | null;
  }
  return null;
}

function byline(of: (selector: string) => HtmlElement[]): string | null {
  for (const selector of ['[itemprop~="author"] [itemprop~="name"]', '[itemprop~="author"]']) {
    const names = of(selector).slice(0, 20).map(nameIn);
    const stated = statedByline(names.filter(looksLikeName));
    if (stated !== null) return stated;
  }
  return null;
}

function nameIn(element: HtmlElement): string | null {
  return statedName(element.getAttribute('content') ?? element.textContent);
}

function firstOf(
  elements: readonly HtmlElement[],
  read: (element: HtmlElement) => string | null,
): string | null {
  for (const element of elements) {
    const value = read(element);
    if (value !== null) return value;
  }
  return null;
}
