import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { Session } from '../../session/session.ts';
import type { SessionState } from '../../session/session-state.ts';

/** The window's session. Set once, at the root. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('This view stands outside the session.');
  return session;
}

/** A part of the session's state; draws anew when that part is another one. */
export function useSessionState<Part>(select: (state: SessionState) => Part): Part {
  const { state, views } = useSession();
  return useSyncExternalStore(views.wrap(state.subscribe), () => select(state.getState()));
}

/**
 * A part of the records; draws anew when that part is another one. `select` must give back what the source keeps (a
 * record, a list), or a primitive: a fresh array each time would draw for ever.
 */
export function useRecords<Part>(select: (records: RecordSource) => Part): Part {
  const { store, views } = useSession();
  const { records } = store;
  return useSyncExternalStore(views.wrap(records.subscribe), () => select(records));
}

/** What the store says of undoing and of the journal. */
export function useStoreState<Part>(select: (store: Session['store']) => Part): Part {
  const { store, views } = useSession();
  return useSyncExternalStore(views.wrap(store.subscribe), () => select(store));
}
