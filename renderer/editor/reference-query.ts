import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';

/** What stands between an `@` and the caret. Positions of the document; `to` is the caret. */
export interface ReferenceQuery {
  readonly from: number;
  readonly to: number;
  /** Without the `@`. */
  readonly typed: string;
}

/** How much may stand between the sign and the caret, in code units: nobody types more to find something. */
const longest = 60;

/**
 * The sign at the beginning of a word, not that of a mail address, and what follows it up to the caret. Scripts without
 * spaces have it behind any of their letters and marks, and may write it as wide as those (U+FF20).
 */
const pattern =
  /(?:^|[\s\ufffc([{“”"'‘’«»¿¡/–—\-\u3000-\u303f\uff01-\uff0f\uff1a-\uff1f\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[@＠]([^@＠\ufffc\n]*)$/u;

/** The query that the caret stands at the end of; `null`: none. */
export function referenceQueryAt({ selection }: EditorState): ReferenceQuery | null {
  const { $from, empty } = selection;
  const { parent, parentOffset } = $from;
  if (!empty || !parent.inlineContent) return null;
  const start = Math.max(0, parentOffset - longest);
  const typed = pattern.exec(lineBefore(parent, parentOffset).slice(start))?.[1];
  if (typed === undefined || /^\s/.test(typed)) return null;
  return { from: $from.pos - typed.length - 1, to: $from.pos, typed };
}

/** A line up to an offset, a sign for each place that is no text: what a footnote holds is not in the line. */
function lineBefore(parent: Node, end: number): string {
  let line = '';
  parent.forEach((child, offset) => {
    const size = Math.min(child.nodeSize, end - offset);
    if (size > 0) line += child.isText ? (child.text ?? '').slice(0, size) : '\ufffc'.repeat(size);
  });
  return line;
}

/** A transaction that puts a reference in the place of what was typed, with a space behind it where a word follows. */
export function insertReference(
  state: EditorState,
  query: ReferenceQuery,
  attrs: { readonly kind: string; readonly id: string },
): Transaction | null {
  const node = state.schema.nodes.reference?.create(attrs);
  return node === undefined ? null : insertInline(state, query, node);
}

/** The same for any node of a line. */
export function insertInline(
  state: EditorState,
  query: ReferenceQuery,
  node: Node,
): Transaction | null {
  const { parent } = state.doc.resolve(query.from);
  if (parent.type.contentMatch.matchType(node.type) === null) return null;
  const tr = state.tr.replaceWith(query.from, query.to, node);
  const next = tr.doc.resolve(query.from + 1).nodeAfter?.text ?? '';
  if (/^[\p{L}\p{N}]/u.test(next)) tr.insertText(' ', query.from + 1);
  return tr.scrollIntoView();
}
