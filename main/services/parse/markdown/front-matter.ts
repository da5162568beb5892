import { parse } from 'yaml';
import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import type { StatedMetadata } from '../stated-metadata.ts';
import {
  statedByline,
  statedDate,
  statedLanguage,
  statedName,
  statedUrl,
} from '../stated-metadata.ts';
import { readPlainYaml } from './plain-yaml.ts';

type Fields = Readonly<Record<string, unknown>>;

const longestFrontMatter = 100_000;

/** What a front matter holds. */
export interface FrontMatter {
  readonly metadata: StatedMetadata;
  /** The lines of one that could not be read: they stay in the text, so that nothing is lost unseen. */
  readonly kept: readonly BlockDraft[];
}

/**
 * Reads a YAML front matter. One that is no YAML, mostly for a colon in a title without quotation marks, is read line by
 * line, as `name: value`; if that fails, too, nothing is stated and its lines are kept.
 */
export function readFrontMatter(yaml: string): FrontMatter {
  const fields =
    yaml.length > longestFrontMatter
      ? null
      : (readPlainYaml(yaml) ?? readYaml(yaml) ?? readLines(yaml));
  const lines = fields === null ? yaml.split(/\r?\n/) : [];
  return {
    metadata: metadataOf(fields ?? {}),
    kept: lines.map((text): BlockDraft => ({ kind: 'paragraph', text })),
  };
}

/** What a front matter states, under the names that writers and their programs use. */
function metadataOf(fields: Fields): StatedMetadata {
  const known = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]));
  const first = <Value>(names: readonly string[], read: (value: unknown) => Value | null) => {
    for (const name of names) {
      const value = read(known.get(name));
      if (value !== null) return value;
    }
    return null;
  };
  return {
    title: first(['title', 'headline'], nameOf),
    outlet: first(['outlet', 'publisher', 'publication', 'source', 'site'], nameOf),
    byline: first(['byline', 'author', 'authors'], (value) =>
      statedByline([value].flat().map(nameOf)),
    ),
    published: first(['date', 'published', 'date_published', 'datepublished'], statedDate),
    updated: first(
      ['updated', 'lastmod', 'modified', 'last_modified', 'date_modified', 'datemodified'],
      statedDate,
    ),
    url: first(['url', 'link', 'canonical', 'source'], statedUrl),
    language: first(['language', 'lang'], statedLanguage),
    section: first(['section', 'category', 'categories', 'rubric'], (value) =>
      nameOf([value].flat()[0]),
    ),
  };
}

/** A name, or the name of an object that has one (`author: {name: …}`). An address is no outlet's name. */
function nameOf(value: unknown): string | null {
  const named = typeof value === 'object' && value !== null && 'name' in value ? value.name : value;
  return statedUrl(named) === null ? statedName(named) : null;
}

/** `null` if the text is no YAML, or no mapping. Nothing at all is a mapping without names. */
function readYaml(yaml: string): Fields | null {
  let value: unknown;
  try {
    value = parse(yaml, { logLevel: 'error' });
  } catch {
    // Syntax errors, and what a text made to do harm runs into: the limit of aliases, the end of the stack.
    return null;
  }
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : null;
}

function readLines(yaml: string): Fields | null {
  const fields: Record<string, string> = {};
  for (const line of yaml.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name, value = ''] = /^([a-z][\w -]{0,50}):(?:\s+(.*))?$/i.exec(line) ?? [];
    if (name === undefined) return null;
    fields[name] = value.trim().replace(/^(["'])(.*)\1$/, '$2');
  }
  return fields;
}
