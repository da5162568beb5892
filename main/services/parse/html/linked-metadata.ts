import { statedByline, statedDate, statedLanguage } from '../stated-metadata.ts';
import type { LinkedData, LinkedNode } from './json-ld.ts';
import { isNode, nodeAddress } from './json-ld.ts';
import type { MetadataPart } from './metadata-part.ts';
import { plainName } from './plain-name.ts';

/** What a page's linked data state of its article. */
export function linkedMetadata({ article, repaired, resolve }: LinkedData): MetadataPart | null {
  if (article === null) return null;
  return {
    source: 'linked-data',
    confidence: repaired ? 'likely' : 'stated',
    titles: [...namesIn(article.headline, own), ...namesIn(article.name, own)],
    facts: {
      outlet: namesIn(article.publisher ?? article.sourceOrganization, resolve)[0] ?? null,
      ...factsOf(article, resolve),
      url: nodeAddress(article.url) ?? nodeAddress(article.mainEntityOfPage),
    },
  };
}

/**
 * What linked data state of the page and the website around the article: right more often than not where nothing states
 * it of the article, but a page may be older than what stands on it.
 */
export function surroundingMetadata({ page, site, resolve }: LinkedData): MetadataPart {
  const outlet = [site, page?.publisher, page?.isPartOf].flatMap((value) =>
    value == null ? [] : namesIn(value, resolve),
  );
  return {
    source: 'linked-data',
    confidence: 'likely',
    facts: { outlet: outlet[0] ?? null, ...(page === null ? {} : factsOf(page, resolve)) },
  };
}

function factsOf(node: LinkedNode, resolve: LinkedData['resolve']): MetadataPart['facts'] {
  return {
    byline: statedByline(namesIn(node.author ?? node.creator, resolve)),
    published: statedDate(first(node.datePublished)) ?? statedDate(first(node.dateCreated)),
    updated: statedDate(first(node.dateModified)),
    language: language(node.inLanguage),
    section: namesIn(node.articleSection, own)[0] ?? null,
  };
}

const own = (value: unknown): unknown => value;

/** The names in a name, an object with a name or the parts of one, or a list of either. */
function namesIn(value: unknown, resolve: LinkedData['resolve']): string[] {
  const found: string[] = [];
  const list = isNode(value) && Array.isArray(value['@list']) ? value['@list'] : [value].flat();
  for (const item of list) {
    const node = resolve(item);
    for (const one of isNode(node) ? [node.name ?? composedName(node)].flat() : [node]) {
      const name = typeof one === 'string' ? plainName(one) : null;
      if (name !== null) found.push(name);
    }
  }
  return found;
}

function composedName({ givenName, familyName }: LinkedNode): string | null {
  const parts = [givenName, familyName].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : parts.join(' ');
}

function first(value: unknown): unknown {
  return [value].flat()[0];
}

function language(value: unknown): string | null {
  const stated = first(value);
  return statedLanguage(isNode(stated) ? (stated.alternateName ?? stated.name) : stated);
}
