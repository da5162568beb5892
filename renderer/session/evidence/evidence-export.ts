import type { CountTable } from '../../../app/annotation/tag-statistics.ts';
import { writeCsv } from '../../../app/exchange/csv.ts';
import { guessedNames } from '../../../app/exchange/table/guessed-facts.ts';
import { writtenTags } from '../../../app/exchange/table/written-tags.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { countOf } from '../article-list.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { evidenceGroupTitles, evidenceText, evidenceTitles } from './evidence-columns.ts';
import type { EvidenceGroup } from './evidence-groups.ts';
import type { EvidenceItem } from './evidence-item.ts';
import type { EvidenceColumn, EvidenceView } from './evidence-view.ts';

/** Rows that are written at a time: a moment's work, between which the window answers. */
const slice = 2_000;

/** Columns that may show a guess. */
const guessable: ReadonlySet<EvidenceColumn> = new Set(['article', 'outlet', 'date']);

/**
 * Exports the table as it is shown: its columns, its order, what the filters leave. Groups are a column of their own, in
 * front; what is folded up is written too, and a row that stands in several groups stands in each. Times as ISO 8601; tags
 * by their paths, as every other table has them.
 * A guessed title, outlet or date has no mark; the last column names it.
 */
export async function exportEvidence(
  session: Session,
  view: EvidenceView,
  shown: readonly EvidenceItem[],
  groups: readonly EvidenceGroup[],
): Promise<void> {
  const { records } = session.store;
  const { columns, group } = view;
  const tags = writtenTags(records);
  const isMarked = columns.some((column) => guessable.has(column));
  const shownTitles = columns.map((column) => evidenceTitles[column]);
  const titles = isMarked ? [...shownTitles, 'Guessed'] : shownTitles;
  const parts = [writeCsv([group === 'none' ? titles : [evidenceGroupTitles[group], ...titles]])];
  const lists =
    group === 'none'
      ? [{ title: null, items: shown }]
      : groups.map(({ title, items }) => ({ title, items }));
  for (const { title, items } of lists) {
    for (let from = 0; from < items.length; from += slice) {
      const rows = items.slice(from, from + slice).map((item) => {
        const cells = columns.map((column) =>
          column === 'tags' ? tags(item.annotation.tagIds) : exportedText(item, column, records),
        );
        if (isMarked) cells.push(guessedNames(item.source.listed.guesses));
        return title === null ? cells : [title, ...cells];
      });
      parts.push(writeCsv(rows));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const rows = lists.reduce((sum, { items }) => sum + items.length, 0);
  await exportCsv(session, 'annotations', parts.join(''), countOf(rows, 'row'));
}

function exportedText(item: EvidenceItem, column: EvidenceColumn, records: RecordSource): string {
  if (column === 'created') return item.annotation.createdAt;
  const { outlet, published } = item.source.listed.metadata;
  if (column === 'outlet') return outlet ?? '';
  return column === 'date' ? (published ?? '') : evidenceText(item, column, records);
}

/** Exports a table of figures with its totals; `nameOf` says what rows and columns are called. */
export async function exportCounts(
  session: Session,
  table: Pick<CountTable, 'count' | 'rowTotal' | 'columnTotal' | 'total'>,
  names: {
    /** In the corner: "Tag by outlet". */
    readonly what: string;
    readonly rows: readonly (readonly [key: string, title: string])[];
    readonly columns: readonly (readonly [key: string, title: string])[];
  },
): Promise<void> {
  const { what, rows, columns } = names;
  const content = writeCsv([
    [what, ...columns.map(([, title]) => title), 'All'],
    ...rows.map(([row, title]) => [
      title,
      ...columns.map(([column]) => String(table.count(row, column))),
      String(table.rowTotal(row)),
    ]),
    ['All', ...columns.map(([column]) => String(table.columnTotal(column))), String(table.total)],
  ]);
  await exportCsv(session, what.toLowerCase(), content, countOf(rows.length, 'row'));
}

async function exportCsv(
  session: Session,
  what: string,
  content: string,
  rows: string,
): Promise<void> {
  try {
    const suggestedName = `${session.store.project.name} ${what}`;
    const written = await session.host.exportFile({ suggestedName, kind: 'csv', content });
    if (written !== null) session.say(`Exported ${rows} to ${written.fileName}.`);
  } catch (error) {
    showFailure(session, 'The table could not be exported', error);
  }
}
