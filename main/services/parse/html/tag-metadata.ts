import {
  statedByline,
  statedDate,
  statedLanguage,
  statedName,
  statedUrl,
} from '../stated-metadata.ts';
import { decodeEntities } from './decode-entities.ts';
import type { HtmlDocument } from './html-node.ts';
import type { StatedByPart } from './linked-metadata.ts';

// In order of trust. Names as in `name`, `property` or `itemprop`, in lower case.
const titleNames = [
  'og:title',
  'dc.title',
  'dcterms.title',
  'citation_title',
  'parsely-title',
  'twitter:title',
  'weibo:article:title',
];
const outletNames = [
  'og:site_name',
  'citation_journal_title',
  'dc.publisher',
  'dcterms.publisher',
  'dc.source',
];
const bylineNames = [
  'article:author',
  'author',
  'dc.creator',
  'dcterms.creator',
  'dc.author',
  'byl',
  'byline',
  'parsely-author',
  'sailthru.author',
  'citation_author',
];
const publishedNames = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'article.published',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'ptime',
  'pdate',
  'date',
];
const languageNames = ['og:locale', 'dc.language', 'dcterms.language', 'language'];

/** What the elements of a page's head state, OpenGraph first; the language is the page's own. */
export function tagMetadata(document: HtmlDocument): StatedByPart {
  const contents = metaContents(document);
  const first = <Value>(names: readonly string[], read: (text: string) => Value | null) => {
    for (const name of names) {
      for (const content of contents.get(name) ?? []) {
        const value = read(content);
        if (value !== null) return value;
      }
    }
    return null;
  };
  return {
    titles: titleNames
      .flatMap((name) => contents.get(name) ?? [])
      .map(statedName)
      .filter((title) => title !== null),
    outlet: first(outletNames, statedName),
    byline: byline(contents),
    published: first(publishedNames, statedDate) ?? statedTime(document),
    url: canonicalUrl(document) ?? first(['og:url'], statedUrl),
    language:
      statedLanguage(document.documentElement.getAttribute('lang')) ??
      statedLanguage(document.documentElement.getAttribute('xml:lang')) ??
      first(languageNames, statedLanguage),
  };
}

function metaContents(document: HtmlDocument): Map<string, string[]> {
  const contents = new Map<string, string[]>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim() ?? '';
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const written of (meta.getAttribute(attribute) ?? '').toLowerCase().split(/\s+/)) {
        // `DC:title`, `dc.title` and `dcterms:issued` are spellings of one thing.
        const name = written.replace(/^(dc|dcterms)[.:]/, '$1.');
        if (name === 'content-language') add(contents, 'language', content);
        else if (name !== '') add(contents, name, decodeEntities(content));
      }
    }
  }
  return contents;
}

function add(contents: Map<string, string[]>, name: string, content: string): void {
  const known = contents.get(name);
  if (known === undefined) contents.set(name, [content]);
  else known.push(content);
}

/** All values of the first name that holds a person's: several authors are several elements. */
function byline(contents: ReadonlyMap<string, readonly string[]>): string | null {
  for (const name of bylineNames) {
    const stated = statedByline((contents.get(name) ?? []).map(statedName));
    if (stated !== null) return stated;
  }
  return null;
}

function canonicalUrl(document: HtmlDocument): string | null {
  for (const link of document.querySelectorAll('link[rel~="canonical"]')) {
    const url = statedUrl(link.getAttribute('href'));
    if (url !== null) return url;
  }
  return null;
}

/**
 * The time in a `time` element that says it is the publication's, or that is the only one of the article. Several
 * different ones could be of updates, events or comments: then nothing is stated.
 */
function statedTime(document: HtmlDocument): string | null {
  const marked =
    'time[pubdate], time[itemprop~="datePublished"], [itemprop~="datePublished"][content]';
  for (const element of document.querySelectorAll(marked)) {
    const date = statedDate(element.getAttribute('datetime') ?? element.getAttribute('content'));
    if (date !== null) return date;
  }
  const dates = new Set<string>();
  for (const time of document.querySelectorAll('article time[datetime], main time[datetime]')) {
    if (time.closest('aside, nav, footer, li') !== null) continue;
    const date = statedDate(time.getAttribute('datetime'));
    if (date !== null) dates.add(date);
  }
  return dates.size === 1 ? ([...dates][0] ?? null) : null;
}
