import type { ReactNode } from 'react';
import type { JobState } from '../../../app/host/job.ts';
import {
  cancelJob,
  pauseJob,
  percentDone,
  progressWords,
  resumeJob,
} from '../../session/corpus/jobs.ts';
import { useSession } from './session-context.ts';

/** How far a job is: a bar, and the same in words. */
export function JobProgress({ job }: { readonly job: JobState }): ReactNode {
  const words = progressWords(job);
  const percent = percentDone(job);
  return (
    <span className="job-progress">
      <span
        className="job-bar"
        role="progressbar"
        aria-label={job.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={job.state === 'paused' ? `Paused, ${words}` : words}
        data-paused={job.state === 'paused' || undefined}
      >
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className="job-words">{words}</span>
    </span>
  );
}

/** What can be done with a job that is not over. */
export function JobButtons(props: {
  readonly job: JobState;
  readonly className?: string;
}): ReactNode {
  const session = useSession();
  const { job, className } = props;
  const shared = { type: 'button', className } as const;
  return (
    <>
      {job.state === 'running' && (
        <button {...shared} title={job.title} onClick={() => pauseJob(session, job)}>
          Pause
        </button>
      )}
      {job.state === 'paused' && (
        <button {...shared} title={job.title} onClick={() => resumeJob(session, job)}>
          Resume
        </button>
      )}
      {(job.state === 'running' || job.state === 'paused') && (
        <button {...shared} title={job.title} onClick={() => cancelJob(session, job)}>
          Cancel
        </button>
      )}
    </>
  );
}
