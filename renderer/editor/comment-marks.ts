import type { Mark, Node } from 'prosemirror-model';
import { type EditorState, Plugin, TextSelection, type Transaction } from 'prosemirror-state';
import { segmenterFor } from '../../app/anchor/segmenter.ts';
import { isModAlt } from './mod-alt.ts';

/** A writer's comment to self, and the words it belongs to. Positions are ProseMirror's. */
export interface CommentPlace {
  readonly id: string;
  readonly text: string;
  /** When it was made: an instant. */
  readonly at: string;
  readonly from: number;
  readonly to: number;
}

/** A comment to be put on words. */
export type NewComment = Pick<CommentPlace, 'id' | 'text' | 'at'>;

/**
 * The comments of a document in their order, each once: from the first word that has it to the last. Cost: one walk over the
 * document.
 */
export function commentsIn(doc: Node): readonly CommentPlace[] {
  const found = new Map<string, CommentPlace>();
  doc.descendants((node, from) => {
    if (!node.isInline) return true;
    const to = from + node.nodeSize;
    for (const mark of node.marks) {
      if (mark.type.name !== 'comment') continue;
      const { id, text, at } = commentOf(mark);
      const before = found.get(id);
      found.set(id, before === undefined ? { id, text, at, from, to } : { ...before, to });
    }
    return false;
  });
  return [...found.values()];
}

function commentOf({ attrs }: Mark): NewComment {
  return { id: String(attrs.id), text: String(attrs.text), at: String(attrs.at) };
}

/** The comment on the words at the caret, or on the beginning of the selection; the last one made of several. */
export function commentAt({ selection }: EditorState): NewComment | null {
  const { $from, empty } = selection;
  const nodes = empty ? [$from.nodeBefore, $from.nodeAfter] : [$from.nodeAfter];
  for (const node of nodes) {
    const mark = node?.marks.findLast(({ type }) => type.name === 'comment');
    if (mark !== undefined) return commentOf(mark);
  }
  return null;
}

/** Whether words are selected that could have a comment. */
function canComment(state: EditorState): boolean {
  const { from, to, empty } = state.selection;
  if (empty || state.schema.marks.comment === undefined) return false;
  let has = false;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isInline) has = true;
    return !has;
  });
  return has;
}

/**
 * Selects what a comment made now is about: where nothing is selected, the word at the caret, else the words of its paragraph.
 * `null` where there are none.
 */
export function selectToComment(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection;
  if (!empty) return canComment(state) ? state.tr : null;
  const { parent } = $from;
  if (!parent.inlineContent || parent.content.size === 0) return null;
  const start = $from.start();
  const [from, to] = wordAt(parent, $from.parentOffset) ?? [0, parent.content.size];
  const selection = TextSelection.create(state.doc, start + from, start + to);
  return state.tr.setSelection(selection);
}

/** Where in a block the word at an offset begins and ends; `null`: there is none. */
function wordAt(block: Node, at: number): readonly [number, number] | null {
  const runs: { start: number; text: string }[] = [];
  block.forEach((node, offset) => {
    const last = runs.at(-1);
    if (node.text === undefined) return;
    if (last !== undefined && last.start + last.text.length === offset) last.text += node.text;
    else runs.push({ start: offset, text: node.text });
  });
  for (const { start, text } of runs) {
    if (at < start || at > start + text.length) continue;
    for (const { segment, index, isWordLike } of segmenterFor('word').segment(text)) {
      const [from, to] = [start + index, start + index + segment.length];
      if (isWordLike === true && from <= at && at <= to) return [from, to];
    }
  }
  return null;
}

/** Puts a comment on the selected words; `null` where none are. */
export function putComment(state: EditorState, comment: NewComment): Transaction | null {
  const type = state.schema.marks.comment;
  if (type === undefined || !canComment(state)) return null;
  const { from, to } = state.selection;
  return state.tr.addMark(from, to, type.create(comment));
}

/** Writes a comment anew, or takes it off its words (`null`). `null` where the document has none of this id. */
export function changeComment(
  state: EditorState,
  id: string,
  text: string | null,
): Transaction | null {
  const { tr } = state;
  state.doc.descendants((node, from) => {
    if (!node.isInline) return true;
    for (const mark of node.marks) {
      if (mark.type.name !== 'comment' || mark.attrs.id !== id) continue;
      const to = from + node.nodeSize;
      tr.removeMark(from, to, mark);
      if (text !== null) tr.addMark(from, to, mark.type.create({ ...mark.attrs, text }));
    }
    return false;
  });
  return tr.docChanged ? tr : null;
}

/** Selects the words of a comment; `null` where the document has none of this id. */
export function goToComment(state: EditorState, id: string): Transaction | null {
  const place = commentsIn(state.doc).find((one) => one.id === id);
  if (place === undefined) return null;
  const selection = TextSelection.create(state.doc, place.from, place.to);
  return state.tr.setSelection(selection).scrollIntoView();
}

/** Mod-Alt-M asks for a comment on the selected words, or for the one at the caret; Mod-Alt-A for what a quotation omits. */
export function commentKeys(
  onComment: (() => void) | undefined,
  onAlter: (() => void) | undefined,
): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        const asked = isModAlt(event, 'm') ? onComment : isModAlt(event, 'a') ? onAlter : undefined;
        if (asked === undefined || !view.editable) return false;
        asked();
        return true;
      },
    },
  });
}
