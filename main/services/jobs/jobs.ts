import type { ImportItem, JobReportPage, JobState } from '../../../app/host/job.ts';
import { CodedError } from '../coded-error.ts';
import { JobFiles, type ReportLine, type StoredJob } from './job-file.ts';
import { JobProgress, newJobState } from './job-progress.ts';
import { type JobWork, kindOfJob, titleOfJob } from './job-work.ts';

const linesPerPage = 1_000;
const endedJobsKept = 20;

/** What a piece of work is given by the job that it is done for. */
export interface JobRun {
  /** The job's id. */
  readonly id: string;
  /** Aborted when the job is to stop after the file it is at. */
  readonly signal: AbortSignal;
  /** Files that an earlier run of the job was done with. */
  readonly done: ReadonlySet<string>;
  readonly progress: JobProgress;
  /** Takes up what became of files, some of them with several lines, some with none. */
  report(lines: readonly ReportLine[], files: number, bytes: number): Promise<void>;
}

export interface JobsOptions {
  readonly folder: string;
  newId(): string;
  clock(): number;
  emit(state: JobState): void;
  /** Does the work. Throws `CodedError` for what stands in its way; whatever else it throws is a fault. */
  work(work: JobWork, run: JobRun): Promise<void>;
  /** Runs one piece of work after the other. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>;
  log(message: string, error?: unknown): void;
  /** Nothing may be written. */
  readonly readOnly: boolean;
}

interface Job {
  readonly work: JobWork;
  readonly progress: JobProgress;
  abort: AbortController | null;
  /** What the abort is for. */
  intent: 'pause' | 'cancel' | 'close' | null;
  running: Promise<void>;
  /** Writes of its state, one after the other. */
  kept: Promise<void>;
}

/** The jobs of an open project: one runs, others wait, stand still or have ended. They outlive the program. */
export class Jobs {
  readonly #options: JobsOptions;
  readonly #files: JobFiles;
  readonly #jobs = new Map<string, Job>();

  private constructor(options: JobsOptions) {
    this.#options = options;
    this.#files = new JobFiles(options.folder);
  }

