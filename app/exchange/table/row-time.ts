import { readPublished } from '../../article/read-published.ts';
import { instantOf } from '../import/made-by.ts';

/** A time in one of the forms that tables have, ISO 8601 where it can be read; else as it stands, which the frame reports. */
export function timeIn(cell: string): string | null {
  const written = cell.trim();
  if (written === '') return null;
  return instantOf(written) === null ? (readPublished(written) ?? written) : written;
}
