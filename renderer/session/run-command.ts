import type { Command } from './command.ts';
import { showFailure } from './project.ts';
import type { Session } from './session.ts';

/** Gives a command; what it throws is shown, never swallowed. */
export function runCommand(session: Session, command: Command): void {
  const failed = (error: unknown): void => showFailure(session, `“${command.title}” failed`, error);
  try {
    Promise.resolve(command.run(session)).catch(failed);
  } catch (error) {
    failed(error);
  }
}
