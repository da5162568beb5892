/** What edits tables. */
type TableEditing = typeof import('./table-editing.ts');

let read: TableEditing | null = null;

/** Editing of tables if a brief of this window had it before; `null`: it has to be read first. */
export function tableEditingRead(): TableEditing | null {
  return read;
}

/** Reads the editing of tables: nothing of it is needed before a brief is shown. */
export async function readTableEditing(): Promise<TableEditing> {
  read ??= await import('./table-editing.ts');
  return read;
}
