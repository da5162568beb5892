import type { AnnotationId } from '../../record/ids.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { citedAlterations } from '../cited-alterations.ts';
import { type Citation, citationOf } from '../cited-ids.ts';
import { mentionOf, unnamedMention } from '../mentions.ts';
import { quotationMarks } from '../quotation-marks.ts';
import { lookOf } from './inline-look.ts';
import { quoteRuns, type RunLook } from './print-quote.ts';
import type { PrintedRun } from './printed-brief.ts';
import {
  appendRuns,
  isInParenthesis,
  plainText,
  startsRaised,
  trimBlanks,
  trimLine,
  withSquareBrackets,
} from './run-text.ts';

/** What citations and notes in a line become. Asked in the order of the document. */
export interface InlineCitations {
  /** Whether marks of notes stand behind the punctuation that follows, as English has it. */
  readonly marksAfterPunctuation: boolean;
  /** Whether the writer's comments to self are printed. */
  readonly comments: boolean;
  passage(citation: LineCitation): { readonly index: number; readonly quote: string };
  /**
   * What names a whole article where what the style writes for it names nothing, a number, or nothing else stands in the
   * line so far (`isFirst`); else none (rule C15).
   */
  name(passage: number, isFirst: boolean): readonly PrintedRun[];
  /** `isLast`: nothing follows in the line. */
  cite(passages: readonly number[], isLast: boolean): readonly PrintedRun[];
  footnote(node: RichTextNode): readonly PrintedRun[];
  /** A passage that is mentioned and not cited. */
  mention(id: AnnotationId, look: RunLook): readonly PrintedRun[];
}

/** What can be cited in a line: quoted words, or a whole article. */
export type LineCitation = Exclude<Citation, { kind: 'claim' }>;

/**
 * The inline nodes of a text block as runs. Citations with nothing between them are cited together, behind the last of
 * them; white space before a whole article's citation counts as nothing.
 */
export function printInline(
  nodes: readonly RichTextNode[],
  citations: InlineCitations,
): PrintedRun[] {
  const runs: PrintedRun[] = [];
  let pending: { readonly index: number; readonly kind: LineCitation['kind'] }[] = [];
  let isFirst = true;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index];
    if (node === undefined) break;
    const citation = lineCitation(node);
    if (citation === null) {
      addLeaf(runs, node, nodes[index + 1], citations);
      continue;
    }
    const passage = citations.passage(citation);
    if (pending.length === 0) {
      isFirst = runs.every((run) => run.kind === 'text' && run.text.trim() === '');
    }
    if (citation.kind === 'annotation') {
      // Two quotations with nothing between them would run together.
      if (pending.length > 0 && needsBlank(runs)) appendRuns(runs, [{ kind: 'text', text: ' ' }]);
      appendRuns(runs, commented(node, quotedRuns(node, passage), citations));
    } else if (pending.every(({ kind }) => kind === 'article')) {
      // Behind quoted words a name would be taken for theirs; there the citation alone names the article.
      const name = commented(node, citations.name(passage.index, isFirst), citations);
      const between = pending.length > 0 ? '; ' : needsBlank(runs) ? ' ' : '';
      if (name.length > 0) appendRuns(runs, [{ kind: 'text', text: between }, ...name]);
    }
    pending.push({ index: passage.index, kind: citation.kind });
    if (blankBeforeArticle(nodes, index)) index += 1;
    const next = nodes[index + 1];
    if (next !== undefined && lineCitation(next) !== null) continue;
    const cited = citations.cite(
      pending.map((one) => one.index),
      next === undefined,
    );
    pending = [];
    const taken = place(runs, cited, next, citations);
    if (next !== undefined && taken !== '') {
      const rest = (next.text ?? '').slice(taken.length);
      if (rest !== '') appendRuns(runs, commented(next, textRuns(rest, next), citations));
      index += 1;
    }
  }
  return trimLine(runs);
}

/**
 * Words, a break, a mention or a footnote. The mark of a footnote stands right behind a word: the blank before it goes behind
 * it, if a word follows, and else away.
 */
function addLeaf(
  runs: PrintedRun[],
  node: RichTextNode,
  next: RichTextNode | undefined,
  citations: InlineCitations,
): void {
  const words = leaf(node, citations);
  if (!startsRaised(words)) {
    const isInside = node.type === 'reference' && isInParenthesis(runs);
    // Words of a passage, if there are any, stand before where they are from.
    const told = isInside ? [...words.slice(0, -1), ...withSquareBrackets(words.slice(-1))] : words;
    appendRuns(runs, commented(node, told, citations));
    return;
  }
  const before = trimBlanks(runs);
  const wasApart = before.length > 0 && plainText(before) !== plainText(runs);
  if (wasApart) runs.splice(0, runs.length, ...before);
  appendRuns(runs, commented(node, words, citations));
  const parts = wasApart && next !== undefined && !/^[\s.,;:!?…)\]}”»’]/u.test(next.text ?? '');
  if (parts) appendRuns(runs, [{ kind: 'text', text: ' ' }]);
}

