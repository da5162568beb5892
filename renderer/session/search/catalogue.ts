import type { CatalogueState } from '../../../app/host/search.ts';
import { loadClusters } from '../library/clusters.ts';
import type { Session } from '../session.ts';

/** How long after a change of the catalogue the clusters are asked for again, in milliseconds: it changes in bursts. */
const patience = 1_000;

const waiting = new WeakSet<Session>();

/** Takes in how far the catalogue is; when it answers otherwise than before, the clusters are asked for again. */
export function followCatalogue(session: Session, state: CatalogueState): void {
  const before = session.get().catalogue;
  session.set({ catalogue: state });
  if (state.message !== undefined && state.message !== before?.message) session.say(state.message);
  if (state.version === before?.version && state.state === before.state) return;
  askForClustersSoon(session);
}

function askForClustersSoon(session: Session): void {
  if (waiting.has(session)) return;
  waiting.add(session);
  setTimeout(() => {
    waiting.delete(session);
    if (session.hasProject) void loadClusters(session);
  }, patience);
}

/** Asks for the catalogue's state, once a project is open. */
export async function loadCatalogue(session: Session): Promise<void> {
  const { store } = session;
  const state = await session.host.getCatalogue().catch(() => null);
  if (state === null || !session.hasProject || session.store !== store) return;
  followCatalogue(session, state);
  // What was told while the project was still being opened could not be asked about then, and may be told no more.
  askForClustersSoon(session);
}
