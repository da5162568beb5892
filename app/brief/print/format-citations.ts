import CSL, {
  type CiteprocCitation,
  type CiteprocItem,
  type CiteprocSystem,
  type Engine,
} from 'citeproc';
import type { ArticleId } from '../../record/ids.ts';
import { bibliographyHeading } from './bibliography-heading.ts';
import type { CitationStyle } from './citation-style.ts';
import type { CiteCluster, FormattedCitations } from './cite-cluster.ts';
import type { CslItem } from './csl-item.ts';
import { cslAddress, cslOutputFormat, cslRuns, cslText } from './csl-output.ts';
import type { PrintedBibliography, PrintedRun } from './printed-brief.ts';
import type { StyleFacts } from './read-citation-style.ts';
import { type CslElement, readCsl } from './read-csl.ts';

/** What `formatCitations` needs beside the style. */
export interface CitationMaterial {
  readonly clusters: readonly CiteCluster[];
  item(id: ArticleId): CslItem;
  /** BCP 47; `null`: the style's own, or American English. */
  readonly language: string | null;
  readonly bibliography: boolean;
  /** What is said of an article behind its entry: "date guessed". Empty: nothing. */
  entryRemark(id: ArticleId): string;
}

/**
 * All clusters of a brief and its bibliography as a style writes them. Throws what citeproc throws at a style that it can
 * not use; `tryCitationStyle` has asked before. Cost: about a millisecond a citation and two an article.
 */
export function formatCitations(
  style: CitationStyle,
  facts: StyleFacts,
  material: CitationMaterial,
): FormattedCitations {
  const { clusters } = material;
  const ids = [...new Set(clusters.flatMap(({ cites }) => cites.map((cite) => cite.articleId)))];
  const items = new Map(ids.map((id) => [id as string, material.item(id)]));
  const system: CiteprocSystem = {
    retrieveLocale: (language) => localeTree(style, language),
    retrieveItem: (id) => engineItem(items.get(id)),
  };
  const { language } = material;
  const tree = structuredClone(facts.tree);
  const engine = new CSL.Engine(system, tree, language ?? 'en-US', language !== null);
  engine.setOutputFormat(cslOutputFormat);
  engine.updateItems(ids);
  const texts = clusterTexts(engine, clusters, facts);
  return {
    clusters: texts.map((text, index) => {
      const addresses = (clusters[index]?.cites ?? []).map(
        ({ articleId }) => items.get(articleId)?.URL,
      );
      return cslRuns(text, ordered(addresses));
    }),
    bibliography: material.bibliography
      ? bibliography(engine, items, style, facts, material)
      : null,
  };
}

/**
 * citeproc is asked for one cluster after the other and looks at all of them each time, which is quadratic: eleven seconds
 * for a thousand in a style with full notes. What it does at its last call is enough, if it knows all clusters by then and
 * takes all their articles for changed.
 */
function clusterTexts(
  engine: Engine,
  clusters: readonly CiteCluster[],
  facts: StyleFacts,
): string[] {
  const citations = clusters.map((cluster, index) => citationOf(cluster, `c${index}`, facts));
  const last = citations.at(-1);
  if (last === undefined) return [];
  engine.tmp.loadedItemIDs = {};
  for (const citation of citations) {
    citation.sortedItems = citation.citationItems.map((cite) => {
      engine.tmp.taintedItemIDs[cite.id] = true;
      return [engine.retrieveItem(cite.id), CSL.parseLocator.call(engine, { ...cite })];
    });
    engine.registry.citationreg.citationById[citation.citationID] = citation;
  }
  const before = citations
    .slice(0, -1)
    .map((citation) => [citation.citationID, citation.properties.noteIndex] as const);
  const flag = CSL.ASSUME_ALL_ITEMS_REGISTERED;
  const [, written] = engine.processCitationCluster(last, before, [], flag);
  const texts = citations.map(() => '');
  for (const [index, text] of written) texts[index] = text;
  return texts;
}

function citationOf({ note, cites }: CiteCluster, id: string, facts: StyleFacts): CiteprocCitation {
  return {
    citationID: id,
    citationItems: cites.map(({ articleId, paragraphs, remark }) => ({
      id: articleId,
      ...(paragraphs === null ? {} : { locator: paragraphs, label: 'paragraph' }),
      // A number in brackets says nothing that could be a guess; the entry behind it says it.
      ...(remark === '' || facts.format === 'numeric' ? {} : { suffix: ` [${cslText(remark)}]` }),
    })),
    properties: { noteIndex: facts.inNotes ? note : 0 },
  };
}

function bibliography(
  engine: Engine,
  items: ReadonlyMap<string, CslItem>,
  style: CitationStyle,
  facts: StyleFacts,
  material: CitationMaterial,
): PrintedBibliography | null {
  const made = engine.makeBibliography();
  if (made === false) return null;
  const [about, texts] = made;
  return {
    heading: bibliographyHeading(style.id, facts, material.language),
    entries: texts.flatMap((text, index) => {
      const articleId = about.entry_ids[index]?.[0] as ArticleId | undefined;
      if (articleId === undefined) return [];
      const runs = cslRuns(text, ordered([items.get(articleId)?.URL]));
      const remark = material.entryRemark(articleId);
      const remarked: PrintedRun[] =
        remark === '' ? runs : [...runs, { kind: 'text', text: ` [${remark}]` }];
      return [{ articleId, runs: remarked }];
    }),
    hangingIndent: Boolean(about.hangingindent),
  };
}

/** The item without what styles would print though it is not meant for readers. */
function engineItem(item: CslItem | undefined): CiteprocItem {
  if (item === undefined) throw new RangeError('citeproc asked for an article that is not cited.');
  const { note: _, section: __, author, ...rest } = item;
  return {
    ...rest,
    title: cslText(item.title),
    ...(item['container-title'] === undefined
      ? {}
      : { 'container-title': containerText(item['container-title'], item.type) }),
    ...(item.URL === undefined ? {} : { URL: cslAddress(item.URL) }),
    ...(author === undefined
      ? {}
      : {
          author: author.map((name) =>
            Object.fromEntries(Object.entries(name).map(([key, value]) => [key, cslText(value)])),
          ),
        }),
  };
}

/** The name of a site that is its address is not put in title case. */
function containerText(outlet: string, type: CslItem['type']): string {
  return type === 'webpage' ? `<span class="nocase">${cslText(outlet)}</span>` : cslText(outlet);
}

/** The addresses as citeproc writes them, longer ones first: one may begin another. */
function ordered(addresses: readonly (string | undefined)[]): string[] {
  const known = addresses.filter((address) => address !== undefined).map(cslAddress);
  return [...new Set(known)].sort((one, other) => other.length - one.length);
}

function localeTree(style: CitationStyle, language: string): CslElement {
  for (const name of [language, 'en-US']) {
    const xml = style.locale(name);
    const read = xml === null ? null : readCsl(xml);
    if (read?.ok) return read.value;
  }
  throw new RangeError('The locale en-US is missing.');
}
