import type { AnnotationId, ClaimId } from '../../record/ids.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { citedAlterations } from '../cited-alterations.ts';
import { citationOf } from '../cited-ids.ts';
import { describeClaim, describeSource } from '../describe-source.ts';
import { flowGroups, inlineContent } from '../flow-groups.ts';
import type { BriefPlan } from '../plan-brief.ts';
import { cellSpan, isTableHead, tableRows } from '../table-nodes.ts';
import type { CiteCluster } from './cite-cluster.ts';
import { HeadingIds } from './heading-ids.ts';
import { HeadingLevels } from './heading-levels.ts';
import { articleName, sourceName } from './name-source.ts';
import { type InlineCitations, type LineCitation, printInline } from './print-inline.ts';
import { mentionRuns } from './print-mention.ts';
import type { PrintedPassages } from './print-passages.ts';
import { quoteRuns, type RunLook } from './print-quote.ts';
import type {
  PrintedBlock,
  PrintedCell,
  PrintedClaim,
  PrintedNote,
  PrintedPicture,
  PrintedQuotation,
  PrintedRun,
} from './printed-brief.ts';
import { plainText, startsRaised, withoutFullStop } from './run-text.ts';

/** What the printer needs beside the document. */
export interface PrinterMaterial {
  readonly plan: BriefPlan;
  readonly passages: PrintedPassages;
  picture(id: string): PrintedPicture | null;
  /** Whether a citation of the style is a note. */
  readonly inNotes: boolean;
  /** Whether what the style writes in the text is a number, which names nothing. */
  readonly inNumbers: boolean;
  /** Whether marks of notes stand behind the punctuation that follows, as English has it. */
  readonly marksAfterPunctuation: boolean;
  /** Whether the writer's comments to self are printed. */
  readonly comments: boolean;
  /**
   * What the style made of the clusters, in their order; `null`: not known yet, and clusters print nothing. A brief is
   * printed twice: a style has to know all clusters before it says how the first is written.
   */
  readonly formatted: readonly (readonly PrintedRun[])[] | null;
}

/** Prints one brief's document, in its order, once. */
export class BriefPrinter implements InlineCitations {
  /** The clusters that were met, in the order of the document. */
  readonly clusters: CiteCluster[] = [];
  readonly notes: PrintedNote[] = [];
  readonly #material: PrinterMaterial;
  readonly #headings = new HeadingIds();
  readonly #levels = new HeadingLevels();
  /** The note that is being written: citations in it make no note of their own. */
  #ownNote: { readonly number: number; readonly passages: Set<number> } | null = null;

  constructor(material: PrinterMaterial) {
    this.#material = material;
  }

  get comments(): boolean {
    return this.#material.comments;
  }

  get marksAfterPunctuation(): boolean {
    return this.#material.marksAfterPunctuation;
  }

  blocks(nodes: readonly RichTextNode[]): PrintedBlock[] {
    return flowGroups(nodes).flatMap((group) =>
      group.kind === 'block' ? this.#block(group.node) : this.#paragraph(group.nodes),
    );
  }

