import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { countWords } from '../../app/article/count-words.ts';
import { nodeCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';

/** Words of a brief, or of a part of it. */
export interface BriefWords {
  /** The writer's own, footnotes among them. */
  readonly own: number;
  /** Of the passages that are quoted; those of a claim's evidence as well. */
  readonly quoted: number;
}

/** Own words of blocks that were counted: those nobody wrote in are not counted again. */
const counted = new WeakMap<Node, { readonly own: number; readonly cited: readonly Node[] }>();

/** The words of a whole brief. Cost: what changed since the last count, and a look-up for each citation. */
export function countBriefWords(doc: Node, source: CitationSource): BriefWords {
  let own = 0;
  let quoted = 0;
  doc.forEach((block) => {
    const words = counted.get(block) ?? countBlock(block);
    counted.set(block, words);
    own += words.own;
    for (const citation of words.cited) quoted += quotedWords(citation, source);
  });
  return { own, quoted };
}

/** The words of what is selected; `null`: nothing is. Cost: the selection. */
export function countSelectedWords(
  { doc, selection }: EditorState,
  source: CitationSource,
): BriefWords | null {
  if (selection.empty) return null;
  const { own, cited } = countBlock(doc.cut(selection.from, selection.to));
  return { own, quoted: cited.reduce((sum, node) => sum + quotedWords(node, source), 0) };
}

function countBlock(block: Node): { readonly own: number; readonly cited: readonly Node[] } {
  const cited: Node[] = [];
  let text = '';
  const walk = (node: Node): void => {
    if (node.isText) text += node.text ?? '';
    else if (nodeCitation(node) === null) {
      // Words of two blocks, and on both sides of a footnote, are words apart.
      if (node.isBlock || !node.isLeaf || node.type.name === 'hard_break') text += '\n';
      node.forEach(walk);
      if (!node.isLeaf) text += '\n';
    } else {
      cited.push(node);
      if (node.isBlock) text += '\n';
    }
  };
  walk(block);
  return { own: countWords(text), cited };
}

const quotes = new Map<string, number>();
/** Beyond so many the counts of quotations are let go of. */
const mostQuotes = 20_000;

function quotedWords(node: Node, source: CitationSource): number {
  const citation = nodeCitation(node);
  if (citation === null || citation.kind === 'article') return 0;
  const ids =
    citation.kind === 'annotation'
      ? [citation.id]
      : (source.claim(citation.id)?.evidence ?? []).map(({ annotationId }) => annotationId);
  return ids.reduce((sum, id) => sum + countQuote(source.annotation(id)?.quote ?? ''), 0);
}

function countQuote(quote: string): number {
  const known = quotes.get(quote);
  if (known !== undefined) return known;
  const words = countWords(quote);
  if (quotes.size >= mostQuotes) quotes.clear();
  quotes.set(quote, words);
  return words;
}
