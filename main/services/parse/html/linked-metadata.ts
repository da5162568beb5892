import type { ArticleMetadata } from '../../../../app/record/records.ts';
import {
  statedByline,
  statedDate,
  statedLanguage,
  statedName,
  statedUrl,
} from '../stated-metadata.ts';
import { decodeEntities } from './decode-entities.ts';
import type { LinkedData } from './json-ld.ts';
import { isNode } from './json-ld.ts';

/** What a part of a page states; `null` where it states nothing. */
export interface StatedByPart extends Omit<ArticleMetadata, 'title'> {
  /** Every title stated, the most trusted first. */
  readonly titles: readonly string[];
}

/** What a page's linked data states of its article. */
export function linkedMetadata({ article, resolve }: LinkedData): StatedByPart | null {
  if (article === null) return null;
  return {
    titles: names([article.headline, article.name], (value) => value),
    outlet: names(article.publisher, resolve)[0] ?? null,
    byline: statedByline(names(article.author ?? article.creator, resolve)),
    published: statedDate(article.datePublished),
    url: address(article.url) ?? address(article.mainEntityOfPage),
    language: language(article.inLanguage),
  };
}

/** The names in a name, an object with a name, or a list of either. */
function names(value: unknown, resolve: LinkedData['resolve']): string[] {
  const found: string[] = [];
  for (const item of [value].flat()) {
    const node = resolve(item);
    for (const one of isNode(node) ? [node.name].flat() : [node]) {
      const known = name(one);
      if (known !== null) found.push(known);
    }
  }
  return found;
}

function name(value: unknown): string | null {
  return typeof value === 'string' ? statedName(decodeEntities(value)) : null;
}

function address(value: unknown): string | null {
  return statedUrl(isNode(value) ? (value['@id'] ?? value.url) : value);
}

function language(value: unknown): string | null {
  const first = [value].flat()[0];
  return statedLanguage(isNode(first) ? (first.alternateName ?? first.name) : first);
}
