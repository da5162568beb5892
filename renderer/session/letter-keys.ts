import type { Session } from './session.ts';

/** A habit of who sits here, not of the project: kept in this computer's user data, and no matter for undo. */
const storageKey = 'letter-keys';

/** Whether single letters act in a reader. On unless the analyst switched them off (speech input, screen readers). */
export function letterKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

export function toggleLetterKeys(session: Session): void {
  const on = !letterKeysOn();
  localStorage.setItem(storageKey, on ? 'on' : 'off');
  session.say(on ? 'Single-letter keys are on.' : 'Single-letter keys are off.');
}
