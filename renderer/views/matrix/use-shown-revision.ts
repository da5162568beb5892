import { shownRevision } from '../../session/reading/revisions.ts';
import type { Pane } from '../../session/session-state.ts';
import { useRecords } from '../parts/session-context.ts';

/** The id of the revision that a pane shows: another one is another pane. */
export function useShownRevision(pane: Pane | undefined): string | null {
  return useRecords((records) =>
    pane === undefined ? null : (shownRevision(records, pane)?.id ?? null),
  );
}
