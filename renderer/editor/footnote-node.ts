import { type Node, type NodeType, Slice } from 'prosemirror-model';
import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';

/** Marks a transaction after which the footnote that it selects is to be written in. */
export const writeFootnote = 'write-footnote';

/** The footnote that is selected as a whole, or `null`. */
export function selectedFootnote({ selection }: EditorState): Node | null {
  return selection instanceof NodeSelection && selection.node.type.name === 'footnote'
    ? selection.node
    : null;
}

/** Puts an empty footnote behind the selection and goes into it. Does not apply where no line of text is. */
export const insertFootnote: Command = (state, dispatch) => {
  const type = state.schema.nodes.footnote;
  const { $to } = state.selection;
  const { parent } = $to;
  const index = $to.indexAfter();
  if (type === undefined || !parent.inlineContent || !parent.canReplaceWith(index, index, type)) {
    return false;
  }
  if (dispatch !== undefined) {
    const { tr } = state;
    tr.insert($to.pos, type.create());
    tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).setMeta(writeFootnote, true);
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** The words of a footnote as one line; `leafText` names what is no text. */
export function footnoteWords(node: Node, leafText: (leaf: Node) => string): string {
  return node.textBetween(0, node.content.size, ' ', leafText).trim();
}

/** What is put into a footnote, and how many pictures could not come along. */
export interface InlineSlice {
  readonly slice: Slice;
  readonly pictures: number;
}

/**
 * What a footnote can take of a slice: its lines run together, without blocks. A quotation that is set off is quoted in the
 * line, a footnote stands in brackets, of what else has no place there the words stay, as `leafText` tells them.
 */
export function inlineSlice(
  slice: Slice,
  footnote: NodeType,
  leafText: (leaf: Node) => string,
): InlineSlice {
  const line: Node[] = [];
  let pictures = 0;
  const { schema, contentMatch } = footnote;
  const say = (words: string): void => {
    if (words !== '') line.push(schema.text(words));
  };
  const take = (node: Node): void => {
    const { name } = node.type;
    if (name === 'figure') pictures += 1;
    if (node.isBlock && (node.isTextblock || node.isAtom) && line.length > 0) say(' ');
    if (name === 'quotation_citation') {
      const cited = schema.nodes.inline_citation?.create(node.attrs);
      if (cited !== undefined) line.push(cited);
    } else if (name === 'footnote') {
      say(' (');
      node.forEach(take);
      say(')');
    } else if (node.isInline && contentMatch.matchType(node.type) !== null) {
      line.push(node.mark(footnote.allowedMarks(node.marks)));
    } else if (node.isLeaf) say(leafText(node));
    else node.forEach(take);
  };
  slice.content.forEach(take);
  return { slice: new Slice(footnote.createChecked(null, line).content, 0, 0), pictures };
}
