import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';

/** How many claims are offered at once; more typing finds the others. */
const offered = 40;

/**
 * The claims whose number (`C4`, `4`) or wording holds every word that was typed; the one of just that number first. Cost: the
 * claims given.
 */
export function matchClaims(claims: readonly ClaimRecord[], typed: string): readonly ClaimRecord[] {
  const words = foldTagName(typed).split(' ').filter(Boolean);
  if (words.length === 0) return claims.slice(0, offered);
  const [number] = words.length === 1 ? words : [''];
  const isNumber = (claim: ClaimRecord): boolean =>
    number === `c${claim.number}` || number === String(claim.number);
  const found = claims.filter((claim) => {
    const text = foldTagName(`C${claim.number} ${claim.wording}`);
    return words.every((word) => text.includes(word));
  });
  const exact = found.filter(isNumber);
  return [...exact, ...found.filter((claim) => !isNumber(claim))].slice(0, offered);
}

/**
 * The claim that is named by what was typed: its number (`C4`, `4`), its wording, or both as they are listed. `null`: none, or
 * several of one wording. Cost: the claims given.
 */
export function claimNamed(claims: readonly ClaimRecord[], typed: string): ClaimRecord | null {
  const name = foldTagName(typed.trim());
  if (name === '') return null;
  const numbered = claims.find(({ number, wording }) =>
    [`C${number}`, `${number}`, `C${number}: ${wording}`].map(foldTagName).includes(name),
  );
  if (numbered !== undefined) return numbered;
  const [only, second] = claims.filter(({ wording }) => foldTagName(wording) === name);
  return second === undefined ? (only ?? null) : null;
}
