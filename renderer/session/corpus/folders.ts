import type { WatchedFolder } from '../../../app/host/corpus.ts';
import type { JobState } from '../../../app/host/job.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';

/** Windows whose analyst asked to look for changes and has not heard what came of it. */
const asked = new WeakSet<Session>();

/** Shows the watched folders, as they are now. */
export async function showFolders(session: Session): Promise<void> {
  session.openDialog({ kind: 'folders' });
  try {
    session.set({ folders: await session.host.listWatchedFolders() });
  } catch (error) {
    session.say(`The watched folders could not be listed: ${reasonOf(error)}`);
  }
}

/** Asks which folder, and watches it from now on. What is in it is imported as a job. */
export async function addFolder(session: Session): Promise<void> {
  try {
    const folder = await session.host.watchFolder();
    if (folder === null) return;
    const others = session.get().folders.filter(({ id }) => id !== folder.id);
    session.set({ folders: [...others, folder] });
    session.say(`“${folder.name}” is watched from now on.`);
  } catch (error) {
    showFailure(session, 'The folder is not watched', error);
  }
}

/** Watches a folder no longer. Its articles stay. */
export async function stopWatching(session: Session, folder: WatchedFolder): Promise<void> {
  try {
    await session.host.unwatchFolder({ id: folder.id });
    session.set({ folders: session.get().folders.filter(({ id }) => id !== folder.id) });
    session.say(`“${folder.name}” is watched no longer. Its articles stay.`);
  } catch (error) {
    showFailure(session, 'The folder is still watched', error);
  }
}

/** Looks through all watched folders now; what comes of it arrives as a job. */
export async function lookForChanges(session: Session): Promise<void> {
  try {
    asked.add(session);
    session.say('Looking for changes in the watched folders…');
    await session.host.rescanFolders();
  } catch (error) {
    asked.delete(session);
    showFailure(session, 'The folders could not be looked through', error);
  }
}

/** Whether the analyst waits to hear of this job; told once. */
export function isAsked(session: Session, job: JobState): boolean {
  return job.kind === 'rescan' && asked.delete(session);
}

const states: Readonly<Record<WatchedFolder['state'], string>> = {
  watching: 'Watched',
  scanning: 'Being looked through',
  missing: 'Not there',
  unreadable: 'Can’t be read',
};

/** A folder's state in words, with the reason where there is one. */
export function folderStateWords({ state, message }: WatchedFolder): string {
  return message === undefined ? states[state] : `${states[state]}: ${message}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
