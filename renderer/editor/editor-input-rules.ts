import { InputRule, inputRules, wrappingInputRule } from 'prosemirror-inputrules';
import type { MarkType, NodeType, Schema } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';

/**
 * Markdown as it is typed: `# `, `- `, `1. `, `> `, `**bold**`, `*italic*`, `_italic_`. Taking one back is the
 * program's undo like everything else; there is no undo of rules of its own.
 */
export function editorInputRules(schema: Schema): Plugin {
  const { heading, bullet_list: bullets, ordered_list: ordered, blockquote } = schema.nodes;
  const { strong, em } = schema.marks;
  const rules: InputRule[] = [];
  if (heading) {
    rules.push(headingRule(heading));
  }
  if (bullets) rules.push(wrappingInputRule(/^\s*[-*]\s$/, bullets));
  if (ordered) {
    rules.push(
      wrappingInputRule(
        // Two digits at most: a sentence may well begin with a year.
        /^(\d{1,2})\.\s$/,
        ordered,
        (match) => ({ order: Number(match[1]) }),
        (match, node) => node.childCount + Number(node.attrs.order) === Number(match[1]),
      ),
    );
  }
  if (blockquote) rules.push(wrappingInputRule(/^\s*>\s$/, blockquote));
  if (strong) rules.push(markRule(/(?:^|[^*])(\*\*)([^*\s](?:[^*]*[^*\s])?)\*\*$/, strong));
  if (em) {
    rules.push(markRule(/(?:^|[^*\w])(\*)([^*\s](?:[^*]*[^*\s])?)\*$/, em));
    rules.push(markRule(/(?:^|[^_\w])(_)([^_\s](?:[^_]*[^_\s])?)_$/, em));
  }
  return inputRules({ rules });
}

/** A caption that begins so stays one. */
function headingRule(heading: NodeType): InputRule {
  return new InputRule(/^(#{1,3})\s$/, ({ doc, tr }, match, start, end) => {
    const $start = doc.resolve(start);
    const fits = $start.node(-1)?.canReplaceWith($start.index(-1), $start.indexAfter(-1), heading);
    if (fits !== true || $start.parent.type.name === 'figure') return null;
    return tr
      .delete(start, end)
      .setBlockType(start, start, heading, { level: match[1]?.length ?? 1 });
  });
}

/**
 * Marks what stands between two equal markers and takes the markers away. Only the markers are touched, so that a
 * citation between them stays. Group 1 is the opening marker, group 2 the words.
 */
function markRule(pattern: RegExp, type: MarkType): InputRule {
  return new InputRule(
    pattern,
    (state, match, start, end) => {
      const marker = match[1]?.length ?? 0;
      const words = match[2]?.length ?? 0;
      // A footnote in between counts as its words in the match, and as its size in the document.
      if (state.doc.textBetween(start, end, null, '\ufffc') !== match[0].slice(0, -1)) return null;
      if (end - start !== match[0].length - 1) return null;
      const open = start + match[0].length - words - 2 * marker;
      const transaction = state.tr;
      // The last character of the closing marker is the key just pressed: not in the document yet.
      if (marker > 1) transaction.delete(end - (marker - 1), end);
      transaction.delete(open, open + marker);
      return transaction.addMark(open, open + words, type.create()).removeStoredMark(type);
    },
    { undoable: false },
  );
}
