import { type ReactNode, useEffect, useState } from 'react';
import type { ImportItem, ImportOutcome, JobState } from '../../../app/host/job.ts';
import { importSummary, outcomeNames, outcomeOrder } from '../../session/corpus/import.ts';
import { exportReport, leftUndone, readReport } from '../../session/corpus/jobs.ts';
import { useSession } from '../parts/session-context.ts';
import { ReportDialog } from './report-dialog.tsx';
import { ReportList } from './report-list.tsx';

/** What became of each file of an import: those that were refused, or that have to be asked about, first. */
export function ImportReportDialog({ job }: { readonly job: JobState }): ReactNode {
  const session = useSession();
  const { items, failure } = useReport(job);
  const [only, setOnly] = useState<ImportOutcome | null>(null);
  const there = outcomeOrder.filter((outcome) => job.counts[outcome] > 0);
  return (
    <ReportDialog title="Import report" onExport={() => void exportReport(session, job)}>
      <p>
        {job.state === 'cancelled' && 'Cancelled. '}
        {importSummary(job)} {leftUndone(job)} {job.message}
      </p>
      {there.length > 1 && (
        <fieldset className="report-filter">
          <legend className="visually-hidden">Which files</legend>
          <button
            type="button"
            className="button quiet"
            aria-pressed={only === null}
            onClick={() => setOnly(null)}
          >
            All ({job.itemCount.toLocaleString('en-GB')})
          </button>
          {there.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className="button quiet"
              aria-pressed={only === outcome}
              onClick={() => setOnly(outcome)}
            >
              {outcomeNames[outcome]} ({job.counts[outcome].toLocaleString('en-GB')})
            </button>
          ))}
        </fieldset>
      )}
      {failure !== null && <p role="alert">The whole report can’t be shown: {failure}</p>}
      <ReportList key={only} items={items} only={only} />
    </ReportDialog>
  );
}

function useReport(job: JobState): {
  readonly items: readonly ImportItem[];
  readonly failure: string | null;
} {
  const session = useSession();
  // What the job itself tells is there at once; the report may be long.
  const [items, setItems] = useState(job.items);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    readReport(
      session,
      job,
      (read) => {
        if (read.length >= job.items.length) setItems(read);
      },
      abort.signal,
    ).catch((error: unknown) => {
      // A short report is whole in the job.
      if (abort.signal.aborted || job.items.length >= job.itemCount) return;
      setFailure(error instanceof Error ? error.message : String(error));
    });
    return () => abort.abort();
  }, [session, job]);
  return { items, failure };
}
