import type { HostApi } from '../../app/host/host-api.ts';
import type { HostListener } from '../../app/host/host-listener.ts';
import { commandById } from './commands/command-list.ts';
import { followJob } from './corpus/import.ts';
import { followPaste } from './corpus/paste.ts';
import { followExchange } from './exchange/exchange.ts';
import { noteLastUsed } from './focus.ts';
import { followUndoTitles } from './history/undo-titles.ts';
import { keepFocus } from './keep-focus.ts';
import { handleReaderKey, handleWindowKey } from './keyboard.ts';
import { followSuggestions } from './parallels/ask-parallels.ts';
import { showFailure } from './project.ts';
import { giveCommand } from './run-command.ts';
import { followCatalogue } from './search/catalogue.ts';
import { Session } from './session.ts';

/** Makes this window's session: listens to main and to the keyboard, enters the window's project if it has one. */
export async function startSession(host: HostApi, onHostEvent: HostListener): Promise<Session> {
  const window = await host.getWindow();
  const session = new Session(host, onHostEvent, window.host, handleReaderKey);
  onHostEvent('job', (job) => followJob(session, job));
  onHostEvent('exchange', (state) => followExchange(session, state));
  onHostEvent('catalogue', (state) => followCatalogue(session, state));
  onHostEvent('suggestions', (state) => followSuggestions(session, state));
  onHostEvent('folders', (folders) => session.set({ folders }));
  onHostEvent('notice', ({ sentence }) => {
    const { notices } = session.get();
    if (!notices.includes(sentence)) session.set({ notices: [...notices, sentence] });
  });
  onHostEvent('command', ({ id }) => {
    const command = commandById(id);
    if (command !== null) giveCommand(session, command);
  });
  onHostEvent('closeRequested', () => void answerClose(session));
  globalThis.addEventListener('keydown', (event) => {
    if (handleWindowKey(session, event)) event.preventDefault();
  });
  followPaste(session);
  followUndoTitles(session);
  showFaults(session);
  noteLastUsed();
  keepFocus(session);
  globalThis.addEventListener('blur', () => session.flushDrafts());
  void show(session, window.project);
  return session;
}

/** A fault that nothing caught is shown, so that nobody works on in the belief that all is well. */
function showFaults(session: Session): void {
  const title = 'Something went wrong';
  globalThis.addEventListener('error', (event) => {
    // Not a fault: an observer had more to tell than one frame takes (Resize Observer specification).
    if (event.message.startsWith('ResizeObserver loop')) return;
    showFailure(session, title, event.error ?? event.message);
  });
  globalThis.addEventListener('unhandledrejection', (event) => {
    showFailure(session, title, event.reason);
  });
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
  await session.saveAll();
  await session.host.answerClose({ close: true });
}
