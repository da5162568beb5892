import type { Instant } from '../../../app/base/brand.ts';
import type { EarlierState } from '../../../app/host/history.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments } from '../journal/segment.ts';
import { EarlierStates } from './earlier-states.ts';

/**
 * The last entry that was made at a moment or before it; `null`: there is none. Clocks may have been set: the last one in the
 * journal's order counts. Cost: the journal.
 */
export async function entryAt(journal: string, moment: number): Promise<number | null> {
  let found: number | null = null;
  for (const segment of await listSegments(journal)) {
    await scanSegment(segment, ({ sequence, change }) => {
      if (Date.parse(change.at) <= moment) found = sequence;
    });
  }
  return found;
}

/** What was changed after an entry, each record as it was then, and when that entry was made. Cost: the journal. */
export async function statesAfter(
  journal: string,
  sequence: number,
): Promise<{ readonly states: readonly EarlierState[]; readonly at: Instant | null }> {
  const earlier = new EarlierStates();
  let at: Instant | null = null;
  for (const segment of await listSegments(journal)) {
    await scanSegment(segment, (entry) => {
      if (entry.sequence === sequence) at = entry.change.at;
      if (entry.sequence > sequence) earlier.add(entry);
    });
  }
  return { states: earlier.list(), at };
}
