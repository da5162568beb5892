import type { Node } from 'prosemirror-model';
import {
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import type { AnnotationId, ArticleId, ClaimId, PictureId } from '../../app/record/ids.ts';
import { type CitationForm, citationIdName } from './citation-markup.ts';
import type { CitationTarget } from './citation-source.ts';

/** A citation to put into a brief. */
export interface CitationToInsert {
  readonly kind: CitationForm;
  /** An annotation's id; a claim's for `claim`, an article's for `article`. */
  readonly id: string;
  /** What it prints now, as far as that is known: what is told as changed later is compared with it. */
  readonly accepted?: unknown;
}

/** What a citation that is to be put in leads to. */
export function targetOf({ kind, id }: CitationToInsert): CitationTarget {
  switch (kind) {
    case 'claim':
      return { kind, id: id as ClaimId };
    case 'article':
      return { kind, id: id as ArticleId };
    default:
      return { kind: 'annotation', id: id as AnnotationId };
  }
}

/**
 * A transaction that puts a citation at the end of the selection; selected words and a selected citation stay. A block
 * takes the place of an empty paragraph and splits a full one, and the caret goes to the text after it, which is made
 * where there is none. `null` if the schema has no citations or none fits here.
 */
export function insertCitation(state: EditorState, item: CitationToInsert): Transaction | null {
  const type = state.schema.nodes[`${item.kind}_citation`];
  if (type === undefined) return null;
  const node = type.create({
    [citationIdName(item.kind)]: item.id,
    accepted: item.accepted ?? null,
  });
  const { tr } = state;
  leaveSelection(tr);
  if (node.isInline) {
    if (!tr.selection.$from.parent.inlineContent) writeAt(tr, tr.selection.to);
    tr.replaceSelectionWith(node, true);
  } else if (!insertBlock(tr, node)) return null;
  return tr.scrollIntoView();
}

/** Puts a block nearest to the caret, which goes behind it. False: none of its kind fits there; the transaction is of no use. */
export function insertBlock(tr: Transaction, block: Node): boolean {
  const at = placeForBlock(tr, block);
  if (!fitsAt(tr, at, block)) return false;
  tr.insert(at, block);
  writeAt(tr, at + block.nodeSize);
  return true;
}

function fitsAt(tr: Transaction, at: number, block: Node): boolean {
  const place = tr.doc.resolve(at);
  return place.parent.canReplaceWith(place.index(), place.index(), block.type);
}

/** The same for a figure of a picture, the caret in its caption. */
export function insertFigure(
  state: EditorState,
  pictureId: PictureId,
  caption: string,
): Transaction | null {
  const { schema } = state;
  const type = schema.nodes.figure;
  if (type === undefined) return null;
  const node = type.create({ pictureId }, caption === '' ? null : schema.text(caption));
  const { tr } = state;
  leaveSelection(tr);
  const at = placeForBlock(tr, node);
  if (!fitsAt(tr, at, node)) return null;
  tr.insert(at, node);
  writeAt(tr, at + node.nodeSize);
  return tr.setSelection(TextSelection.create(tr.doc, at + node.nodeSize - 1)).scrollIntoView();
}

/** Moves behind what is selected, so that nothing of it is replaced. */
function leaveSelection(tr: Transaction): void {
  const { selection } = tr;
  if (selection instanceof NodeSelection && selection.node.isInline) {
    tr.setSelection(TextSelection.create(tr.doc, selection.to));
  } else if (!(selection instanceof NodeSelection) && !selection.empty) {
    tr.setSelection(TextSelection.near(selection.$to, -1));
  }
}

/** Where a block may stand nearest to the caret. Takes an empty paragraph away, or splits a text block, to make room. */
function placeForBlock(tr: Transaction, block: Node): number {
  const { $from, to } = tr.selection;
  const { parent } = $from;
  if (!parent.isTextblock) return to;
  const container = $from.node(-1);
  const index = $from.index(-1);
  if (parent.content.size === 0 && container.canReplaceWith(index, index + 1, block.type)) {
    const at = $from.before();
    tr.delete(at, $from.after());
    return at;
  }
  const first = container.canReplaceWith(index, index, block.type);
  if ($from.parentOffset === 0 && parent.content.size > 0 && first) return $from.before();
  if ($from.parentOffset < parent.content.size) tr.split($from.pos);
  return tr.doc.resolve($from.pos).after();
}

/** Puts the caret into the text block that begins at `at`; makes a paragraph there if there is none. */
function writeAt(tr: Transaction, at: number): void {
  const paragraph = tr.doc.type.schema.nodes.paragraph;
  if (tr.doc.resolve(at).nodeAfter?.isTextblock !== true && paragraph !== undefined) {
    tr.insert(at, paragraph.create());
  }
  tr.setSelection(TextSelection.create(tr.doc, at + 1));
}
