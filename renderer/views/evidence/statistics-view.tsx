import { Download } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { openPassages } from '../../session/evidence/evidence-actions.ts';
import { exportCounts } from '../../session/evidence/evidence-export.ts';
import type { EvidenceItem } from '../../session/evidence/evidence-item.ts';
import { setEvidence } from '../../session/evidence/evidence-selection.ts';
import type { StatisticsChoice, StatisticsKind } from '../../session/evidence/evidence-state.ts';
import {
  evidenceStatistics,
  type Statistics,
  type StatisticsHead,
} from '../../session/evidence/evidence-statistics.ts';
import { SearchSegments } from '../desk/search-segments.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { StatisticsGrid } from './statistics-grid.tsx';

const kinds = [
  ['outlet', 'By outlet'],
  ['time', 'Over time'],
  ['together', 'Tags together'],
] as const;

const units = [
  ['year', 'Years'],
  ['month', 'Months'],
  ['day', 'Days'],
] as const;

const waysTogether = [
  ['same', 'Same passage'],
  ['overlap', 'Overlapping passages'],
] as const;

const names: Readonly<Record<StatisticsKind, string>> = {
  outlet: 'Tags by outlet',
  time: 'Tags over time',
  together: 'Tags together',
};

/** The passages that the filters leave, counted by their tags; each figure opens what it counts. */
export function StatisticsView(props: { readonly items: readonly EvidenceItem[] }): ReactNode {
  const session = useSession();
  const choice = useSessionState((state) => state.evidence.statistics);
  const tags = useRecords((records) => records.list('tag'));
  // A letter typed into the filter shows at once; the figures follow.
  const items = useDeferredValue(props.items);
  const statistics = useMemo(() => evidenceStatistics(items, choice, tags), [items, choice, tags]);
  const change = (patch: Partial<StatisticsChoice>): void =>
    setEvidence(session, { statistics: { ...choice, ...patch } });
  const { table, rows, columns } = statistics;
  const named = (heads: readonly StatisticsHead[]) =>
    heads.flatMap(({ key, title }) => (key === null ? [] : [[key, title] as const]));
  const isEmpty = rows.length <= 1 || columns.length <= 1;
  return (
    <>
      <div className="statistics-choices">
        <SearchSegments
          label="What is counted"
          value={choice.kind}
          options={kinds}
          onChange={(kind) => change({ kind })}
        />
        {choice.kind === 'time' && (
          <SearchSegments
            label="How time is divided"
            value={choice.unit}
            options={units}
            onChange={(unit) => change({ unit })}
          />
        )}
        {choice.kind === 'together' && (
          <SearchSegments
            label="What stands together"
            value={choice.togetherness}
            options={waysTogether}
            onChange={(togetherness) => change({ togetherness })}
          />
        )}
        <label className="statistics-roll">
          <input
            type="checkbox"
            checked={choice.rollUp}
            onChange={(event) => change({ rollUp: event.target.checked })}
          />
          Count for the tags above, too
        </label>
      </div>
      <div className="statistics-facts">
        <p className="statistics-hint">{hintOf(choice)}</p>
        <button
          type="button"
          className="button quiet"
          title="Export these figures as a table (CSV)"
          disabled={isEmpty}
          onClick={() =>
            void exportCounts(session, table, {
              what: names[choice.kind],
              rows: named(rows),
              columns: named(columns),
            })
          }
        >
          <Download size={15} aria-hidden="true" />
          <span className="button-words">Export CSV…</span>
        </button>
      </div>
      {isEmpty ? (
        <p className="empty statistics-empty">{emptyText(choice, items.length)}</p>
      ) : (
        <StatisticsGrid
          key={`${choice.kind} ${choice.unit} ${choice.togetherness}`}
          label={names[choice.kind]}
          statistics={statistics}
          kind={choice.kind}
          onOpen={(row, column) =>
            openPassages(
              session,
              table,
              row.key,
              column.key,
              titleOf(statistics, choice, row, column),
            )
          }
        />
      )}
    </>
  );
}

function hintOf({ kind, togetherness }: StatisticsChoice): string {
  const opens = 'Press a figure to see its passages.';
  if (kind === 'outlet') return `Passages of each tag, by the outlet of their article. ${opens}`;
  if (kind === 'time') return `Passages of each tag, by when their article was published. ${opens}`;
  return togetherness === 'same'
    ? `Passages that have both tags. ${opens}`
    : `Passages that have one of the two tags and share words with a passage of the other. ${opens}`;
}

function emptyText({ kind }: StatisticsChoice, count: number): string {
  if (count === 0) return 'The filters above leave no annotation to count.';
  return kind === 'together'
    ? 'None of these passages has a tag yet. Tag some with T in the table, or with 1 to 9 in an article.'
    : 'There is nothing to count.';
}

function titleOf(
  { table }: Statistics,
  { kind }: StatisticsChoice,
  row: StatisticsHead,
  column: StatisticsHead,
): string {
  const isTag = row.key !== null && table.rows.includes(row.key) && row.key !== '';
  const left = isTag ? `“${row.title}”` : row.title;
  if (column.key === null) return left;
  if (kind !== 'together') return `${left}, ${column.title}`;
  return row.key === null || row.key === column.key
    ? `“${column.title}”`
    : `${left} with “${column.title}”`;
}
