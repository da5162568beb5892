/**
 * Variables that hold a claim's facts: in REFI-QDA a claim is a case. A case that has a status among them was a claim; the
 * prefix tells them from an analyst's own.
 */
export const claimVariables = [
  'claim: number',
  'claim: status',
  'claim: speaker',
  'claim: said on',
  'claim: said until',
  'claim: place',
  'claim: confidence',
  'claim: importance',
  'claim: part of',
] as const;

export type ClaimVariable = (typeof claimVariables)[number];

/** What begins the name of a link that files a passage under a claim; the stance follows. */
export const evidenceLink = 'evidence: ';
