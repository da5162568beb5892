import { ExchangeSession } from '../exchange/exchange-session.ts';
import { ProjectHistory } from '../history/project-history.ts';
import type { Project } from '../project/project.ts';
import { append, CorpusSession, type Emit } from './corpus-session.ts';
import type { HostContext } from './host-context.ts';

/** How long after opening the rest of the journal is checked: then nobody waits for the disk any more. */
const checkAfter = 8_000;

/** An open project in a window, with what runs in it. */
export class ProjectSession {
  readonly project: Project;
  readonly corpus: CorpusSession;
  readonly history: ProjectHistory;
  readonly exchange: ExchangeSession;

  readonly #stopCheck: () => Promise<void>;

  private constructor(
    project: Project,
    corpus: CorpusSession,
    history: ProjectHistory,
    exchange: ExchangeSession,
    stopCheck: () => Promise<void>,
  ) {
    this.#stopCheck = stopCheck;
    this.project = project;
    this.corpus = corpus;
    this.history = history;
    this.exchange = exchange;
  }

  /** Takes a project over: closes it when that fails. */
  static async begin(project: Project, context: HostContext, emit: Emit): Promise<ProjectSession> {
    try {
      const corpus = await CorpusSession.begin(project, context, emit);
      // Ends with the catalogue and the suggestions, which the project closes.
      project.catalogue.onState((state) => emit('catalogue', state));
      project.suggestions.onState((state) => emit('suggestions', state));
      const history = new ProjectHistory(project, () => context.startHistory());
      const exchange = new ExchangeSession({
        project,
        maker: context.maker,
        thread: context.exchange,
        ingest: context.ingest,
        append: (change) => append(project, change, emit),
        emit: (state) => emit('exchange', state),
      });
      await exchange.resume();
      const stopCheck = checkLater(project, context, emit);
      return new ProjectSession(project, corpus, history, exchange, stopCheck);
    } catch (error) {
      await project.close();
      throw error;
    }
  }

  /** Lets jobs stand still and closes the project. Never rejects. */
  async close(): Promise<void> {
    await this.#stopCheck();
    await this.exchange.close();
    await this.corpus.close();
    await this.history.close();
    await this.project.close();
  }
}

/** Checks what of the journal opening did not read, and tells the window what is wrong with it. Answers with its end. */
function checkLater(project: Project, context: HostContext, emit: Emit): () => Promise<void> {
  const abort = new AbortController();
  let checking: Promise<void> = Promise.resolve();
  const stopTimer = context.startTimer(() => {
    checking = project.checkJournal(abort.signal).then(
      (sentences) => {
        for (const sentence of sentences) {
          project.addNotice(sentence);
          emit('notice', { sentence });
        }
      },
      (error: unknown) => {
        if (!abort.signal.aborted) context.log('The journal could not be checked.', error);
      },
    );
  }, checkAfter);
  return () => {
    stopTimer();
    abort.abort();
    return checking;
  };
}
