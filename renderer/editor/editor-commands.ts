import { chainCommands, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { MarkType, NodeType, ResolvedPos, Schema } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command } from 'prosemirror-state';
import { liftTarget } from 'prosemirror-transform';
import { insertFootnote } from './footnote-node.ts';
import { insertTable, type TableCommandName, tableCommandNames } from './table-commands.ts';

/** What a toolbar or a menu may ask of an editor. Links have a function of their own: they need an address. */
export const editorCommandNames = [
  'bold',
  'italic',
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'bullet-list',
  'ordered-list',
  'quotation',
  'indent',
  'outdent',
  'lift',
  'line-break',
  'table',
  'footnote',
  ...tableCommandNames,
] as const;

export type EditorCommandName = (typeof editorCommandNames)[number];

/**
 * Every command by name for a schema. One that the schema has no node for does not apply, ever; those of tables do not
 * until `tables` has them.
 */
export function editorCommands(
  schema: Schema,
  tables: () => Readonly<Record<TableCommandName, Command>> | null = () => null,
): Readonly<Record<EditorCommandName, Command>> {
  const inTables = Object.fromEntries(
    tableCommandNames.map((name): [TableCommandName, Command] => [
      name,
      (...arguments_) => tables()?.[name](...arguments_) ?? false,
    ]),
  ) as Record<TableCommandName, Command>;
  return {
    ...inTables,
    table: insertTable(schema),
    bold: withMark(schema.marks.strong),
    italic: withMark(schema.marks.em),
    footnote: insertFootnote,
    paragraph: withNode(schema.nodes.paragraph, (type) => outsideFigures(setBlockType(type))),
    heading1: withNode(schema.nodes.heading, (type) => outsideFigures(toggleHeading(type, 1))),
    heading2: withNode(schema.nodes.heading, (type) => outsideFigures(toggleHeading(type, 2))),
    heading3: withNode(schema.nodes.heading, (type) => outsideFigures(toggleHeading(type, 3))),
    'bullet-list': withNode(schema.nodes.bullet_list, toggleList),
    'ordered-list': withNode(schema.nodes.ordered_list, toggleList),
    quotation: withNode(schema.nodes.blockquote, (type) =>
      chainCommands(liftOutOf(type), wrapIn(type)),
    ),
    indent: withNode(schema.nodes.list_item, (type) => sinkListItem(type)),
    outdent: withNode(schema.nodes.list_item, (type) => liftListItem(type)),
    lift,
    'line-break': withNode(schema.nodes.hard_break, insertBreak),
  };
}

/** What a line of words without blocks can have. */
const inLine: ReadonlySet<EditorCommandName> = new Set(['bold', 'italic', 'line-break']);

/** Of an editor's commands those that apply in the field of a footnote; the others never do there. */
export function footnoteCommands(
  commands: Readonly<Record<EditorCommandName, Command>>,
): Readonly<Record<EditorCommandName, Command>> {
  const entries = editorCommandNames.map((name) => [
    name,
    inLine.has(name) ? commands[name] : never,
  ]);
  return Object.fromEntries(entries) as Record<EditorCommandName, Command>;
}

/** The depth of the nearest ancestor of a kind, or `null`. */
export function ancestorDepth(
  $pos: ResolvedPos,
  matches: (type: NodeType) => boolean,
): number | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if (matches($pos.node(depth).type)) return depth;
  }
  return null;
}

/** Whether a node type is one of the two lists. */
export function isList(type: NodeType): boolean {
  return type.name === 'bullet_list' || type.name === 'ordered_list';
}

const never: Command = () => false;

function withNode(type: NodeType | undefined, make: (type: NodeType) => Command): Command {
  return type === undefined ? never : make(type);
}

function withMark(type: MarkType | undefined): Command {
  return type === undefined ? never : toggleMark(type, null, { includeWhitespace: true });
}

/** A caption stays one: as a paragraph it would leave its picture behind. */
function outsideFigures(command: Command): Command {
  return (state, dispatch, view) => {
    const { from, to } = state.selection;
    let has = false;
    state.doc.nodesBetween(from, to, (node) => {
      has ||= node.type.name === 'figure';
      return !has && !node.isTextblock;
    });
    return !has && command(state, dispatch, view);
  };
}

function toggleHeading(type: NodeType, level: number): Command {
  return (state, dispatch, view) => {
    const { parent } = state.selection.$from;
    const active = parent.type === type && parent.attrs.level === level;
    const { paragraph } = state.schema.nodes;
    if (active && paragraph !== undefined) return setBlockType(paragraph)(state, dispatch, view);
    return setBlockType(type, { level })(state, dispatch, view);
  };
}

/** In a list of this type: out of it. In one of the other type: turns that one. Else: makes one. */
function toggleList(type: NodeType): Command {
  return (state, dispatch, view) => {
    const { $from } = state.selection;
    const depth = ancestorDepth($from, isList);
    // Only when the caret is in the item's own text: deeper down a list within the item is wanted.
    if (depth === null || $from.depth > depth + 2) return wrapInList(type)(state, dispatch, view);
    const list = $from.node(depth);
    if (list.type === type) {
      const item = $from.node(depth + 1).type;
      return liftListItem(item)(state, dispatch, view);
    }
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
    return true;
  };
}

function liftOutOf(type: NodeType): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection;
    const range = $from.blockRange($to, (node) => node.type === type);
    const target = range && liftTarget(range);
    if (range === null || target === null || target === undefined) return false;
    dispatch?.(state.tr.lift(range, target).scrollIntoView());
    return true;
  };
}

function insertBreak(type: NodeType): Command {
  return (state, dispatch) => {
    if (!state.selection.$from.parent.inlineContent) return false;
    dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
    return true;
  };
}
