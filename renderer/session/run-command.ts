import { type Command, isAvailable } from './command.ts';
import { showFailure } from './project.ts';
import type { Session } from './session.ts';

/** Gives a command if it makes sense now; where only reading is allowed, says so. */
export function giveCommand(session: Session, command: Command): void {
  const reason = session.hasProject ? session.store.project.readOnly : null;
  if (command.changes === true && reason !== null) session.say(reason);
  else if (isAvailable(session, command)) runCommand(session, command);
}

/** Runs a command; what it throws is shown, never swallowed. */
export function runCommand(session: Session, command: Command): void {
  if (session.get().selectionBar !== null) session.set({ selectionBar: null });
  const failed = (error: unknown): void => showFailure(session, `“${command.title}” failed`, error);
  try {
    Promise.resolve(command.run(session)).catch(failed);
  } catch (error) {
    failed(error);
  }
}
