import {
  statedByline,
  statedDate,
  statedLanguage,
  statedName,
  statedUrl,
} from '../stated-metadata.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';
import { looksLikeName } from './looks-like-name.ts';
import type { MetadataPart } from './metadata-part.ts';

const commentNode = 8;
const mostTimes = 200;
const mostNames = 20;
const mostLines = 20;

/** What a page says outside any vocabulary: first what it states, then what is read out of how it is made. */
export function printedMetadata(document: HtmlDocument): MetadataPart[] {
  return [
    {
      source: 'page',
      confidence: 'stated',
      facts: { published: markedTime(document), url: savedFrom(document) },
    },
    {
      source: 'page',
      confidence: 'likely',
      facts: {
        byline: markedAuthors(document),
        published: publishedClass(document) ?? onlyTime(document),
        updated: onlyDate(document, 'time.updated[datetime], .dt-updated[datetime]'),
      },
    },
  ];
}

/** The language that a page says it is written in. */
export function pageLanguage({ documentElement }: HtmlDocument): MetadataPart {
  const language =
    statedLanguage(documentElement.getAttribute('lang')) ??
    statedLanguage(documentElement.getAttribute('xml:lang'));
  return { source: 'page', confidence: 'stated', facts: { language } };
}

/** The address that a page says is its own, wherever it is read. */
export function canonicalAddress(document: HtmlDocument): MetadataPart {
  let url: string | null = null;
  for (const link of document.querySelectorAll('link[rel~="canonical"]')) {
    url ??= statedUrl(link.getAttribute('href'));
  }
  return { source: 'meta', confidence: 'stated', facts: { url } };
}

function markedTime(document: HtmlDocument): string | null {
  for (const element of document.querySelectorAll('time[pubdate]')) {
    const date = statedDate(element.getAttribute('datetime'));
    if (date !== null) return date;
  }
  return null;
}

/** The date that microformats mark, as most themes of WordPress do. */
function publishedClass(document: HtmlDocument): string | null {
  return onlyDate(document, 'time.published[datetime], .dt-published[datetime]');
}

/** The time of an article that has one: several different ones could be of updates, events or comments. */
function onlyTime(document: HtmlDocument): string | null {
  return onlyDate(document, 'article time[datetime], main time[datetime]');
}

function onlyDate(document: HtmlDocument, selector: string): string | null {
  const dates = new Set<string>();
  for (const time of [...document.querySelectorAll(selector)].slice(0, mostTimes)) {
    if (time.closest('aside, nav, footer, li') !== null) continue;
    const date = statedDate(time.getAttribute('datetime'));
    if (date !== null) dates.add(date);
    if (dates.size > 1) return null;
  }
  return dates.size === 1 ? ([...dates][0] ?? null) : null;
}

// Where pages of authors lie, by custom; what marks the line that names them.
const authorLine = '[class*="byline" i], [class*="author" i], address';
const authorAddress =
  /\/(?:authors?|by|columnists?|contributors?|journalists?|people|person|profiles?|reporters?|staff|writers?)\//i;

/** Authors whose names are links to them, marked as such or in a line that is. */
function markedAuthors(document: HtmlDocument): string | null {
  const marked = [...document.querySelectorAll('[rel~="author"]')];
  return bylineOf(marked) ?? bylineOf(authorLinks(document));
}

function authorLinks(document: HtmlDocument): HtmlElement[] {
  const [line] = [...document.querySelectorAll(authorLine)]
    .slice(0, mostLines)
    .map((found) => [...found.querySelectorAll('a[href]')].slice(0, mostNames))
    .map((links) => links.filter((link) => authorAddress.test(link.getAttribute('href') ?? '')))
    .filter((links) => links.length > 0);
  return line ?? [];
}

function bylineOf(elements: readonly HtmlElement[]): string | null {
  const names = elements
    .filter((element) => element.closest('aside, nav, footer') === null)
    .slice(0, mostNames)
    .map((element) => statedName(element.textContent));
  return statedByline(names.filter(looksLikeName));
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
