import { basename } from 'node:path';
import type { Maker } from '../../../app/base/maker.ts';
import type { Result } from '../../../app/base/result.ts';
import { exchangeFormat } from '../../../app/exchange/formats.ts';
import type {
  ExchangeOutcome,
  ExchangeState,
  ExportRequest,
  ImportRequest,
} from '../../../app/host/exchange.ts';
import type { Change } from '../../../app/record/change.ts';
import { CodedError } from '../coded-error.ts';
import type { Ingest } from '../corpus/ingest.ts';
import { suggestedName } from '../files/suggested-name.ts';
import type { Project } from '../project/project.ts';
import type { ExchangeProgress, ExchangeThread } from './exchange-tasks.ts';
import { exportProject } from './export-project.ts';
import { finishInterrupted, importIntoProject } from './import-into-project.ts';
import { readPending } from './pending-import.ts';

export interface ExchangeParts {
  readonly project: Project;
  readonly maker: Maker;
  readonly thread: ExchangeThread;
  readonly ingest: Pick<Ingest, 'sync'>;
  append(change: Change): Promise<Result<number>>;
  emit(state: ExchangeState): void;
}

interface Run {
  readonly id: string;
  readonly abort: AbortController;
  state: ExchangeState;
  readonly ended: Promise<unknown>;
}

/** Exports and imports of an open project, one at a time. */
export class ExchangeSession {
  readonly #parts: ExchangeParts;
  #run: Run | null = null;
  #closed = false;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /**
   * Says that an import was ended in the middle, if one was, and brings it to its end in the background. Answers before that.
   * Throws what the system throws.
   */
  async resume(): Promise<void> {
    const { project, maker, append } = this.#parts;
    if (project.info.readOnly !== null) return;
    const pending = await readPending(project.paths.exchange);
    if (pending === null) return;
    const title = pending.name;
    project.addNotice(
      `${title} was interrupted when the program ended. The rest of it is being added now; undo takes all of it back.`,
    );
    void this.#do('import', title, async (run) => {
      this.#tell(run, { state: 'saving' });
      await project.exclusively(() => finishInterrupted({ project, maker, append }));
      return { kind: 'cancelled' };
    }).catch(() => {
      project.addNotice(`${title} could not be brought to its end. Import the file again.`);
    });
  }

  /** Asks where and exports. `null`: no place was chosen. Throws `CodedError` as `exportProject` does, and `busy`. */
  async export(
    { format, options }: ExportRequest,
    askPath: (suggestedName: string) => Promise<string | null>,
  ): Promise<ExchangeOutcome | null> {
    const about = exchangeFormat(format);
    if (about?.exports == null) {
      throw new CodedError('format', `Nothing is exported as “${format}”.`);
    }
    this.#wantIdle();
    const { project, thread } = this.#parts;
    const path = await askPath(suggestedName(project.info.name, about.extension, 'Export'));
    if (path === null) return null;
    return this.#do('export', `Exporting ${about.title}`, async (run, tell) => {
      const { signal } = run.abort;
      const report = await exportProject({ project, thread, format, options, path, tell, signal });
      return { kind: 'done', direction: 'export', fileName: basename(path), format, report };
    });
  }

  /** Asks what and imports. `null`: nothing was chosen. Throws `CodedError` as `importIntoProject` does, and `busy`. */
  async import(
    request: ImportRequest,
    askPath: (request: ImportRequest) => Promise<string | null>,
  ): Promise<ExchangeOutcome | null> {
    this.#wantIdle();
    const path = await askPath(request);
    if (path === null) return null;
    const fileName = basename(path);
    const { project, thread, ingest, maker, append } = this.#parts;
    return this.#do('import', `Importing “${fileName}”`, async (run, tell) => {
      const { format, report } = await importIntoProject({
        project,
        thread,
        ingest,
        maker,
        append,
        path,
        tell,
        jobId: run.id,
        format: request.format,
        onSaving: () => this.#tell(run, { state: 'saving' }),
        signal: run.abort.signal,
      });
      return { kind: 'done', direction: 'import', fileName, format, report };
    });
  }

  /** Ends what is under way, unless it is saved by now. Does nothing when it has ended. */
  cancel(id: string): void {
    if (this.#run?.id === id && this.#run.state.state === 'running') this.#run.abort.abort();
  }

  /** Ends what is under way and waits for it. Never rejects. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#run?.state.state === 'running') this.#run.abort.abort();
    await this.#run?.ended;
  }

  async #do(
    direction: ExchangeState['direction'],
    title: string,
    work: (run: Run, tell: (progress: ExchangeProgress) => void) => Promise<ExchangeOutcome>,
  ): Promise<ExchangeOutcome> {
    // Somebody may have begun another while the dialog was open.
    this.#wantIdle();
    const id = this.#parts.maker.id<string>();
    let end = (): void => undefined;
    const run: Run = {
      id,
      abort: new AbortController(),
      state: { id, direction, title, done: 0, total: 0, state: 'running' },
      ended: new Promise<void>((resolve) => {
        end = resolve;
      }),
    };
    this.#run = run;
    this.#tell(run, {});
    try {
      return await work(run, (progress) => this.#tell(run, progress));
    } catch (error) {
      if (error instanceof CodedError && error.code === 'cancelled') return { kind: 'cancelled' };
      throw error;
    } finally {
      this.#tell(run, { state: 'ended' });
      this.#run = null;
      end();
    }
  }

  #tell(run: Run, news: Partial<ExchangeState>): void {
    run.state = { ...run.state, ...news };
    this.#parts.emit(run.state);
  }

  #wantIdle(): void {
    if (this.#closed) throw new CodedError('no-project', 'The project is being closed.');
    if (this.#run === null) return;
    throw new CodedError('busy', 'Another export or import is under way. Wait until it has ended.');
  }
}
