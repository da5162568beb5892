import type { ParallelSuggestion } from '../../../app/host/suggestions.ts';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import { acceptPair, dismissSuggestion } from '../review/accept-suggestion.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';

/** Links the two passages as is usual for their wording: repeats, or paraphrases; the later one says so of the earlier. */
export function linkPairNow(session: Session, pair: ParallelSuggestion): Promise<boolean> {
  return acceptPair(session, pair, null, false);
}

/** Asks how the two passages of a pair are linked. */
export function askPairLink(session: Session, pair: ParallelSuggestion): void {
  if (writable(session)) session.openDialog({ kind: 'link-parallel', pair });
}

/** Links them as the dialog was answered; `turned`: the earlier one says so of the later. */
export function linkPairAs(
  session: Session,
  pair: ParallelSuggestion,
  typeId: LinkTypeId,
  turned: boolean,
): Promise<boolean> {
  return acceptPair(session, pair, typeId, turned);
}

/** Remembers that a pair is not wanted. `false`, which is said: nothing may be written, or it was decided already. */
export function dismissPair(session: Session, pair: ParallelSuggestion): boolean {
  return dismissSuggestion(session, pair);
}
