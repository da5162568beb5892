import type {
  EarlierStatePage,
  EntryPage,
  HistoryPage,
  HistoryRequest,
} from '../../../app/host/history.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { CodedError } from '../coded-error.ts';
import type { Project } from '../project/project.ts';
import type { HistoryAnswer, HistoryQuestion, HistoryThread } from './history-query.ts';

/** The history of an open project. Nothing is read before something is asked. */
export class ProjectHistory {
  readonly #project: Project;
  readonly #start: () => HistoryThread;
  #thread: HistoryThread | null = null;

  constructor(project: Project, start: () => HistoryThread) {
    this.#project = project;
    this.#start = start;
  }

  async readPage(request: HistoryRequest): Promise<HistoryPage> {
    return (await this.#ask({ kind: 'page', ...request }, 'page')).page;
  }

  async readEntry(request: { sequence: number; offset: number }): Promise<EntryPage> {
    return (await this.#ask({ kind: 'entry', ...request }, 'entry')).page;
  }

  async readLastStates(ids: readonly string[]): Promise<readonly ProjectRecord[]> {
    return (await this.#ask({ kind: 'last-states', ids }, 'last-states')).records;
  }

  async readEarlierStates(request: {
    sequence: number;
    upTo: number;
    offset: number;
  }): Promise<EarlierStatePage> {
    return (await this.#ask({ kind: 'earlier-states', ...request }, 'earlier-states')).page;
  }

  /** Never rejects. */
  async close(): Promise<void> {
    await this.#thread?.close().catch(() => undefined);
    this.#thread = null;
  }

  /** Throws `CodedError` `missing`, or `unreadable` when the journal's files can't be read. */
  async #ask<Kind extends HistoryAnswer['kind']>(
    question: HistoryQuestion,
    kind: Kind,
  ): Promise<Extract<HistoryAnswer, { kind: Kind }>> {
    this.#thread ??= this.#start();
    const answer = await this.#thread
      .ask({
        folder: this.#project.paths.journal,
        lastSequence: this.#project.info.lastSequence,
        question,
      })
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new CodedError(
          'unreadable',
          `The journal could not be read: ${reason} Your work is not touched by that; try again, or close the project and open it again.`,
        );
      });
    if (answer.kind === kind) return answer as Extract<HistoryAnswer, { kind: Kind }>;
    throw new CodedError(
      'missing',
      'This change is not in the journal on disk, or its line there is damaged.',
    );
  }
}
