import type { HostApi } from '../../app/host/host-api.ts';
import type { HostListener } from '../../app/host/host-listener.ts';
import { isAvailable } from './command.ts';
import { commands } from './commands/command-list.ts';
import { followJob } from './import.ts';
import { handleReaderKey, handleWindowKey } from './keyboard.ts';
import { showFailure } from './project.ts';
import { runCommand } from './run-command.ts';
import { Session } from './session.ts';

/** Makes this window's session: listens to main and to the keyboard, enters the window's project if it has one. */
export async function startSession(host: HostApi, onHostEvent: HostListener): Promise<Session> {
  const window = await host.getWindow();
  const session = new Session(host, onHostEvent, window.host, handleReaderKey);
  onHostEvent('job', (job) => followJob(session, job));
  onHostEvent('command', ({ id }) => {
    const command = commands.find((candidate) => candidate.id === id);
    if (command !== undefined && isAvailable(session, command)) runCommand(session, command);
  });
  onHostEvent('closeRequested', () => void answerClose(session));
  globalThis.addEventListener('keydown', (event) => {
    if (handleWindowKey(session, event)) event.preventDefault();
  });
  globalThis.addEventListener('blur', () => session.flushDrafts());
  void show(session, window.project);
  return session;
}

async function show(
  session: Session,
  project: Parameters<Session['enter']>[0] | null,
): Promise<void> {
  try {
    if (project !== null) {
      await session.enter(project);
      return;
    }
  } catch (error) {
    showFailure(session, 'The project could not be opened', error);
  }
  session.set({ screen: { kind: 'start' }, recent: await session.host.listRecentProjects() });
}

/** The window may close when everything is on disk. Main asks the analyst if that takes too long. */
async function answerClose(session: Session): Promise<void> {
  if (session.hasProject) {
    session.flushDrafts();
    await session.store.whenSaved();
  }
  await session.host.answerClose({ close: true });
}
