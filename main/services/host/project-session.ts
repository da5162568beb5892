import type { JobState } from '../../../app/host/job.ts';
import type { Change, JournalEntry } from '../../../app/record/change.ts';
import { changeSchema } from '../../../app/schema/change-schema.ts';
import { CodedError } from '../coded-error.ts';
import { importArticles } from '../corpus/import-articles.ts';
import { JobReport } from '../corpus/job-report.ts';
import { errorCode, writeFailureSentence } from '../files/error-code.ts';
import type { Project } from '../project/project.ts';
import type { HostContext } from './host-context.ts';

/** What a project's work tells its window. */
export interface SessionListener {
  onEntry(entry: JournalEntry): void;
  onJob(state: JobState): void;
}

/** An open project in a window, with the jobs that run in it. */
export class ProjectSession {
  readonly project: Project;
  readonly #context: HostContext;
  readonly #listener: SessionListener;
  readonly #jobs = new Map<string, AbortController>();

  constructor(project: Project, context: HostContext, listener: SessionListener) {
    this.project = project;
    this.#context = context;
    this.#listener = listener;
  }

  /** Starts an import as a job; its state is told to the listener. Answers when it has ended. Never rejects. */
  async import(paths: readonly string[]): Promise<void> {
    const { maker, clock } = this.#context;
    const id = maker.id<string>();
    const abort = new AbortController();
    this.#jobs.set(id, abort);
    const report = new JobReport(id, 'Importing', (state) => this.#listener.onJob(state), clock);
    try {
      const items = await this.project.exclusively(() =>
        importArticles(paths, {
          ...this.#importParts(abort.signal),
          onProgress: (done, total) => report.progress(done, total),
        }),
      );
      report.end(abort.signal.aborted ? 'cancelled' : 'finished', items);
    } catch (error) {
      if (error instanceof CodedError) report.fail(error.message);
      else {
        this.#context.log('An import failed.', error);
        report.fail(
          errorCode(error) === null
            ? 'The import stopped because of a fault in the program. What was imported before stays.'
            : writeFailureSentence(error),
        );
      }
    } finally {
      this.#jobs.delete(id);
    }
  }

  /** Ends a job after the file it is at; what it imported stays. Does nothing when it has ended. */
  cancel(id: string): void {
    this.#jobs.get(id)?.abort();
  }

  /** Ends the jobs and closes the project. Never rejects. */
  async close(): Promise<void> {
    for (const abort of this.#jobs.values()) abort.abort();
    await this.project.close();
  }

  #importParts(signal: AbortSignal) {
    const { project } = this;
    return {
      maker: this.#context.maker,
      parse: this.#context.parse,
      articlesFolder: project.paths.articles,
      texts: project.texts,
      corpus: project.corpus,
      signal,
      append: async (change: Change) => {
        // What the window sends is checked at the door. This is made here, and a journal must not hold what nobody can
        // read back: better no article, said, than one that is gone at the next opening.
        const checked = changeSchema.safeParse(change);
        if (!checked.success)
          throw new Error('An import made a change that is none.', { cause: checked.error });
        const appended = await project.append(change);
        if (appended.ok) this.#listener.onEntry({ sequence: appended.value, change });
        return appended;
      },
    };
  }
}
