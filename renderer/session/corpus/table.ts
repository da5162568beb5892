import type { TablePreview } from '../../../app/host/corpus.ts';
import type { ColumnField, ColumnMap } from '../../../app/record/records.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';

/** Which column holds what, as far as it is chosen. An empty name: none does. */
export type ColumnChoice = Readonly<Record<ColumnField, string>>;

/** The fields that a column can hold, with their names, in the order of the dialog. */
export const columnFields: readonly (readonly [ColumnField, string])[] = [
  ['text', 'Text'],
  ['title', 'Title'],
  ['outlet', 'Outlet'],
  ['byline', 'Byline'],
  ['published', 'Published'],
  ['updated', 'Updated'],
  ['section', 'Section'],
  ['language', 'Language'],
  ['url', 'Address'],
];

/** The choice that the columns' names suggest; a column that is not there is none. */
export function guessedChoice({ guess, columns }: TablePreview): ColumnChoice {
  const choice: Record<string, string> = {};
  for (const [field] of columnFields) {
    const column = guess[field] ?? '';
    choice[field] = columns.includes(column) ? column : '';
  }
  return choice as ColumnChoice;
}

/** What is wrong with a choice, in a sentence; `null`: nothing. */
export function objectionToChoice(choice: ColumnChoice): string | null {
  return choice.text === '' ? 'Say which column holds the text of the articles.' : null;
}

/** Imports the rows of a table, as a job. `false`: it could not be begun, and the analyst has been told why. */
export async function importRows(
  session: Session,
  tableId: string,
  choice: ColumnChoice,
): Promise<boolean> {
  const chosen = Object.entries(choice).filter(([, column]) => column !== '');
  try {
    const columns = Object.fromEntries(chosen) as unknown as ColumnMap;
    await session.host.importTable({ id: tableId, columns });
    return true;
  } catch (error) {
    showFailure(session, 'The table could not be imported', error);
    return false;
  }
}
