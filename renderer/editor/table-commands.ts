import type { Node, Schema } from 'prosemirror-model';
import { type Command, TextSelection } from 'prosemirror-state';

/** What can be done to the table that the caret is in, but for inserting one. */
export const tableCommandNames = [
  'row-before',
  'row-after',
  'column-before',
  'column-after',
  'header-row',
  'header-column',
  'remove-row',
  'remove-column',
  'remove-table',
  'next-cell',
  'previous-cell',
  'leave-table',
] as const;

export type TableCommandName = (typeof tableCommandNames)[number];

const rows = 3;
const columns = 3;

/** Inserts an empty table with heads, the caret in its first cell. Not inside of a table. */
export function insertTable(schema: Schema): Command {
  return (state, dispatch) => {
    const { table, table_row: row, table_cell: cell, table_header: head, paragraph } = schema.nodes;
    if (!table || !row || !cell || !head || !paragraph) return false;
    const { $to } = state.selection;
    const depth = placeFor(state.doc, $to.pos, table.name);
    if (depth === null) return false;
    if (dispatch === undefined) return true;
    const line = (type: typeof cell): Node =>
      row.create(
        null,
        Array.from({ length: columns }, () => type.create(null, paragraph.create())),
      );
    const node = table.create(
      null,
      Array.from({ length: rows }, (_, index) => line(index === 0 ? head : cell)),
    );
    const { tr } = state;
    const block = depth < $to.depth ? $to.node(depth + 1) : null;
    const isEmpty = block?.type === paragraph && block.content.size === 0;
    const after = depth < $to.depth ? $to.after(depth + 1) : $to.pos;
    const at = isEmpty && block !== null ? after - block.nodeSize : after;
    tr.replaceWith(at, after, node);
    const behind = at + node.nodeSize;
    // A place to go on writing below.
    if (tr.doc.resolve(behind).nodeAfter === null) tr.insert(behind, paragraph.create());
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1)));
    dispatch(tr.scrollIntoView());
    return true;
  };
}

/** The depth of the nearest ancestor of a place in which a block of a kind may stand behind what holds the place. */
function placeFor(doc: Node, pos: number, name: string): number | null {
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if ($pos.node(depth).type.name === 'table') return null;
  }
  for (let depth = $pos.depth; depth >= 0; depth -= 1) {
    const node = $pos.node(depth);
    const type = doc.type.schema.nodes[name];
    const index = depth === $pos.depth ? $pos.index() : $pos.indexAfter(depth);
    if (type !== undefined && !node.isTextblock && node.canReplaceWith(index, index, type)) {
      return depth;
    }
  }
  return null;
}

/** Puts the caret into the line below the table, which is made where there is none. */
export const leaveTable: Command = (state, dispatch) => {
  const { $to } = state.selection;
  for (let depth = $to.depth; depth > 0; depth -= 1) {
    if ($to.node(depth).type.name !== 'table') continue;
    const { paragraph } = state.schema.nodes;
    if (paragraph === undefined) return false;
    const at = $to.after(depth);
    const { tr } = state;
    if (tr.doc.resolve(at).nodeAfter?.isTextblock !== true) tr.insert(at, paragraph.create());
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView());
    return true;
  }
  return false;
};
