import type { TextOffset } from '../../app/base/brand.ts';
import type { Reader } from '../reader/create-reader.ts';
import {
  keepReading,
  type ReadingSettings,
  readingScales,
  readingSettings,
  usualReading,
  within,
} from './reading-settings.ts';
import type { Session } from './session.ts';

/** Which place each reader is being kept at: several changes in a row must not creep from line to line. */
const places = new WeakMap<Reader, TextOffset>();

/** Changes how text is shown, at once and for the next start; what is read stays where it is on the screen. */
export function changeReading(session: Session, patch: Partial<ReadingSettings>): void {
  const settings = { ...readingSettings.getState(), ...patch };
  const readers = (['first', 'second'] as const).flatMap(
    (id) => session.panes.mountedIn(id)?.reader ?? [],
  );
  const kept = readers.map((reader) => [reader, placeOf(reader)] as const);
  readingSettings.setState(settings, true);
  keepReading(settings);
  for (const [reader, place] of kept) {
    reader.scrollTo(place);
    places.set(reader, place);
  }
}

/**
 * The start of the first line in view; the place that a reader was put to last, as long as that stands in this line: lines
 * begin elsewhere with every size.
 */
function placeOf(reader: Reader): TextOffset {
  const top = reader.topVisibleOffset();
  const last = places.get(reader);
  if (last === undefined || last < top) return top;
  return reader.lineAt(last).top === reader.lineAt(top).top ? last : top;
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
