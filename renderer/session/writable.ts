import type { Session } from './session.ts';

/** Whether anything may be changed here; says why where not. */
export function writable(session: Session): boolean {
  const { readOnly } = session.store.project;
  if (readOnly !== null) session.say(readOnly);
  return readOnly === null;
}
