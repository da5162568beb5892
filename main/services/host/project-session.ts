import { ProjectHistory } from '../history/project-history.ts';
import type { Project } from '../project/project.ts';
import { CorpusSession, type Emit } from './corpus-session.ts';
import type { HostContext } from './host-context.ts';

/** An open project in a window, with what runs in it. */
export class ProjectSession {
  readonly project: Project;
  readonly corpus: CorpusSession;
  readonly history: ProjectHistory;

  private constructor(project: Project, corpus: CorpusSession, history: ProjectHistory) {
    this.project = project;
    this.corpus = corpus;
    this.history = history;
  }

  /** Takes a project over: closes it when that fails. */
  static async begin(project: Project, context: HostContext, emit: Emit): Promise<ProjectSession> {
    try {
      const corpus = await CorpusSession.begin(project, context, emit);
      // Ends with the catalogue, which the project closes.
      project.catalogue.onState((state) => emit('catalogue', state));
      const history = new ProjectHistory(project, () => context.startHistory());
      return new ProjectSession(project, corpus, history);
    } catch (error) {
      await project.close();
      throw error;
    }
  }

  /** Lets jobs stand still and closes the project. Never rejects. */
  async close(): Promise<void> {
    await this.corpus.close();
    await this.history.close();
    await this.project.close();
  }
}
