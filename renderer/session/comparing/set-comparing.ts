import type { Session } from '../session.ts';
import type { ComparingState } from './comparing-state.ts';

/** Changes what the comparison of this window shows. */
export function setComparing(session: Session, patch: Partial<ComparingState>): void {
  session.set({ comparing: { ...session.get().comparing, ...patch } });
}
