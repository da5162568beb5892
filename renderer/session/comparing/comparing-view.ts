import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import type { ComparingState } from './comparing-state.ts';
import { leastWordsOffered, usualLeastWords } from './least-words.ts';
import { setComparing } from './set-comparing.ts';

/** How the analyst wants articles compared: a setting of the project. */
type ComparingView = Pick<ComparingState, 'kinds' | 'leastWords' | 'locked'>;

const kinds = ['all', 'links', 'parallels'] as const satisfies readonly ComparingView['kinds'][];

const setting = viewSetting<ComparingView>({
  name: 'comparing-view',
  changeName: 'Change the view of the comparison',
  initial: { kinds: 'all', leastWords: usualLeastWords, locked: true },
  read: readComparingView,
});

const taken = new WeakMap<Session['store'], ComparingView>();

/** Shows what the project has kept, once for each choice: what this window alone has chosen since stays. */
export function takeUpComparingView(session: Session): void {
  const { store } = session;
  const stored = setting.stored(store.records);
  if (taken.get(store) === stored) return;
  taken.set(store, stored);
  const { comparing } = session.get();
  const { kinds: shown, leastWords, locked } = stored;
  const isSame =
    comparing.kinds === shown && comparing.leastWords === leastWords && comparing.locked === locked;
  if (!isSame) setComparing(session, stored);
}

/** Changes how articles are compared. Kept with the project; where nothing may be written, with the window. */
export function changeComparingView(session: Session, patch: Partial<ComparingView>): void {
  setComparing(session, patch);
  const { store } = session;
  if (store.project.readOnly !== null) return;
  const { kinds: shown, leastWords, locked } = session.get().comparing;
  setting.store(session, { kinds: shown, leastWords, locked });
  taken.set(store, setting.stored(store.records));
}

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
export function readComparingView(value: unknown): ComparingView {
  const stored = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return {
    kinds: kinds.find((kind) => kind === stored.kinds) ?? 'all',
    leastWords: leastWordsOffered.find((count) => count === stored.leastWords) ?? usualLeastWords,
    locked: stored.locked !== false,
  };
}
