import { parseLinkedData } from './parse-linked-data.ts';

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
 * Reads the JSON-LD scripts of a page. Of several articles the one whose headline `isPrinted` wins, since pages describe
 * what they link to as well. Linear.
 */
export function readLinkedData(
  scripts: Iterable<string>,
  isPrinted: (headline: string) => boolean,
): LinkedData {
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
    article:
      articles.find(({ headline }) => typeof headline === 'string' && isPrinted(headline)) ??
      articles.find((node) => 'headline' in node || 'datePublished' in node) ??
      articles[0] ??
      null,
    page: pages.find((node) => 'datePublished' in node || 'author' in node) ?? pages[0] ?? null,
    site: nodes.find((node) => hasType(node, siteType) && 'name' in node) ?? null,
    repaired,
    resolve: (value) => {
      const id = isNode(value) ? value['@id'] : undefined;
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
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
