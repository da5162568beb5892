import {
  statedByline,
  statedDate,
  statedLanguage,
  statedName,
  statedUrl,
} from '../stated-metadata.ts';
import type { MetadataPart } from './metadata-part.ts';
import { plainName } from './plain-name.ts';
import type { TagNames } from './tag-names.ts';
import { tagNames } from './tag-names.ts';

/** What the elements of a page's head state, one part for each vocabulary, the most trusted first. */
export function tagMetadata(contents: ReadonlyMap<string, readonly string[]>): MetadataPart[] {
  return tagNames.map((names) => readPart(names, contents));
}

function readPart(names: TagNames, contents: ReadonlyMap<string, readonly string[]>): MetadataPart {
  const first = (known: readonly string[] = [], read: (text: string) => string | null) => {
    for (const name of known) {
      for (const content of contents.get(name) ?? []) {
        const value = read(content);
        if (value !== null) return value;
      }
    }
    return null;
  };
  return {
    source: names.source,
    confidence: names.confidence,
    titles: (names.title ?? [])
      .flatMap((name) => contents.get(name) ?? [])
      .map(plainName)
      .filter((title) => title !== null),
    facts: {
      outlet: first(names.outlet, statedName),
      byline: byline(names.byline ?? [], contents),
      published: first(names.published, statedDate),
      updated: first(names.updated, statedDate),
      url: first(names.url, statedUrl),
      language: first(names.language, statedLanguage),
      section: first(names.section, sectionName),
    },
  };
}

/** A path is no name. */
function sectionName(text: string): string | null {
  return /^(?:https?:)?\//i.test(text) ? null : statedName(text);
}

/** All values of the first name that holds a person's: several authors are several elements. */
function byline(
  names: readonly string[],
  contents: ReadonlyMap<string, readonly string[]>,
): string | null {
  for (const name of names) {
    const written = (contents.get(name) ?? []).map(statedName);
    // Libraries file authors by their family names; in Dublin Core people often do.
    const turned =
      name === 'citation_author'
        ? written.map(givenNameFirst)
        : /^dc(?:terms)?\./.test(name)
          ? written.map((author) =>
              filedName.test(author ?? '') ? givenNameFirst(author) : author,
            )
          : written;
    const stated = statedByline(turned);
    if (stated !== null) return stated;
  }
  return null;
}

/** `Roe, Jane`, `van der Poe, John`; not `Jane Roe, John Poe`. */
const filedName = /^(?:\p{Ll}[\p{L}' ]*\s)?[^\s,]+,\s*(?!\p{Lu}+$)\p{Lu}[^,]*$/u;

function givenNameFirst(name: string | null): string | null {
  return name?.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1') ?? null;
}
