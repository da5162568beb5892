import type { ImportItem, JobState } from '../../../app/host/job.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';

/** How many ended jobs the window knows of. */
const kept = 20;

/** Whether a job is not over: it runs, or it can be resumed. */
export function isUnderWay({ state }: JobState): boolean {
  return state === 'running' || state === 'paused';
}

/**
 * Puts a job's present state among those that the window knows, in its old place; as the last when it is new or has just
 * ended, so that the last one that is over is the one whose report is wanted.
 */
export function keepJob(session: Session, job: JobState): void {
  const { jobs } = session.get();
  const before = jobs.find(({ id }) => id === job.id);
  const stays = before !== undefined && isUnderWay(before) === isUnderWay(job);
  const all = stays
    ? jobs.map((other) => (other.id === job.id ? job : other))
    : [...jobs.filter(({ id }) => id !== job.id), job];
  let ended = all.filter((one) => !isUnderWay(one)).length;
  session.set({ jobs: all.filter((one) => isUnderWay(one) || ended-- <= kept) });
}

/** Takes up the jobs of before: what an earlier run of the program left, and what ended lately. */
export async function loadJobs(session: Session): Promise<void> {
  const { store } = session;
  const jobs = await session.host.listJobs().catch(() => []);
  if (!session.hasProject || session.store !== store) return;
  // What an event has told meanwhile is newer than the answer.
  const told = new Set(session.get().jobs.map(({ id }) => id));
  session.set({ jobs: [...jobs.filter(({ id }) => !told.has(id)), ...session.get().jobs] });
}

export function pauseJob(session: Session, job: JobState): void {
  ask(session, 'The job could not be paused', session.host.pauseJob({ id: job.id }));
}

export function resumeJob(session: Session, job: JobState): void {
  ask(session, 'The job could not be resumed', session.host.resumeJob({ id: job.id }));
}

export function cancelJob(session: Session, job: JobState): void {
  ask(session, 'The job could not be cancelled', session.host.cancelJob({ id: job.id }));
}

/** Asks main where to, and writes a job's report as CSV. */
export async function exportReport(session: Session, job: JobState): Promise<void> {
  try {
    const written = await session.host.exportJobReport({ id: job.id });
    if (written !== null) session.say(`The report was written to ${written.fileName}.`);
  } catch (error) {
    showFailure(session, 'The report could not be exported', error);
  }
}

/**
 * Reads a job's whole report, page by page; `onItems` gets what has been read so far, in the order of the work. Where
 * the report is gone it is what the job itself tells, and the reason is thrown.
 */
export async function readReport(
  session: Session,
  job: JobState,
  onItems: (items: readonly ImportItem[]) => void,
  signal: AbortSignal,
): Promise<void> {
  let items: readonly ImportItem[] = [];
  let offset: number | null = 0;
  while (offset !== null && !signal.aborted) {
    const page = await session.host.readJobReport({ id: job.id, offset });
    if (signal.aborted) return;
    items = [...items, ...page.items];
    offset = page.nextOffset;
    onItems(items);
  }
}

/** How much has to be done before what is left can be told, in hundredths: threads only begin to work. */
const tellsFrom = 2;

/** "1,204 of 10,000 files · 12.4 of 61.0 MB · 3.1 MB a second · about 2 minutes left". */
export function progressWords(job: JobState): string {
  if (job.total === 0) return 'looking for files';
  const parts = [`${count(job.done)} of ${count(job.total)} ${job.total === 1 ? 'file' : 'files'}`];
  if (job.totalBytes > 0) parts.push(`${bytesPair(job.doneBytes, job.totalBytes)}`);
  if (job.state === 'running' && job.bytesPerSecond !== null) {
    parts.push(`${bytes(job.bytesPerSecond)} a second`);
  }
  if (job.state === 'running' && job.remaining !== null && percentDone(job) >= tellsFrom) {
    parts.push(timeLeft(job.remaining));
  }
  return parts.join(' · ');
}

/** What a job that was cancelled or failed left undone: "1,319 of 2,000 files were not read."; `null`: nothing. */
export function leftUndone({ state, done, total }: JobState): string | null {
  if ((state !== 'cancelled' && state !== 'failed') || done >= total) return null;
  return `${count(total - done)} of ${count(total)} files were not read.`;
}

/** 0 to 100, by bytes where they are known: one large file is not one of a thousand small ones. */
export function percentDone({ done, total, doneBytes, totalBytes }: JobState): number {
  const share = totalBytes > 0 ? doneBytes / totalBytes : total > 0 ? done / total : 0;
  return Math.min(100, Math.floor(share * 100));
}

/** "less than a minute left", "about 3 minutes left"; `milliseconds`. */
function timeLeft(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1_000);
  if (seconds < 60) return `about ${seconds} ${seconds === 1 ? 'second' : 'seconds'} left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
  const hours = Math.round(minutes / 60);
  return `about ${hours} ${hours === 1 ? 'hour' : 'hours'} left`;
}

const units = ['bytes', 'kB', 'MB', 'GB'] as const;

function unitOf(size: number): number {
  if (size < 1_000) return 0;
  return Math.min(units.length - 1, Math.floor(Math.log10(size) / 3));
}

function inUnit(size: number, unit: number): string {
  if (unit === 0) return count(Math.round(size));
  return (size / 1_000 ** unit).toFixed(1);
}

function bytes(size: number): string {
  return `${inUnit(size, unitOf(size))} ${units[unitOf(size)]}`;
}

function bytesPair(done: number, total: number): string {
  const unit = unitOf(total);
  return `${inUnit(done, unit)} of ${inUnit(total, unit)} ${units[unit]}`;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

function ask(session: Session, title: string, answer: Promise<void>): void {
  answer.catch((error: unknown) => showFailure(session, title, error));
}
