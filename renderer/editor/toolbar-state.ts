import { type Command, type EditorState, NodeSelection } from 'prosemirror-state';
import { selectedCitation } from './citation-node.ts';
import type { CitationTarget } from './citation-source.ts';
import {
  ancestorDepth,
  type EditorCommandName,
  editorCommandNames,
  isList,
} from './editor-commands.ts';
import { linkAt, setLink } from './set-link.ts';

/** What a toolbar shows of an editor: plain values, the same for the same state. */
export interface EditorToolbarState {
  /** What the selection is: `bold`, `heading2`, `bullet-list`… */
  readonly active: ReadonlySet<EditorCommandName>;
  /** What could be run now. */
  readonly possible: ReadonlySet<EditorCommandName>;
  /** The address of the link at the caret, or `null`. */
  readonly link: string | null;
  /** Whether a link could be set now. */
  readonly canLink: boolean;
  /** The citation that is selected as a whole, or `null`. */
  readonly citation: CitationTarget | null;
}

/** Cost: one dry run of each command. */
export function toolbarState(
  state: EditorState,
  commands: Readonly<Record<EditorCommandName, Command>>,
  editable: boolean,
): EditorToolbarState {
  const possible = editorCommandNames.filter((name) => editable && commands[name](state));
  return {
    active: activeIn(state),
    possible: new Set(possible),
    link: linkAt(state),
    canLink: editable && setLink('https://example.org')(state),
    citation: selectedCitation(state),
  };
}

/** Whether two toolbar states would be drawn alike. */
export function sameToolbarState(one: EditorToolbarState, other: EditorToolbarState): boolean {
  return (
    one.link === other.link &&
    one.canLink === other.canLink &&
    one.citation?.id === other.citation?.id &&
    sameSet(one.active, other.active) &&
    sameSet(one.possible, other.possible)
  );
}

function sameSet<Item>(one: ReadonlySet<Item>, other: ReadonlySet<Item>): boolean {
  return one.size === other.size && [...one].every((item) => other.has(item));
}

function activeIn(state: EditorState): Set<EditorCommandName> {
  const active = new Set<EditorCommandName>();
  const { $from, from, to, empty } = state.selection;
  const { strong, em } = state.schema.marks;
  for (const [name, type] of [
    ['bold', strong],
    ['italic', em],
  ] as const) {
    if (type === undefined) continue;
    const here = empty
      ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
      : state.doc.rangeHasMark(from, to, type);
    if (here) active.add(name);
  }
  if (state.selection instanceof NodeSelection && state.selection.node.isBlock) return active;
  const block = $from.parent;
  if (block.type.name === 'paragraph') active.add('paragraph');
  if (block.type.name === 'heading') {
    active.add(
      block.attrs.level === 1 ? 'heading1' : block.attrs.level === 2 ? 'heading2' : 'heading3',
    );
  }
  const list = ancestorDepth($from, isList);
  if (list !== null) {
    active.add($from.node(list).type.name === 'bullet_list' ? 'bullet-list' : 'ordered-list');
  }
  if (ancestorDepth($from, (type) => type.name === 'blockquote') !== null) active.add('quotation');
  return active;
}
