/** A node of linked data: schema.org's NewsArticle, an author, a publisher. */
export type LinkedNode = Readonly<Record<string, unknown>>;

/** The linked data of a page, as far as it is well-formed. */
export interface LinkedData {
  /** The node that describes the article itself; `null`: none does. */
  readonly article: LinkedNode | null;
  /** A node in full where only its `@id` is given; anything else as it is. */
  resolve(value: unknown): unknown;
}

const articleType =
  /(?:^|[/:#])(?:[A-Za-z]*Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|DiscussionForumPosting|Report)$/;

// Nodes are looked for in what holds them by convention, not everywhere: teasers of other articles are nodes, too.
const containers = ['@graph', 'mainEntity', 'mainEntityOfPage'];
const mostNodes = 10_000;

/** Reads the JSON-LD scripts of a page. A script that is no JSON is passed over, as browsers and search engines do. */
export function readLinkedData(scripts: Iterable<string>): LinkedData {
  const nodes: LinkedNode[] = [];
  for (const script of scripts) collect(parseScript(script), nodes);
  const byId = new Map<string, LinkedNode>();
  for (const node of nodes) {
    const id = node['@id'];
    // The fullest wins: a mere reference is a node with nothing but an id.
    const known = typeof id === 'string' ? byId.get(id) : undefined;
    if (typeof id === 'string' && Object.keys(node).length > Object.keys(known ?? {}).length) {
      byId.set(id, node);
    }
  }
  const articles = nodes.filter(isArticle);
  return {
    article:
      articles.find((node) => 'headline' in node || 'datePublished' in node) ?? articles[0] ?? null,
    resolve: (value) => {
      const id = isNode(value) ? value['@id'] : undefined;
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
}

function parseScript(script: string): unknown {
  // Old habits: the script wrapped in a comment or a CDATA section.
  const json = script
    .trim()
    .replace(/^(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/\s*)?(?:\]\]>|-->)$/, '');
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function collect(parsed: unknown, nodes: LinkedNode[]): void {
  const waiting: unknown[] = [parsed];
  for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) {
    if (nodes.length + waiting.length > mostNodes) return;
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

function isArticle(node: LinkedNode): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && articleType.test(type));
}
