import type { Command, Plugin } from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  selectedRect,
  tableEditing,
  toggleHeader,
} from 'prosemirror-tables';
import { leaveTable, type TableCommandName } from './table-commands.ts';

/** Selecting cells with mouse and keys, copying and pasting them, and keeping tables whole. */
export function tablePlugins(): readonly Plugin[] {
  return [tableEditing()];
}

/** What the package does to tables, by name. Read late: nothing of it is needed before a brief is shown. */
export const tableCommands: Readonly<Record<TableCommandName, Command>> = {
  'row-before': addRowBefore,
  'row-after': addRowAfter,
  'column-before': addColumnBefore,
  'column-after': addColumnAfter,
  'header-row': toggleHeader('row'),
  'header-column': toggleHeader('column'),
  // The last row or column of a table is the table.
  'remove-row': (state, dispatch) => whole(state, dispatch, 'rows') || deleteRow(state, dispatch),
  'remove-column': (state, dispatch) =>
    whole(state, dispatch, 'columns') || deleteColumn(state, dispatch),
  'remove-table': deleteTable,
  'next-cell': (state, dispatch, view) => {
    if (!isInTable(state)) return false;
    if (goToNextCell(1)(state, dispatch)) return true;
    // Behind the last cell begins a new row, as in every word processor.
    if (dispatch === undefined) return true;
    if (view === undefined || !addRowAfter(state, dispatch)) return false;
    return goToNextCell(1)(view.state, dispatch);
  },
  'previous-cell': (state, dispatch) =>
    isInTable(state) && (goToNextCell(-1)(state, dispatch) || true),
  'leave-table': leaveTable,
};

function whole(
  state: Parameters<Command>[0],
  dispatch: Parameters<Command>[1],
  what: 'rows' | 'columns',
): boolean {
  if (!isInTable(state)) return false;
  const { left, right, top, bottom, map } = selectedRect(state);
  const all = what === 'rows' ? bottom - top === map.height : right - left === map.width;
  return all && deleteTable(state, dispatch);
}