/**
 * Puts what is cited at the end of `runs`; gives back the punctuation at the beginning of `next` that was put before it.
 * What is not raised is set off by a space; in parentheses its own become square ones.
 */
function place(
  runs: PrintedRun[],
  cited: readonly PrintedRun[],
  next: RichTextNode | undefined,
  citations: InlineCitations,
): string {
  if (cited.length === 0) return '';
  if (!startsRaised(cited)) {
    const inside = isInParenthesis(runs) ? withSquareBrackets(cited) : cited;
    appendRuns(runs, needsBlank(runs) ? [{ kind: 'text', text: ' ' }, ...inside] : inside);
    return '';
  }
  let taken = '';
  if (next?.type === 'text' && endsSentence(runs) && /^\.(?![.…])/u.test(next.text ?? '')) {
    // The quoted words have the sentence's full stop already; a second one behind their marks is a blemish.
    appendRuns(runs, cited);
    return '.';
  }
  if (citations.marksAfterPunctuation && next?.type === 'text') {
    taken = /^[.,;:!?…]+/.exec(next.text ?? '')?.[0] ?? '';
    // Of words with a comment the rest has it, if there is a rest: it is printed once.
    const words = textRuns(taken, next);
    appendRuns(runs, taken === next.text ? commented(next, words, citations) : words);
  }
  appendRuns(runs, cited);
  return taken;
}

/** Whether runs end with a quotation that ends a sentence. */
function endsSentence(runs: readonly PrintedRun[]): boolean {
  const [last, before] = [runs.at(-1), runs.at(-2)];
  const isQuoted = last?.kind === 'cited' || (before?.kind === 'cited' && last?.kind === 'text');
  return isQuoted && /[.!?…。！？][”"»«“’'」』]?$/u.test(plainText(runs));
}

/** Whether what follows on the line has to be set off by a space. */
function needsBlank(runs: readonly PrintedRun[]): boolean {
  return /[^\s([{“„«‘]$/u.test(plainText(runs));
}

/** Whether nothing but white space stands between a citation and the citation of a whole article. */
function blankBeforeArticle(nodes: readonly RichTextNode[], index: number): boolean {
  const blank = nodes[index + 1];
  const after = nodes[index + 2];
  if (blank?.type !== 'text' || after === undefined) return false;
  return /^\s*$/.test(blank.text ?? '') && lineCitation(after)?.kind === 'article';
}

function lineCitation(node: RichTextNode): LineCitation | null {
  const citation = citationOf(node);
  return citation === null || citation.kind === 'claim' ? null : citation;
}

/** The quoted words between their marks (rule C6). */
function quotedRuns(
  node: RichTextNode,
  { index: passage, quote }: { readonly index: number; readonly quote: string },
): PrintedRun[] {
  const { href: _, ...look } = lookOf(node.marks);
  const words = quoteRuns(quote, citedAlterations(node, quote) ?? [], look);
  const [open, close] = quotationMarks(plainText(words));
  const mark = (text: string): PrintedRun[] => (text === '' ? [] : [{ kind: 'text', text }]);
  return [...mark(open), { kind: 'cited', passage, runs: words }, ...mark(close)];
}

function leaf(node: RichTextNode, citations: InlineCitations): readonly PrintedRun[] {
  if (node.type === 'hard_break') return [{ kind: 'break' }];
  if (node.type === 'footnote') return citations.footnote(node);
  const mention = mentionOf(node);
  if (mention?.kind === 'annotation') return citations.mention(mention.id, lookOf(node.marks));
  const text = mention === null ? node.text : unnamedMention;
  return text === undefined ? [] : [{ kind: 'text', text, ...lookOf(node.marks) }];
}

/** Words with the comments to self that stand beside them, if those are asked for; otherwise these leave no trace. */
function commented(
  { marks = [] }: RichTextNode,
  words: readonly PrintedRun[],
  { comments }: InlineCitations,
): readonly PrintedRun[] {
  if (!comments || words.length === 0) return words;
  let runs = words;
  for (const { type, attrs } of marks) {
    if (type !== 'comment' || typeof attrs?.text !== 'string') continue;
    const at = typeof attrs.at === 'string' ? attrs.at : null;
    runs = [{ kind: 'comment', text: attrs.text, at, runs }];
  }
  return runs;
}

function textRuns(text: string, { marks }: RichTextNode): readonly PrintedRun[] {
  return [{ kind: 'text', text, ...lookOf(marks) }];
}
