import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Schema } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import type { Command, Plugin } from 'prosemirror-state';
import type { EditorCommandName } from './editor-commands.ts';

/**
 * The keys of an editor. Undo and redo are not among them, nor is Mod-K: those are the program's. Tab acts only where
 * a list can be indented, so that it goes on to the next control everywhere else.
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
      Tab: commands.indent,
      'Shift-Tab': commands.outdent,
      'Shift-Enter': lineBreak,
      'Mod-Enter': lineBreak,
      ...(item === undefined ? {} : { Enter: splitListItem(item) }),
    }),
    keymap(baseKeymap),
  ];
}
