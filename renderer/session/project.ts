import type { ProjectInfo } from '../../app/host/host-api.ts';
import type { ProjectId } from '../../app/record/ids.ts';
import type { Session } from './session.ts';

export function createProject(session: Session): Promise<void> {
  return opening(session, () => session.host.createProject());
}

export function openProject(session: Session): Promise<void> {
  return opening(session, () => session.host.openProject());
}

export function openRecent(session: Session, id: ProjectId): Promise<void> {
  return opening(session, () => session.host.openRecentProject({ id }));
}

export function openSample(session: Session): Promise<void> {
  return opening(session, () => session.host.openSampleProject());
}

/** Enters the project that main opened in this window. `null`: the analyst cancelled, or it has a window of its own. */
async function opening(session: Session, ask: () => Promise<ProjectInfo | null>): Promise<void> {
  try {
    await session.saveAll();
    const project = await ask();
    // What was typed meanwhile belongs to the project that was open; main refuses it for another one, and it waits in
    // that project's outbox.
    session.flushDrafts();
    const present = session.hasProject ? session.store.project.id : null;
    if (project !== null && project.id !== present) await session.enter(project);
  } catch (error) {
    showFailure(session, 'The project could not be opened', error);
    if (!session.hasProject) session.set({ screen: { kind: 'start' } });
  }
}

/** Shows an expected failure in a dialog, with main's own sentence. */
export function showFailure(session: Session, title: string, error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  // A dialog that is open may have words in it that are not handed over yet.
  if (session.get().dialog === null) session.openDialog({ kind: 'message', title, text });
  else session.say(`${title}: ${text}`);
}

/** Asks main for files or a folder to import; what comes of it arrives as a job. */
export async function chooseImport(session: Session, what: 'files' | 'folder'): Promise<void> {
  await session.host.chooseImport({ what });
}
