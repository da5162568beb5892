import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Schema } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import type { EditorCommandName } from './editor-commands.ts';

/**
 * The keys of an editor. Undo and redo are not among them, nor is Mod-K: those are the program's. Tab acts only where
 * a list can be indented and in tables, which Mod-Enter leaves, so that it goes on to the next control everywhere else.
 */
export function editorKeymap(
  schema: Schema,
  commands: Readonly<Record<EditorCommandName, Command>>,
): Plugin[] {
  const item = schema.nodes.list_item;
  const lineBreak = commands['line-break'];
  return [
    keymap({
      'Mod-b': commands.bold,
      'Mod-i': commands.italic,
      Tab: chainCommands(commands['next-cell'], commands.indent),
      'Shift-Tab': chainCommands(commands['previous-cell'], commands.outdent),
      'Shift-Enter': lineBreak,
      'Mod-Enter': chainCommands(commands['leave-table'], lineBreak),
      ...(item === undefined ? {} : { Enter: splitListItem(item) }),
    }),
    keymap(baseKeymap),
  ];
}