  /** Takes up the jobs that earlier runs of the program left. What was interrupted stands still until it is resumed. */
  static async open(options: JobsOptions): Promise<Jobs> {
    const jobs = new Jobs(options);
    try {
      for (const stored of await jobs.#files.list()) await jobs.#takeUp(stored);
    } catch (error) {
      options.log('The jobs of earlier runs could not be read.', error);
    }
    return jobs;
  }

  list(): readonly JobState[] {
    return [...this.#jobs.values()].map(({ progress }) => progress.state);
  }

  /** Starts a job; it begins when those before it are done. Answers when it rests or has ended. Never rejects. */
  start(work: JobWork): Promise<void> {
    const id = this.#options.newId();
    const { emit, clock } = this.#options;
    const progress = new JobProgress(
      newJobState(id, kindOfJob(work), titleOfJob(work)),
      emit,
      clock,
    );
    const job = newJob(work, progress);
    this.#jobs.set(id, job);
    progress.tell(true);
    // One that waits for others is there as well if the program is killed meanwhile.
    void this.#keep(job);
    this.#begin(job);
    return job.running;
  }

  /** Stops a job after the file it is at. Does nothing to one that does not run. */
  pause(id: string): void {
    this.#stop(this.#find(id), 'pause');
  }

  /** Lets a job go on that stands still. Does nothing to another. */
  resume(id: string): void {
    const job = this.#find(id);
    if (job.progress.state.state === 'paused' && job.abort === null) this.#begin(job);
  }

  /** Ends a job after the file it is at; what it did stays. Does nothing when it has ended. */
  cancel(id: string): void {
    const job = this.#find(id);
    if (job.abort !== null) this.#stop(job, 'cancel');
    else if (job.progress.state.state === 'paused') {
      job.progress.rest('cancelled');
      void this.#keep(job);
    }
  }

  /** A page of a job's report. Throws `CodedError` `missing`. */
  async readReport(id: string, offset: number): Promise<JobReportPage> {
    this.#find(id);
    const items: ImportItem[] = [];
    for await (const { item } of this.#files.report(id, offset, linesPerPage + 1)) items.push(item);
    const isMore = items.length > linesPerPage;
    return {
      items: items.slice(0, linesPerPage),
      nextOffset: isMore ? offset + linesPerPage : null,
    };
  }

  /** The whole report. Throws `CodedError` `missing`. */
  async wholeReport(id: string): Promise<readonly ImportItem[]> {
    this.#find(id);
    const items: ImportItem[] = [];
    for await (const { item } of this.#files.report(id)) items.push(item);
    return items;
  }

  /** The line of a report that asked about a table; `null` when it is gone. */
  async lineOfTable(tableId: string): Promise<ReportLine | null> {
    const [id = '', index = ''] = tableId.split('/');
    if (!this.#jobs.has(id) || !/^\d+$/.test(index)) return null;
    for await (const line of this.#files.report(id, Number(index), 1)) {
      return line.item.tableId === tableId ? line : null;
    }
    return null;
  }

  /** Stops what runs, which then goes on when it is resumed after the next opening. Never rejects. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) this.#stop(job, 'close');
    await Promise.all([...this.#jobs.values()].map(({ running }) => running));
  }

  #find(id: string): Job {
    const job = this.#jobs.get(id);
    if (job !== undefined) return job;
    throw new CodedError('missing', 'This job is not kept any more.');
  }

  #stop(job: Job, intent: 'pause' | 'cancel' | 'close'): void {
    if (job.abort === null) return;
    job.intent = intent;
    job.abort.abort();
  }

  #begin(job: Job): void {
    const abort = new AbortController();
    job.abort = abort;
    job.intent = null;
    job.running = this.#options
      .exclusively(() => this.#run(job, abort.signal))
      .catch((error: unknown) => this.#options.log('A job could not be run.', error));
  }

  async #run(job: Job, signal: AbortSignal): Promise<void> {
    const { progress } = job;
    const { id } = progress.state;
    try {
      const done = await this.#readDone(job);
      await this.#keep(job);
      if (!signal.aborted) {
        await this.#options.work(job.work, {
          id,
          signal,
          done,
          progress,
          report: async (lines, files, bytes) => {
            const first = progress.state.itemCount;
            const named = lines.map((line, index) =>
              offersColumns(line, lines[index - 1], job.work)
                ? { ...line, item: { ...line.item, tableId: `${id}/${first + index}` } }
                : line,
            );
            await this.#files.append(id, named);
            progress.addItems(named.map(({ item }) => item));
            progress.advance(files, bytes);
          },
        });
      }
      await this.#prune(job);
      this.#rest(job, signal.aborted ? job.intent : null);
    } catch (error) {
      // Nothing is lost by waiting for room on the disk, or for the folder to be back.
      if (error instanceof CodedError) progress.rest('paused', error.message);
      else {
        this.#options.log('A job failed.', error);
        progress.rest(
          'failed',
          'It stopped because of a fault in the program. What was done before stays.',
        );
      }
    } finally {
      job.abort = null;
      await this.#keep(job);
    }
  }

  #rest({ progress }: Job, intent: Job['intent']): void {
    if (intent === null) progress.rest('finished');
    else if (intent === 'cancel') progress.rest('cancelled');
    else if (intent === 'pause') progress.rest('paused');
    else progress.rest('paused', interrupted);
  }

  /** The files that earlier runs were done with; takes up what they reported. */
  async #readDone({ progress }: Job): Promise<ReadonlySet<string>> {
    const done = new Set<string>();
    const items: ImportItem[] = [];
    for await (const { item, path, isLast } of this.#files.report(progress.state.id)) {
      items.push(item);
      if (isLast) done.add(path);
    }
    progress.takeUp(items);
    return done;
  }

  async #takeUp(stored: StoredJob): Promise<void> {
    const { emit, clock } = this.#options;
    const progress = new JobProgress(stored.state, emit, clock);
    const job = newJob(stored.work, progress);
    this.#jobs.set(stored.state.id, job);
    if (stored.state.state !== 'running') return;
    await this.#readDone(job);
    progress.rest('paused', interrupted);
  }

  /** Never rejects: a job that can't be kept is no reason not to do it. */
  #keep(job: Job): Promise<void> {
    if (this.#options.readOnly) return Promise.resolve();
    job.kept = job.kept.then(() =>
      this.#files
        .write({ work: job.work, state: job.progress.state })
        .catch((error: unknown) => this.#options.log('A job could not be kept.', error)),
    );
    return job.kept;
  }

  /** Makes room for one that is about to end. Never rejects. */
  async #prune(ending: Job): Promise<void> {
    const ended = [...this.#jobs].filter(
      ([, job]) => job !== ending && job.abort === null && job.progress.state.state !== 'paused',
    );
    for (const [id] of ended.slice(0, Math.max(0, ended.length + 1 - endedJobsKept))) {
      this.#jobs.delete(id);
      await this.#files.remove(id).catch(() => undefined);
    }
  }
}

function newJob(work: JobWork, progress: JobProgress): Job {
  const done = Promise.resolve();
  return { work, progress, abort: null, intent: null, running: done, kept: done };
}

const interrupted =
  'The program was closed before it was done. Resume it to go on after the last file that was done.';

/** Whether a line asks for a table's columns, or is the first one of a table whose columns can be chosen otherwise. */
function offersColumns(
  { item, path }: ReportLine,
  before: ReportLine | undefined,
  work: JobWork,
): boolean {
  if (item.outcome === 'asks') return true;
  const isTable = item.format === 'csv' || item.format === 'json-lines';
  // One in an archive would have to be unpacked to be looked at.
  const isPacked = item.part?.includes('/') === true;
  return isTable && !isPacked && path !== before?.path && work.kind !== 'reread';
}
