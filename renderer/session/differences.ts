import type { RevisionId } from '../../app/record/ids.ts';
import { focusNamed } from './focus.ts';
import type { Session } from './session.ts';

/** Two revisions that are read against each other: of one article, or of two (near duplicates). */
export interface DifferenceSides {
  /** The older one, or the one that the other is measured by. */
  readonly left: RevisionId;
  readonly right: RevisionId;
}

/** Shows the differences of two texts in the Desk. */
export function openDifferences(session: Session, sides: DifferenceSides): void {
  session.flushDrafts();
  session.set({ view: 'difference', differences: sides, claimId: null });
  focusNamed('differences');
}
