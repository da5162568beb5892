import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import { setParallels } from './set-parallels.ts';

/** How the analyst wants parallel passages: a setting of the project. */
export interface ParallelsView {
  /** Whether the margin of a text marks them. */
  readonly shown: boolean;
  /** Whether formulas are shown, which many articles share. */
  readonly formulas: boolean;
  /** The order of an article's list: as they stand in its text, or the best first. */
  readonly order: 'place' | 'score';
}

const initial: ParallelsView = { shown: true, formulas: false, order: 'place' };

const setting = viewSetting<ParallelsView>({
  name: 'parallels-view',
  changeName: 'Change the view of parallel passages',
  initial,
  read: readParallelsView,
});

/** The choice of the project, or of the window where it can't be written. The same object until it changes. */
export function parallelsView(session: Session): ParallelsView {
  return session.get().parallels.view ?? setting.stored(session.store.records);
}

/** Changes how parallel passages are shown. Kept with the project. */
export function changeParallelsView(session: Session, patch: Partial<ParallelsView>): void {
  const view = { ...parallelsView(session), ...patch };
  if (session.store.project.readOnly !== null) setParallels(session, { view });
  else setting.store(session, view);
}

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
function readParallelsView(value: unknown): ParallelsView {
  const stored = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  return {
    shown: stored.shown !== false,
    formulas: stored.formulas === true,
    order: stored.order === 'score' ? 'score' : 'place',
  };
}
