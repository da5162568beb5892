import { statedUrl } from '../stated-metadata.ts';
import type { PageIdentity } from './page-identity.ts';
import { parseLinkedData } from './parse-linked-data.ts';
import { plainName } from './plain-name.ts';

/** A node of linked data: schema.org's NewsArticle, an author, a publisher. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** The linked data of a page, as far as it can be read. */
export interface LinkedData {
  /** The node that describes the article itself; `null`: none does. */
  readonly article: LinkedNode | null;
  /** The node of the page, which may have a date and an author where no node is the article. */
  readonly page: LinkedNode | null;
  /** The node of the website. */
  readonly site: LinkedNode | null;
  /** Whether a script was no JSON and was put right, so that what it says is a little less certain. */
  readonly repaired: boolean;
  /** A node in full where only its `@id` is given; anything else as it is. */
  resolve(value: unknown): unknown;
}

const articleType =
  /(?:^|[/:#])(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report|Review)$/;
const pageType = /(?:^|[/:#])(?:WebPage|ItemPage|CreativeWork)$/;
const siteType = /(?:^|[/:#])WebSite$/;

// Nodes are looked for in what holds them by convention, not everywhere: teasers of other articles are nodes, too.
const containers = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const mostNodes = 10_000;

/**
 * Reads the JSON-LD scripts of a page. Pages describe what they link to as well: an article counts if its headline is the
 * page's, or its address; one that has neither counts if the page prints no headline. Linear.
 */
export function readLinkedData(scripts: Iterable<string>, identity: PageIdentity): LinkedData {
  const nodes: LinkedNode[] = [];
  const { values, repaired } = parseLinkedData(scripts);
  for (const value of values) collect(value, nodes);
  const byId = new Map<string, LinkedNode>();
  for (const node of nodes) {
    const id = node['@id'];
    // The fullest wins: a mere reference is a node with nothing but an id.
    const known = typeof id === 'string' ? byId.get(id) : undefined;
    if (typeof id === 'string' && Object.keys(node).length > Object.keys(known ?? {}).length) {
      byId.set(id, node);
    }
  }
  const articles = nodes.filter((node) => hasType(node, articleType));
  const pages = nodes.filter((node) => hasType(node, pageType));
  return {
    article: ownArticle(articles, identity),
    page: pages.find((node) => 'datePublished' in node || 'author' in node) ?? pages[0] ?? null,
    site: nodes.find((node) => hasType(node, siteType) && 'name' in node) ?? null,
    repaired,
    resolve: (value) => {
      const id = isNode(value) ? value['@id'] : undefined;
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
}

/** The article that is likest to be the page's, the first of several. */
function ownArticle(articles: readonly LinkedNode[], identity: PageIdentity): LinkedNode | null {
  let best: LinkedNode | null = null;
  let most = 0;
  for (const article of articles) {
    const rank = likeness(article, identity);
    if (rank <= most) continue;
    best = article;
    most = rank;
  }
  return best;
}

/** 0: it is another story. */
function likeness(article: LinkedNode, identity: PageIdentity): number {
  const titles = [article.headline, article.name, article.alternativeHeadline]
    .flat()
    .map(plainName)
    .filter((title) => title !== null);
  const like = Math.max(0, ...titles.map((title) => identity.likeness(title)));
  if (like > 0) return like + 3;
  const own = [article.url, article.mainEntityOfPage, article['@id']]
    .map((address) => nodeAddress(address))
    .map((url) => (url === null ? null : identity.isAddress(url)));
  if (own.includes(true)) return 3;
  if (own.includes(false) || (titles.length > 0 && identity.hasHeadline)) return 0;
  return 'headline' in article || 'datePublished' in article ? 2 : 1;
}

/** The address that a node or a text is. */
export function nodeAddress(value: unknown): string | null {
  return statedUrl(isNode(value) ? (value['@id'] ?? value.url) : value);
}

function collect(parsed: unknown, nodes: LinkedNode[]): void {
  const waiting: unknown[] = [parsed];
  // Taken by index: to shift a long list is work in proportion to its length.
  for (let index = 0; index < waiting.length; index += 1) {
    const value = waiting[index];
    if (waiting.length > mostNodes) return;
    if (Array.isArray(value)) waiting.push(...value.slice(0, mostNodes));
    else if (isNode(value)) {
      nodes.push(value);
      for (const container of containers) {
        if (value[container] !== undefined) waiting.push(value[container]);
      }
    }
  }
}

/** Whether a value is an object with names. */
export function isNode(value: unknown): value is LinkedNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasType(node: LinkedNode, known: RegExp): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && known.test(type));
}
