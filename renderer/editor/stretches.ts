import { Fragment, type Mark, type MarkSpec, type Node, Slice } from 'prosemirror-model';
import { AllSelection, Plugin, type Transaction } from 'prosemirror-state';
import { documentJson, keepJson } from './document-json.ts';
import { isOpening } from './opening.ts';

/**
 * The blocks of a long document stand in stretches of some blocks each, with one element around each stretch: those out of
 * view are neither laid out nor painted (`content-visibility` in brief-editor.css), and a key does not cost more the more
 * blocks there are (1,400 side by side cost it 10 ms of styles, layout and painting). A stretch is a mark of its blocks:
 * ProseMirror draws one element around neighbours of the same mark. A node would change every position, and what commands
 * do at its edges. It is the editor's alone: what is stored has none (`document-json.ts`).
 */
const markName = 'stretch';

/** The most blocks of a stretch, and the fewest before a heading begins another. */
const most = 20;
const fewest = 12;

/** The mark. `lines`: a guess of the lines that its blocks take together, until they were laid out once. */
export const stretch: MarkSpec = {
  attrs: { index: { validate: 'number' }, lines: { validate: 'number' } },
  // An element that is made while writing stays without rest: until its first frame Chromium (130) would take it for
  // hidden, put the caret before it, and type into the block above.
  toDOM: ({ attrs: { lines } }) => [
    'div',
    isOpening() ? { class: 'stretch at-rest', style: `--lines: ${lines}` } : { class: 'stretch' },
    0,
  ],
};

/** The document with its blocks in stretches; the same one if they are few. Cost: the document's words. */
export function inStretches(doc: Node): Node {
  const type = doc.type.schema.marks[markName];
  if (type === undefined || doc.childCount <= most) return doc;
  const blocks = divided(doc.children).flatMap((group, index) => {
    const lines = group.reduce((sum, block) => sum + linesOf(block), 0);
    const mark = type.create({ index, lines });
    return group.map((block) => inStretch(block, mark));
  });
  return doc.copy(Fragment.from(blocks));
}

/** The mark of a block that stands in a stretch, else `null`. */
export function stretchOf(block: Node | null | undefined): Mark | null {
  return block?.marks.find(({ type }) => type.name === markName) ?? null;
}

/** A block in a stretch, or in none. It is written as before. */
export function inStretch(block: Node, mark: Mark | null): Node {
  if (stretchOf(block) === mark) return block;
  const others = othersOf(block);
  const moved = block.mark(mark === null ? others : mark.addToSet(others));
  keepJson(moved, documentJson(block));
  return moved;
}

/**
 * Blocks that are made, dragged or pasted while writing come into the stretch that they stand in, or behind: else each of
 * them would divide it. A section that is moved keeps its stretches, which may be many. Blocks that come to stand inside of
 * others (a paragraph that becomes an item of a list) leave theirs, and so does what is copied.
 */
export function keepStretches(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, { doc, tr }) => {
      const first = stretchOf(before.doc.firstChild);
      if (first === null || transactions.every(({ docChanged }) => !docChanged)) return null;
      const { from, to } = changedIn(transactions);
      // Of blocks that were put into another one only the edges of that are new.
      doc.nodesBetween(
        Math.max(0, from - 1),
        Math.min(to + 1, doc.content.size),
        (node, at, parent) => {
          if (node.isInline) return false;
          const has = stretchOf(node);
          if (parent !== doc && has !== null) tr.removeNodeMark(at, has);
          if (parent === doc && has === null) {
            tr.addNodeMark(at, stretchOf(tr.doc.resolve(at).nodeBefore) ?? first);
          }
          return !node.inlineContent;
        },
      );
      return tr.docChanged ? tr : null;
    },
    props: {
      handleDOMEvents: {
        // What an input method puts in the place of all would stand in an element that is made anew under its hands, and
        // its first characters would stay beside those that it makes of them.
        compositionstart: (view) => {
          const { doc, selection, tr } = view.state;
          const isAll = selection instanceof AllSelection && stretchOf(doc.firstChild) !== null;
          if (isAll && view.editable) view.dispatch(tr.deleteSelection());
          return false;
        },
      },
      transformCopied: ({ content, openStart, openEnd }) => {
        const blocks = content.content.map((block) => block.mark(othersOf(block)));
        return new Slice(Fragment.from(blocks), openStart, openEnd);
      },
    },
  });
}

/** The marks of a node but for its stretch. */
function othersOf({ marks }: Node): readonly Mark[] {
  return marks.filter(({ type }) => type.name !== markName);
}

/** From where to where transactions changed a document, as positions in what it is after all of them. */
function changedIn(transactions: readonly Transaction[]): {
  readonly from: number;
  readonly to: number;
} {
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const map of transactions.flatMap(({ mapping }) => mapping.maps)) {
    [from, to] = [map.map(from, -1), map.map(to, 1)];
    map.forEach((_from, _to, start, end) => {
      [from, to] = [Math.min(from, start), Math.max(to, end)];
    });
  }
  return { from, to };
}

/** The blocks of a document one stretch after the other. */
function divided(blocks: readonly Node[]): readonly (readonly Node[])[] {
  const groups: Node[][] = [];
  let group: Node[] = [];
  for (const block of blocks) {
    const [isHeading, follows] = [block.type.name === 'heading', group.at(-1)?.type.name];
    const enough = isHeading ? fewest : most;
    // What stands below a heading stays with it: the room between them is not that between stretches.
    if (group.length >= (follows === 'heading' ? 2 * most : enough)) {
      groups.push(group);
      group = [];
    }
    group.push(block);
  }
  groups.push(group);
  return groups;
}

/** About as many characters as a line has, and the lines of what shows something else than its own words. */
const charactersOfLine = 75;
const linesOfLeaf = 3;

/** About the lines of a block, the room below it counted as half of one. */
function linesOf(block: Node): number {
  if (block.isLeaf) return linesOfLeaf;
  if (block.inlineContent) return Math.ceil(block.content.size / charactersOfLine) + 0.5;
  return block.children.reduce((sum, child) => sum + linesOf(child), 0);
}
