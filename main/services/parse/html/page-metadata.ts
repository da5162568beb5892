import type {
  ArticleMetadata,
  FieldProvenance,
  MetadataField,
  MetadataProvenance,
} from '../../../../app/record/records.ts';
import { chooseTitle } from './choose-title.ts';
import type { HtmlDocument, HtmlElement } from './html-node.ts';
import { foreignArticles, itemMetadata } from './item-metadata.ts';
import { readLinkedData } from './json-ld.ts';
import { linkedMetadata, surroundingMetadata } from './linked-metadata.ts';
import { metaContents } from './meta-contents.ts';
import type { MetadataPart } from './metadata-part.ts';
import { pageIdentity } from './page-identity.ts';
import { plainName } from './plain-name.ts';
import type { MainHeadline } from './printed-headline.ts';
import { mainHeadline, printedHeadings } from './printed-headline.ts';
import { canonicalAddress, pageLanguage, printedMetadata } from './printed-metadata.ts';
import { tagMetadata } from './tag-metadata.ts';
import { windowOutlet } from './window-outlet.ts';

/** What a page states of its article, and where. */
export interface PageMetadata {
  /** In the page's own wording where it prints the same headline; `null` if it has none. */
  readonly title: string | null;
  readonly facts: Required<Omit<ArticleMetadata, 'title'>>;
  /** Of each fact that is not `null`. */
  readonly provenance: MetadataProvenance;
  /** The window's title, which may name the outlet, too. */
  readonly windowTitle: string | null;
  /** The headline as the page prints it, which need not be the title; `null` if it prints none. */
  readonly headline: MainHeadline | null;
  /** Elements that say they are articles with a headline of their own, which is not the page's. */
  readonly foreignItems: readonly HtmlElement[];
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
  const headings = printedHeadings(document);
  const windowTitle = plainName(document.querySelector('title')?.textContent);
  const contents = metaContents(document);
  const tags = tagMetadata(contents);
  const printed = printedMetadata(document);
  const address = canonicalAddress(document);
  const identity = pageIdentity({
    headings,
    windowTitle,
    titles: tags.flatMap(({ titles = [] }) => titles),
    urls: [address, ...tags, ...printed].flatMap(({ facts }) => facts.url ?? []),
  });
  const foreignItems = foreignArticles(document, identity);
  const data = readLinkedData(linkedScripts(document), identity);
  const linked = linkedMetadata(data);
  const parts = [
    address,
    ...(linked === null ? [] : [linked]),
    // Before OpenGraph's: its `og:locale` is that of an edition, and left at `en_US` by many systems.
    pageLanguage(document),
    ...tags,
    itemMetadata(document, identity),
    surroundingMetadata(data),
    ...printed,
  ];
  const { facts, provenance } = firstFacts(parts);
  const titles = parts.flatMap(({ titles: stated = [], source, confidence }) =>
    stated.map((title) => ({ title, provenance: { source, confidence } })),
  );
  const { isPrinted } = identity;
  if (facts.outlet === null) {
    const trusted = titles.find(({ title }) => isPrinted(title)) ?? titles[0];
    const names = [trusted?.title ?? null, ...headings.map(({ text }) => text)];
    facts.outlet = firstOf(names, (name) => windowOutlet(windowTitle, name, facts.url));
    if (facts.outlet !== null) provenance.outlet = { source: 'page', confidence: 'likely' };
  }
  const { outlet } = facts;
  const known = [
    ...titles.map(({ title }) => title),
    ...(windowTitle === null ? [] : [windowTitle]),
  ];
  const headline = mainHeadline(headings, known, outlet);
  const title = chooseTitle({ titles, headline, windowTitle, outlet, isPrinted });
  if (title !== null) provenance.title = title.provenance;
  return { title: title?.text ?? null, facts, provenance, windowTitle, headline, foreignItems };
}

type Facts = Record<(typeof factNames)[number], string | null>;

function firstFacts(parts: readonly MetadataPart[]): {
  readonly facts: Facts;
  readonly provenance: { [Field in MetadataField]?: FieldProvenance };
} {
  const facts = Object.fromEntries(factNames.map((name) => [name, null])) as Facts;
  const provenance: { [Field in MetadataField]?: FieldProvenance } = {};
  for (const { source, confidence, facts: stated } of parts) {
    for (const name of factNames) {
      const value = stated[name];
      if (value == null || !(facts[name] === null || isFiner(name, facts[name], value))) continue;
      facts[name] = value;
      provenance[name] = { source, confidence };
    }
  }
  return { facts, provenance };
}

function firstOf(
  names: readonly (string | null)[],
  read: (name: string | null) => string | null,
): string | null {
  for (const name of names) {
    const value = read(name);
    if (value !== null) return value;
  }
  return null;
}

function linkedScripts(document: HtmlDocument): string[] {
  return [...document.querySelectorAll('script')]
    .filter((script) => /^\s*application\/ld\+json\b/i.test(script.getAttribute('type') ?? ''))
    .map((script) => script.textContent ?? '');
}

/** Whether a date that is trusted less says the same day more exactly: the hour, or the zone. */
function isFiner(name: MetadataField, known: string, value: string): boolean {
  const isDate = name === 'published' || name === 'updated';
  return isDate && value.length > known.length && value.startsWith(known);
}
