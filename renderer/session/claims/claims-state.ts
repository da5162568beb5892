import type { ClaimId, SpeakerId, TagId } from '../../../app/record/ids.ts';
import type { ClaimStatus, Importance } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';
import type { ClaimsListView } from './claims-view-setting.ts';

/** What the list of claims asks for; of what is `null`, anything is let through. */
export interface ClaimsFilter {
  /** Words, each of which stands somewhere in wording, number, speaker or place. */
  readonly text: string;
  readonly status: ClaimStatus | null;
  /** A speaker's record, or a name that is only written into claims. */
  readonly speaker: { readonly id: SpeakerId } | { readonly text: string } | null;
  readonly tagId: TagId | null;
  /** At least so much. */
  readonly importance: Importance | null;
}

/** The list of claims in this window. */
export interface ClaimsState {
  readonly filter: ClaimsFilter;
  /** The claim that the keyboard is on. */
  readonly active: ClaimId | null;
  /** How the list is shown, where the project's setting can't be written. */
  readonly view: ClaimsListView | null;
}

export const noClaimsFilter: ClaimsFilter = {
  text: '',
  status: null,
  speaker: null,
  tagId: null,
  importance: null,
};

export const initialClaims: ClaimsState = { filter: noClaimsFilter, active: null, view: null };

export function setClaims(session: Session, patch: Partial<ClaimsState>): void {
  session.set({ claims: { ...session.get().claims, ...patch } });
}

/** Narrows the list of claims. */
export function filterClaims(session: Session, patch: Partial<ClaimsFilter>): void {
  setClaims(session, { filter: { ...session.get().claims.filter, ...patch } });
}

/** Whether the list is narrowed by anything. */
export function isFiltered(filter: ClaimsFilter): boolean {
  const { text, status, speaker, tagId, importance } = filter;
  return text.trim() !== '' || [status, speaker, tagId, importance].some((part) => part !== null);
}
