import { wordsKey } from '../../../../app/article/headline.ts';
import type {
  ArticleMetadata,
  FieldProvenance,
  MetadataField,
  MetadataProvenance,
} from '../../../../app/record/records.ts';
import { statedName } from '../stated-metadata.ts';
import type { HtmlDocument } from './html-node.ts';
import { itemMetadata } from './item-metadata.ts';
import { readLinkedData } from './json-ld.ts';
import { linkedMetadata, surroundingMetadata } from './linked-metadata.ts';
import { metaContents } from './meta-contents.ts';
import type { MetadataPart } from './metadata-part.ts';
import { mainHeadings, printedHeadline } from './printed-headline.ts';
import { canonicalAddress, pageLanguage, printedMetadata } from './printed-metadata.ts';
import { tagMetadata } from './tag-metadata.ts';
import { windowOutlet } from './window-outlet.ts';

/** What a page states of its article, and where. */
export interface PageMetadata {
  /** `null` if it states none. */
  readonly title: string | null;
  readonly facts: Required<Omit<ArticleMetadata, 'title'>>;
  /** Of each fact that is not `null`. */
  readonly provenance: MetadataProvenance;
  /** The window's title, which may name the outlet, too. */
  readonly windowTitle: string | null;
  /** The main headings as the page prints them. */
  readonly headings: readonly string[];
}

const factNames = [
  'outlet',
  'byline',
  'published',
  'updated',
  'url',
  'language',
  'section',
] as const satisfies readonly MetadataField[];

/**
 * What a page states of its article, field by field from the part that is trusted most (rule T12). Reads the page only;
 * call it before anything takes the page apart.
 */
export function pageMetadata(document: HtmlDocument): PageMetadata {
  const headings = mainHeadings(document);
  const windowTitle = statedName(document.querySelector('title')?.textContent);
  const isPrinted = printedTest(headings, windowTitle);
  const parts = partsOf(document, isPrinted);
  const facts = Object.fromEntries(factNames.map((name) => [name, null])) as Record<
    (typeof factNames)[number],
    string | null
  >;
  const provenance: { [Field in MetadataField]?: FieldProvenance } = {};
  for (const { source, confidence, facts: stated } of parts) {
    for (const name of factNames) {
      const value = stated[name];
      if (value == null || !(facts[name] === null || isFiner(name, facts[name], value))) continue;
      facts[name] = value;
      provenance[name] = { source, confidence };
    }
  }
  const titles = parts.flatMap(({ titles: stated = [], source, confidence }) =>
    stated.map((title) => ({ title, source, confidence })),
  );
  // Some linked data give a subject's description for a headline: what readers see wins.
  const seen = titles.find(({ title }) => isPrinted(title));
  const chosen = seen ?? titles[0];
  if (chosen !== undefined) {
    const { source, confidence } = chosen;
    provenance.title = { source, confidence: seen === undefined ? 'likely' : confidence };
  }
  if (facts.outlet === null) {
    facts.outlet = windowOutlet(windowTitle, chosen?.title ?? headings[0] ?? null, facts.url);
    if (facts.outlet !== null) provenance.outlet = { source: 'page', confidence: 'likely' };
  }
  return {
    title: chosen === undefined ? null : printedHeadline(headings, chosen.title, facts.outlet),
    facts,
    provenance,
    windowTitle,
    headings,
  };
}

/** Whether a date that is trusted less says the same day more exactly: the hour, or the zone. */
function isFiner(name: MetadataField, known: string, value: string): boolean {
  const isDate = name === 'published' || name === 'updated';
  return isDate && value.length > known.length && value.startsWith(known);
}

function partsOf(
  document: HtmlDocument,
  isPrinted: (headline: string) => boolean,
): readonly MetadataPart[] {
  const scripts = [...document.querySelectorAll('script')]
    .filter((script) => /^\s*application\/ld\+json\b/i.test(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent ?? '');
  const data = readLinkedData(scripts, isPrinted);
  const linked = linkedMetadata(data);
  return [
    canonicalAddress(document),
    ...(linked === null ? [] : [linked]),
    // Before OpenGraph's: its `og:locale` is that of an edition, and left at `en_US` by many systems.
    pageLanguage(document),
    ...tagMetadata(metaContents(document)),
    itemMetadata(document),
    surroundingMetadata(data),
    ...printedMetadata(document),
  ];
}

/** Whether readers see a title: as a main heading, or in the window's title. */
function printedTest(
  headings: readonly string[],
  windowTitle: string | null,
): (title: string) => boolean {
  const windowKey = wordsKey(windowTitle ?? '');
  const headingKeys = new Set(headings.map(wordsKey));
  return (title) => {
    const key = wordsKey(title);
    return key !== '' && (headingKeys.has(key) || windowKey.includes(key));
  };
}
