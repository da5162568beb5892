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

/** The sign at the beginning of a word, not that of a mail address, and what follows it up to the caret. */
const pattern = /(?:^|[\s\ufffc([{“”"'‘’«»¿¡/–—-])@([^@\ufffc\n]*)$/u;

/** The query that the caret stands at the end of; `null`: none. */
export function referenceQueryAt({ selection }: EditorState): ReferenceQuery | null {
  const { $from, empty } = selection;
  const { parent, parentOffset } = $from;
  if (!empty || !parent.inlineContent) return null;
  const start = Math.max(0, parentOffset - longest);
  const before = parent.textBetween(start, parentOffset, undefined, '\ufffc');
  const typed = pattern.exec(before)?.[1];
  if (typed === undefined || /^\s/.test(typed)) return null;
  return { from: $from.pos - typed.length - 1, to: $from.pos, typed };
}

/** A transaction that puts a reference in the place of what was typed, with a space behind it where none or no mark is. */
export function insertReference(
  state: EditorState,
  query: ReferenceQuery,
  attrs: { readonly kind: string; readonly id: string },
): Transaction | null {
  const type = state.schema.nodes.reference;
  if (type === undefined) return null;
  const tr = state.tr.replaceWith(query.from, query.to, type.create(attrs));
  const { nodeAfter } = tr.doc.resolve(query.from + 1);
  const next = nodeAfter === null ? '' : (nodeAfter.text ?? ' ');
  if (next === '' || /^[\p{L}\p{N}]/u.test(next)) tr.insertText(' ', query.from + 1);
  return tr.scrollIntoView();
}
