import type { BlockContent, ListItem, PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import type { RevisionHash } from '../base/brand.ts';
import type { BriefBundle } from '../record/brief-bundle.ts';
import type { AnnotationId, ClaimId } from '../record/ids.ts';
import type { RichTextNode } from '../record/rich-text.ts';
import { citationOf } from './cited-ids.ts';
import { describeClaim } from './describe-source.ts';
import { flowGroups, inlineContent } from './flow-groups.ts';
import { type InlineTree, inlineTree } from './inline-tree.ts';
import { sourceDefinitions, sourceList } from './markdown-sources.ts';
import { markdownTable } from './markdown-table.ts';
import { mentionOf, unnamedMention } from './mentions.ts';
import { type BriefPlan, type NumberedQuotation, planBrief } from './plan-brief.ts';
import { quotationMarks } from './quotation-marks.ts';
import { safeLink } from './safe-link.ts';

/**
 * A brief as GitHub-flavoured Markdown: each quotation verbatim with a footnote that says where it stands, the list
 * of sources at the end (rules C2 to C5). Read back by a Markdown parser, every quotation is the same to the code
 * unit; the paragraphs of a longer one are joined by a line feed each (rule T2). Ends with a line feed. Throws
 * RangeError when `checkCitations` names a problem.
 */
export function composeMarkdown(
  bundle: BriefBundle,
  texts: ReadonlyMap<RevisionHash, string>,
): string {
  const plan = planBrief(bundle, texts);
  const root: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [{ type: 'text', value: bundle.brief.title }] },
      ...flow(bundle.brief.content.content ?? [], plan),
      ...sourceList(plan),
      ...sourceDefinitions(plan),
    ],
  };
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), { unsafe: [bareWww] }],
    bullet: '-',
    rule: '-',
  });
}

/**
 * `gfmToMarkdown` leaves `www.` alone where no word follows; its parser then reads `www.[^1]` as an address and the
 * footnote is lost. So the full stop is always escaped.
 */
const bareWww: Unsafe = { character: '.', before: '[Ww]', inConstruct: 'phrasing' };

function flow(nodes: readonly RichTextNode[], plan: BriefPlan): BlockContent[] {
  return flowGroups(nodes).flatMap((group) =>
    group.kind === 'block' ? block(group.node, plan) : paragraph(group.nodes, plan),
  );
}

function block(node: RichTextNode, plan: BriefPlan): BlockContent[] {
  const citation = citationOf(node);
  if (citation !== null) {
    return citation.kind === 'claim'
      ? claim(citation.id, plan)
      : [quotationBlock(citation.id, plan)];
  }
  const content = node.content ?? [];
  switch (node.type) {
    case 'heading':
      return [{ type: 'heading', depth: headingDepth(node), children: phrasing(content, plan) }];
    case 'blockquote':
      return [{ type: 'blockquote', children: flow(content, plan) }];
    case 'bullet_list':
      return [{ type: 'list', ordered: false, spread: false, children: items(content, plan) }];
    case 'ordered_list': {
      const start = listStart(node);
      return [
        { type: 'list', ordered: true, start, spread: false, children: items(content, plan) },
      ];
    }
    case 'paragraph':
      return paragraph(content, plan);
    case 'table':
      return markdownTable(node, (inCell) => cellBlock(inCell, plan));
    default:
      return flow(content, plan);
  }
}

/** A block in one line, as a cell holds it. */
function cellBlock(node: RichTextNode, plan: BriefPlan): PhrasingContent[] {
  const citation = citationOf(node);
  if (citation?.kind === 'claim') {
    const { label, wording } = plan.claim(citation.id);
    const named: PhrasingContent = {
      type: 'strong',
      children: [{ type: 'text', value: `Claim ${label}` }],
    };
    const evidence = claimEvidence(citation.id, plan).flatMap((item): PhrasingContent[] => [
      { type: 'html', value: '<br>' },
      ...item,
    ]);
    return [named, { type: 'text', value: `: ${wording}` }, ...evidence];
  }
  if (citation !== null) return quotationInline(plan.quotation(citation.id));
  if (node.type === 'text' || node.type === 'hard_break') return phrasing([node], plan);
  return phrasing(node.content ?? [], plan);
}

/**
 * Blank lines go between the blocks of an item: without one, a parser may take the next block for more of a paragraph
 * (a list that does not start with 1 can not interrupt one, CommonMark 5.3).
 */
