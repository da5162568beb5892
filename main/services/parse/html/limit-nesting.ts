import { blockElements, voidElements } from './element-kinds.ts';

/** A page whose elements are nested no deeper than a browser nests them, and how much there is of it. */
export interface LimitedPage {
  readonly html: string;
  readonly extent: PageExtent;
}

/** What decides how much work may be done with a page. Both are near enough, not exact. */
export interface PageExtent {
  readonly elementCount: number;
  /** The depths of all elements together: the cost of going from each of them up to the root. */
  readonly depthSum: number;
  /** How many nodes there may be at most: each tag, comment and character reference may begin one. */
  readonly nodeCount: number;
}

/** As deep as Chromium goes (its `kMaximumHTMLParserDOMTreeDepth`). The parser's cost is quadratic in the depth. */
const deepest = 512;

// Their content is no markup; their end tag is looked for as such.
const rawElements = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'iframe']);

// A parser closes one of these by itself when the next begins, so one that stays open does not nest.
const selfClosing = new Set(
  'p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp head'.split(' '),
);

const blockEnd = '<br><br>';

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly closes: boolean;
}

/**
 * Takes away the tags that stand deeper than 512 elements, keeping the text in them; where a block was, a line break
 * stays, so that words do not run together. A page that is not so deep comes back as it is. Linear; it sees tags only
 * roughly as a parser does, which for this is enough.
 */
export function limitNesting(html: string): LimitedPage {
  let elementCount = 0;
  let depth = 0;
  let depthSum = 0;
  let kept = 0;
  const parts: string[] = [];
  for (const tag of tags(html)) {
    if (!tag.closes) {
      elementCount += 1;
      depthSum += Math.min(depth, deepest);
    }
    if (tag.end - tag.start > longestTag) {
      parts.push(html.slice(kept, tag.start), withoutClasses(html.slice(tag.start, tag.end)));
      kept = tag.end;
    }
    if (voidElements.has(tag.name) || selfClosing.has(tag.name)) continue;
    if (tag.closes) depth = Math.max(0, depth - 1);
    const tooDeep = depth >= deepest;
    if (!tag.closes) depth += 1;
    if (!tooDeep) continue;
    // Of many tags in a row one line break stays: as many would be as much work as the elements themselves.
    if (tag.start > kept || parts.length === 0) parts.push(html.slice(kept, tag.start));
    const isBlock = blockElements.has(tag.name);
    if (isBlock && parts.at(-1) !== blockEnd) parts.push(blockEnd);
    kept = tag.end;
  }
  parts.push(html.slice(kept));
  const extent = { elementCount, depthSum, nodeCount: countNodes(html) };
  return { html: parts.length === 1 ? html : parts.join(''), extent };
}

// linkedom 0.18 overflows the stack with a class attribute of some 100,000 names (`dom/token-list.js` spreads them).
const longestTag = 50_000;

function withoutClasses(tag: string): string {
  return tag.replace(/\sclass\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi, ' ');
}

function countNodes(html: string): number {
  let count = 0;
  for (const mark of ['<', '&']) {
    for (let at = html.indexOf(mark); at !== -1; at = html.indexOf(mark, at + 1)) count += 1;
  }
  return count;
}

function* tags(html: string): Generator<Tag> {
  const pattern = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
  // Sticky failures: once there is no further end of a comment or of a raw element, no need to look for it again.
  const missing = new Set<string>();
  const find = (what: RegExp, from: number): number => {
    if (missing.has(what.source)) return -1;
    what.lastIndex = from;
    const found = what.exec(html);
    if (found === null) missing.add(what.source);
    return found === null ? -1 : found.index;
  };
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const [opening, slash = '', written] = match;
    if (written === undefined) {
      const end = find(/-->/g, match.index + opening.length);
      if (end === -1) return;
      pattern.lastIndex = end + 3;
      continue;
    }
    const end = find(/>/g, pattern.lastIndex);
    if (end === -1) return;
    const name = written.toLowerCase();
    pattern.lastIndex = end + 1;
    yield { start: match.index, end: end + 1, name, closes: slash === '/' };
    if (slash === '' && rawElements.has(name)) {
      const close = find(new RegExp(`</${name}[\\s/>]`, 'gi'), end + 1);
      if (close !== -1) pattern.lastIndex = close;
    }
  }
}
