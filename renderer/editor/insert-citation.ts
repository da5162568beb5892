import type { Node } from 'prosemirror-model';
import {
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';

/** A citation to put into a brief. */
export interface CitationToInsert {
  readonly kind: 'quotation' | 'inline' | 'claim';
  /** An annotation's id, or a claim's for `claim`. */
  readonly id: string;
}

/**
 * A transaction that puts a citation at the end of the selection; selected words and a selected citation stay. A block
 * takes the place of an empty paragraph and splits a full one, and the caret goes to the text after it, which is made
 * where there is none. `null` if the schema has no citations or none fits here.
 */
export function insertCitation(state: EditorState, item: CitationToInsert): Transaction | null {
  const type = state.schema.nodes[`${item.kind}_citation`];
  if (type === undefined) return null;
  const node = type.create(
    item.kind === 'claim' ? { claimId: item.id } : { annotationId: item.id },
  );
  const { tr } = state;
  leaveSelection(tr);
  if (node.isInline) {
    if (!tr.selection.$from.parent.inlineContent) writeAt(tr, tr.selection.to);
    tr.replaceSelectionWith(node, true);
  } else {
    const at = placeForBlock(tr, node);
    tr.insert(at, node);
    writeAt(tr, at + node.nodeSize);
  }
  return tr.scrollIntoView();
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