function items(nodes: readonly RichTextNode[], plan: BriefPlan): ListItem[] {
  return nodes.map((node) => {
    const children = flow(node.type === 'list_item' ? (node.content ?? []) : [node], plan);
    return { type: 'listItem', spread: children.length > 1, children };
  });
}

/** The brief's title is the heading of level 1, so its own headings go one down. */
function headingDepth(node: RichTextNode): 2 | 3 | 4 {
  const level = node.attrs?.level;
  return level === 3 ? 4 : level === 2 ? 3 : 2;
}

function listStart(node: RichTextNode): number {
  const order = node.attrs?.order;
  return typeof order === 'number' && Number.isSafeInteger(order) && order >= 0 ? order : 1;
}

/** An empty paragraph has no Markdown and is left out. */
function paragraph(nodes: readonly RichTextNode[], plan: BriefPlan): BlockContent[] {
  const children = phrasing(nodes, plan);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function phrasing(nodes: readonly RichTextNode[], plan: BriefPlan): PhrasingContent[] {
  return inlineTree(inlineContent(nodes)).flatMap((tree) => inline(tree, plan));
}

function inline(tree: InlineTree, plan: BriefPlan): PhrasingContent[] {
  if (tree.kind === 'leaf') return leaf(tree.node, plan);
  const children = tree.children.flatMap((child) => inline(child, plan));
  switch (tree.mark.type) {
    case 'strong':
      return [{ type: 'strong', children }];
    case 'em':
      return [{ type: 'emphasis', children }];
    case 'link': {
      const href = tree.mark.attrs?.href;
      const url = typeof href === 'string' ? safeLink(href) : null;
      return url === null ? children : [{ type: 'link', url, children }];
    }
    default:
      return children;
  }
}

function leaf(node: RichTextNode, plan: BriefPlan): PhrasingContent[] {
  const citation = citationOf(node);
  if (citation?.kind === 'annotation') return quotationInline(plan.quotation(citation.id));
  if (node.type === 'hard_break') return [{ type: 'break' }];
  const value = mentionOf(node) === null ? node.text : unnamedMention;
  return value === undefined ? [] : [{ type: 'text', value }];
}

function quotationInline(quotation: NumberedQuotation): PhrasingContent[] {
  const [open, close] = quotationMarks(quotation.quote);
  return [{ type: 'text', value: `${open}${quotation.quote}${close}` }, reference(quotation)];
}

function quotationBlock(id: AnnotationId, plan: BriefPlan): BlockContent {
  const quotation = plan.quotation(id);
  const paragraphs = quotation.quote.split(/(?<=[^\n])\n(?=[^\n])/);
  return {
    type: 'blockquote',
    children: paragraphs.map((value, index) => ({
      type: 'paragraph',
      children:
        index === paragraphs.length - 1
          ? [{ type: 'text', value }, reference(quotation)]
          : [{ type: 'text', value }],
    })),
  };
}

function claim(id: ClaimId, plan: BriefPlan): BlockContent[] {
  const resolved = plan.claim(id);
  const statement: BlockContent = {
    type: 'paragraph',
    children: [
      { type: 'strong', children: [{ type: 'text', value: `Claim ${resolved.label}` }] },
      { type: 'text', value: `: ${resolved.wording}` },
      { type: 'break' },
      { type: 'text', value: `${describeClaim(resolved)}.` },
    ],
  };
  if (resolved.evidence.length === 0) {
    return [
      statement,
      { type: 'paragraph', children: [{ type: 'text', value: 'No evidence filed.' }] },
    ];
  }
  const evidence: ListItem[] = claimEvidence(id, plan).map((children) => ({
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children }],
  }));
  return [statement, { type: 'list', ordered: false, spread: false, children: evidence }];
}

/** "The Ledger asserts: “…”": each piece of a claim's evidence. */
function claimEvidence(id: ClaimId, plan: BriefPlan): PhrasingContent[][] {
  return plan.claim(id).evidence.map((item) => {
    const quotation = plan.quotation(item.annotationId);
    const source = `${quotation.outlet ?? quotation.title} ${item.stance}: `;
    return [{ type: 'text', value: source }, ...quotationInline(quotation)];
  });
}

function reference(quotation: NumberedQuotation): PhrasingContent {
  const label = String(quotation.number);
  return { type: 'footnoteReference', identifier: label, label };
}
