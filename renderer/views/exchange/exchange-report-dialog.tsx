import type { ReactNode } from 'react';
import type { LostField, RefusedPart } from '../../../app/exchange/exchange-report.ts';
import type { ExchangeDone } from '../../session/exchange/exchange-state.ts';
import { exportExchangeReport } from '../../session/exchange/export-report.ts';
import { carriedWords, hasMoreToSay, number } from '../../session/exchange/report-words.ts';
import { ReportDialog } from '../dialogs/report-dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** So many refused parts are listed; the rest stands in the exported report. */
const mostListed = 200;

/** What went or came, what could not be carried and why, what was refused and where. */
export function ExchangeReportDialog({ done }: { readonly done: ExchangeDone }): ReactNode {
  const session = useSession();
  const { report, direction, fileName } = done;
  const isExport = direction === 'export';
  const known = carriedWords(report.known);
  return (
    <ReportDialog
      title={isExport ? 'Export report' : 'Import report'}
      onExport={() => void exportExchangeReport(session, done)}
    >
      <p>
        {isExport ? 'Exported to ' : 'Imported from '}
        <b>{fileName}</b>: {carriedWords(report.carried)}.
        {known !== 'nothing' && ` Known already, not added again: ${known}.`}
      </p>
      <section
        className="exchange-report"
        aria-label="What to know"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        tabIndex={0}
      >
        {report.remarks.length > 0 && (
          <ul className="exchange-remarks">
            {report.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        )}
        <Refused parts={report.refused} count={report.refusedCount} />
        <Lost fields={report.lost} />
        {!hasMoreToSay(report) && <p>Everything was carried.</p>}
      </section>
    </ReportDialog>
  );
}

function Refused(props: {
  readonly parts: readonly RefusedPart[];
  readonly count: number;
}): ReactNode {
  const { parts, count } = props;
  if (count === 0) return null;
  const listed = parts.slice(0, mostListed);
  return (
    <>
      <h3>Refused ({number(count)})</h3>
      <ul>
        {listed.map(({ where, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two parts may say the same
          <li key={index}>
            <b>{where}</b> {reason}
          </li>
        ))}
        {count > listed.length && <li>{number(count - listed.length)} more.</li>}
      </ul>
    </>
  );
}

function Lost({ fields }: { readonly fields: readonly LostField[] }): ReactNode {
  if (fields.length === 0) return null;
  return (
    <>
      <h3>Not carried</h3>
      <ul>
        {fields.map(({ what, why, count, examples }) => (
          <li key={`${what}\n${why}`}>
            <b>{what}</b>
            {count > 1 && ` (${number(count)})`}. {why}
            {examples.length > 0 && <small> For example {examples.join(', ')}.</small>}
          </li>
        ))}
      </ul>
    </>
  );
}