  /** Blocks within others. */
  #within(nodes: readonly RichTextNode[]): PrintedBlock[] {
    return this.#levels.within(() => this.blocks(nodes));
  }

  #block(node: RichTextNode): PrintedBlock[] {
    const content = node.content ?? [];
    const citation = citationOf(node);
    if (citation?.kind === 'claim') return [this.#claim(citation.id)];
    if (citation?.kind === 'annotation') {
      return [{ kind: 'quotation', ...this.#quotation(citation.id, node) }];
    }
    switch (node.type) {
      case 'heading':
        return this.#heading(node);
      case 'blockquote': {
        const blocks = this.#within(content);
        return blocks.length === 0 ? [] : [{ kind: 'aside', blocks }];
      }
      case 'bullet_list':
        return [{ kind: 'list', start: null, items: this.#items(content) }];
      case 'ordered_list':
        return [{ kind: 'list', start: listStart(node), items: this.#items(content) }];
      case 'paragraph':
        return this.#paragraph(content);
      case 'table':
        return this.#table(node);
      case 'figure':
        return this.#figure(node);
      default:
        return this.blocks(content);
    }
  }

  #heading(node: RichTextNode): PrintedBlock[] {
    const runs = this.#runs(node.content ?? []);
    if (runs.length === 0) return [];
    const level = node.attrs?.level;
    return [
      {
        kind: 'heading',
        level: this.#levels.next(level === 3 ? 3 : level === 2 ? 2 : 1),
        id: this.#headings.next(plainText(runs)),
        runs,
      },
    ];
  }

  #paragraph(nodes: readonly RichTextNode[]): PrintedBlock[] {
    const runs = this.#runs(nodes);
    return runs.length === 0 ? [] : [{ kind: 'paragraph', runs }];
  }

  #items(nodes: readonly RichTextNode[]): PrintedBlock[][] {
    return nodes.map((node) =>
      this.#within(node.type === 'list_item' ? (node.content ?? []) : [node]),
    );
  }

  #table(node: RichTextNode): PrintedBlock[] {
    const rows = tableRows(node).map((cells) =>
      cells.map((cell): PrintedCell => {
        const { colspan, rowspan } = cellSpan(cell);
        return {
          isHeader: isTableHead(cell),
          columnSpan: colspan,
          rowSpan: rowspan,
          blocks: this.#within(cell.content ?? []),
        };
      }),
    );
    return rows.length === 0 ? [] : [{ kind: 'table', rows }];
  }

  /** A figure whose picture is gone prints what is left of it, its caption. */
  #figure(node: RichTextNode): PrintedBlock[] {
    const { pictureId } = node.attrs ?? {};
    const picture = typeof pictureId === 'string' ? this.#material.picture(pictureId) : null;
    if (picture === null) return this.#paragraph(node.content ?? []);
    return [{ kind: 'figure', picture, caption: this.#runs(node.content ?? []) }];
  }

  #runs(nodes: readonly RichTextNode[]): PrintedRun[] {
    return printInline(inlineContent(nodes), this);
  }

  #quotation(id: AnnotationId, node: RichTextNode | null): PrintedQuotation {
    const { plan, passages, inNotes } = this.#material;
    const passage = passages.ofAnnotation(id);
    const { quote } = passages.at(passage);
    const runs = quoteRuns(quote, node === null ? [] : (citedAlterations(node, quote) ?? []));
    const mark = this.cite([passage], true);
    const credit: PrintedRun[] = inNotes
      ? [{ kind: 'text', text: describeSource(plan.quotation(id)) }, ...mark]
      : [...mark];
    return { passage, runs, credit };
  }

  #claim(id: ClaimId): PrintedClaim {
    const claim = this.#material.plan.claim(id);
    return {
      kind: 'claim',
      label: claim.label,
      wording: claim.wording,
      about: [{ kind: 'text', text: describeClaim(claim) }],
      evidence: claim.evidence.map(({ annotationId, stance }) => ({
        ...this.#quotation(annotationId, null),
        stance,
      })),
    };
  }

  passage(citation: LineCitation): { readonly index: number; readonly quote: string } {
    const { passages } = this.#material;
    const index =
      citation.kind === 'article'
        ? passages.ofArticle(citation.id)
        : passages.ofAnnotation(citation.id);
    return { index, quote: passages.at(index).quote };
  }

  /** Cites passages together: the mark of a new note, or what the style writes in the text. */
  cite(passages: readonly number[], isLast: boolean): readonly PrintedRun[] {
    const { inNotes, formatted } = this.#material;
    const own = this.#ownNote;
    for (const passage of passages) own?.passages.add(passage);
    const makesNote = inNotes && own === null;
    const note = own?.number ?? (makesNote ? this.notes.length + 1 : 0);
    const cites = passages.map((passage) => this.#material.passages.cite(passage));
    const runs = formatted?.[this.clusters.length] ?? [];
    this.clusters.push({ note, cites });
    if (inNotes && own !== null) return isLast ? runs : withoutFullStop(runs);
    if (!makesNote) return this.#inText(runs, passages);
    this.notes.push({ number: note, blocks: [{ kind: 'paragraph', runs }], passages });
    return [{ kind: 'note', number: note }];
  }

  /** The name of a whole article leads to it; in a note of the writer's own a style of notes names it itself. */
  name(passage: number, isFirst: boolean): readonly PrintedRun[] {
    const { inNotes, inNumbers, passages } = this.#material;
    if (inNotes ? this.#ownNote !== null : !inNumbers && !isFirst) return [];
    const text = articleName(passages.at(passage));
    return [{ kind: 'cited', passage, runs: [{ kind: 'text', text }] }];
  }

  /** A passage whose words can not be borne out is told by where it stands alone (rule C2). */
  mention(id: AnnotationId, look: RunLook): readonly PrintedRun[] {
    const { passages } = this.#material;
    const passage = passages.ofMentioned(id);
    if (passage !== null) return mentionRuns(passage, passages.at(passage), look);
    const place = passages.placeOf(id);
    const text = place === null ? '[removed annotation]' : `${place.label} (${sourceName(place)})`;
    return [{ kind: 'text', text, ...look }];
  }

  /** What a style writes in the text for one whole article leads to it; beside quoted words these do. */
  #inText(runs: readonly PrintedRun[], passages: readonly number[]): readonly PrintedRun[] {
    const [only, ...others] = passages;
    if (only === undefined || others.length > 0 || runs.length === 0) return runs;
    const isNamed = this.#material.inNumbers;
    const isWhole = this.#material.passages.at(only).annotationId === null;
    return isWhole && !isNamed && !startsRaised(runs)
      ? [{ kind: 'cited', passage: only, runs }]
      : runs;
  }

  /** A note of the writer's own; in another note its words stand where it stood. */
  footnote(node: RichTextNode): readonly PrintedRun[] {
    if (this.#ownNote !== null) return this.#runs(node.content ?? []);
    const number = this.notes.length + 1;
    const passages = new Set<number>();
    // Its place in the sequence is taken before what it cites is read.
    this.notes.push({ number, blocks: [], passages: [] });
    this.#ownNote = { number, passages };
    const runs = this.#runs(node.content ?? []);
    this.#ownNote = null;
    const blocks: PrintedBlock[] = [{ kind: 'paragraph', runs }];
    this.notes[number - 1] = { number, blocks, passages: [...passages] };
    return [{ kind: 'note', number }];
  }
}

function listStart(node: RichTextNode): number {
  const order = node.attrs?.order;
  return typeof order === 'number' && Number.isSafeInteger(order) && order >= 0 ? order : 1;
}
