import type { ClaimRecord } from '../../../app/record/records.ts';
import { matchClaims } from '../../session/claims/match-claims.ts';
import type { ChoiceItem } from '../parts/choice-list.tsx';

/** Claims as lines to choose from, for what was typed. */
export function claimChoices(claims: readonly ClaimRecord[], typed: string): readonly ChoiceItem[] {
  return matchClaims(claims, typed).map(({ id, number, wording }) => ({
    id,
    text: `C${number}: ${wording}`,
  }));
}
