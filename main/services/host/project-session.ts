import type { Project } from '../project/project.ts';
import { CorpusSession, type Emit } from './corpus-session.ts';
import type { HostContext } from './host-context.ts';

/** An open project in a window, with what runs in it. */
export class ProjectSession {
  readonly project: Project;
  readonly corpus: CorpusSession;

  private constructor(project: Project, corpus: CorpusSession) {
    this.project = project;
    this.corpus = corpus;
  }

  /** Takes a project over: closes it when that fails. */
  static async begin(project: Project, context: HostContext, emit: Emit): Promise<ProjectSession> {
    try {
      const corpus = await CorpusSession.begin(project, context, emit);
      // Ends with the catalogue, which the project closes.
      project.catalogue.onState((state) => emit('catalogue', state));
      return new ProjectSession(project, corpus);
    } catch (error) {
      await project.close();
      throw error;
    }
  }

  /** Lets jobs stand still and closes the project. Never rejects. */
  async close(): Promise<void> {
    await this.corpus.close();
    await this.project.close();
  }
}
