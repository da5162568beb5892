import { keepingPlaces } from '../reading/keep-place.ts';
import {
  keepReading,
  type ReadingSettings,
  readingScales,
  readingSettings,
  usualReading,
  within,
} from '../reading/reading-settings.ts';
import type { Session } from '../session.ts';
import { paneIds } from '../shown-panes.ts';

/** Changes how text is shown, at once and for the next start; what is read stays where it is on the screen. */
export function changeReading(session: Session, patch: Partial<ReadingSettings>): void {
  const settings = { ...readingSettings.getState(), ...patch };
  const readers = paneIds.flatMap((id) => session.panes.mountedIn(id)?.reader ?? []);
  keepingPlaces(readers, () => readingSettings.setState(settings, true));
  keepReading(settings);
}

/** Makes reading text larger (1) or smaller (-1) by a step. */
export function stepTextSize(session: Session, direction: 1 | -1): void {
  const { size } = readingSettings.getState();
  const { step } = readingScales.size;
  const next = within('size', Math.round(size / step + direction) * step);
  changeReading(session, { size: next });
  session.say(next === size ? `Text stays at ${size} %.` : `Text at ${next} %.`);
}

/** Reading text at its usual size. */
export function usualTextSize(session: Session): void {
  changeReading(session, { size: usualReading.size });
  session.say('Text at its usual size.');
}

/** Everything as it is without any choice. */
export function usualReadingAgain(session: Session): void {
  changeReading(session, usualReading);
  session.say('Text and theme are as usual again.');
}
