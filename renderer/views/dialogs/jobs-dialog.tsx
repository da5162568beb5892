import type { ReactNode } from 'react';
import type { JobState } from '../../../app/host/job.ts';
import { importSummary } from '../../session/corpus/import.ts';
import { isUnderWay, leftUndone } from '../../session/corpus/jobs.ts';
import { Dialog } from '../parts/dialog.tsx';
import { JobButtons, JobProgress } from '../parts/job-progress.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** Jobs that run, wait or are over, the newest first, each with its report. */
export function JobsDialog(): ReactNode {
  const session = useSession();
  const jobs = useSessionState((state) => state.jobs);
  return (
    <Dialog title="Jobs" wide closeButton onClose={() => session.closeDialog()}>
      {jobs.length === 0 ? (
        <p className="empty">Nothing has been imported in this project lately.</p>
      ) : (
        <ul className="jobs" aria-label="Jobs">
          {[...jobs].reverse().map((job) => (
            <Job key={job.id} job={job} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

const states: Readonly<Record<JobState['state'], string>> = {
  running: 'Running',
  paused: 'Paused',
  finished: 'Finished',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

function Job({ job }: { readonly job: JobState }): ReactNode {
  const session = useSession();
  return (
    <li className="job">
      <div className="job-head">
        <b>{job.title}</b>
        <span className="job-state" data-state={job.state}>
          {states[job.state]}
        </span>
      </div>
      {isUnderWay(job) ? (
        <JobProgress job={job} />
      ) : (
        <p>
          {importSummary(job)} {leftUndone(job)}
        </p>
      )}
      {job.message !== undefined && <p>{job.message}</p>}
      <div className="job-buttons">
        <JobButtons job={job} className="button" />
        {job.itemCount > 0 && (
          <button
            type="button"
            className="button"
            aria-label={`Report of ${job.title}`}
            onClick={() => session.openDialog({ kind: 'import-report', job })}
          >
            Report
          </button>
        )}
      </div>
    </li>
  );
}
