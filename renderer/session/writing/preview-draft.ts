import { citationOf } from '../../../app/brief/cited-ids.ts';
import { type MentionTarget, mentionOf } from '../../../app/brief/mentions.ts';
import type { RichTextMark, RichTextNode } from '../../../app/record/rich-text.ts';
import type { CitationSource } from '../../editor/citation-source.ts';
import { drawCitation } from '../../editor/draw-citation.ts';
import { referencePlainText } from '../../editor/reference-source.ts';
import type { Session } from '../session.ts';
import { citationSource } from './citation-source.ts';
import { shownRecord } from './references.ts';

/** A block of a draft in words, for its preview. */
export interface PreviewLine {
  readonly kind: 'heading' | 'text' | 'item' | 'quotation' | 'claim' | 'cells';
  /** Of `cells` one for each, else one. */
  readonly texts: readonly string[];
  /** The same words, parted where their slant changes. */
  readonly runs: readonly (readonly PreviewRun[])[];
}

/** Words of one slant. */
export interface PreviewRun {
  readonly text: string;
  readonly italic: boolean;
}

/**
 * What a draft says: citations and references are drawn by what draws them in the brief, without their numbers, which hang
 * on the style. Cost: the blocks.
 */
export function previewLines(
  session: Session,
  blocks: readonly RichTextNode[],
): readonly PreviewLine[] {
  const preview = new Preview(session, citationSource(session));
  return blocks.flatMap((block) => preview.lines(block, 'text'));
}

class Preview {
  readonly #session: Session;
  readonly #source: CitationSource;

  constructor(session: Session, source: CitationSource) {
    this.#session = session;
    this.#source = source;
  }

  lines(block: RichTextNode, kind: PreviewLine['kind']): readonly PreviewLine[] {
    const citation = citationOf(block);
    if (citation !== null) {
      const own = citation.kind === 'claim' ? 'claim' : 'quotation';
      return this.#drawn(block).map((node) => line(own, [plain(wordsOf(node))]));
    }
    const content = block.content ?? [];
    if (block.type === 'heading') return [line('heading', this.#inline(content))];
    if (block.type === 'paragraph') {
      const runs = this.#inline(content);
      return runs.every(({ text }) => text === '') ? [] : [line(kind, runs)];
    }
    if (block.type === 'table_row') {
      const cells = content.map((cell) =>
        (cell.content ?? [])
          .flatMap((child) => this.lines(child, kind))
          .flatMap(({ runs }) => runs)
          .flatMap((runs, index) => (index === 0 ? runs : [plain(' '), ...runs])),
      );
      return [{ kind: 'cells', texts: cells.map(textOf), runs: cells }];
    }
    const below = block.type === 'list_item' ? 'item' : kind;
    return content.flatMap((child) => this.lines(child, below));
  }

  #inline(content: readonly RichTextNode[]): readonly PreviewRun[] {
    return content.flatMap((node): readonly PreviewRun[] => {
      if (citationOf(node) !== null) {
        return [plain(isolated(this.#drawn(node).map(wordsOf).join('')))];
      }
      const italic = (node.marks ?? []).some(({ type }) => type === 'em');
      const target = mentionOf(node);
      if (target !== null) {
        return [{ text: isolated(this.#named(target, node.marks ?? [])), italic }];
      }
      if (node.type === 'footnote') {
        return [plain(' ['), ...this.#inline(node.content ?? []), plain(']')];
      }
      return [{ text: node.text ?? ' ', italic }];
    });
  }

  /** As a reference is drawn: "3 Ferry fares to rise", in italics the title alone. */
  #named(target: MentionTarget, marks: readonly RichTextMark[]): string {
    const shown = shownRecord(this.#session.store.records, target);
    if (shown === null) return referencePlainText(target.kind, shown);
    const isTitle = target.kind === 'article' && marks.some(({ type }) => type === 'em');
    return isTitle ? shown.name : [shown.label, shown.name].filter((part) => part !== '').join(' ');
  }

  #drawn(node: RichTextNode): readonly Node[] {
    const citation = citationOf(node);
    return citation === null
      ? []
      : drawCitation(document, citation, this.#source, [], [], 'accepted');
  }
}

function line(kind: PreviewLine['kind'], runs: readonly PreviewRun[]): PreviewLine {
  return { kind, texts: [textOf(runs)], runs: [runs] };
}

function plain(text: string): PreviewRun {
  return { text, italic: false };
}

function textOf(runs: readonly PreviewRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Words in a script that runs the other way turn nothing around beside them (Unicode isolates). */
function isolated(words: string): string {
  return `\u2068${words}\u2069`;
}

/** The words of a node with a space between its blocks: evidence under a claim has its stance, its words and its source. */
function wordsOf(node: Node): string {
  if (!(node instanceof HTMLElement)) return node.textContent ?? '';
  const parts = node.classList.contains('citation-evidence')
    ? [...node.children].map((child) => child.textContent ?? '')
    : [node.textContent ?? ''];
  return parts.join(' · ');
}
