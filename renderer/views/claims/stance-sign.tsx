import type { ReactNode } from 'react';
import type { EvidenceRecord, Stance } from '../../../app/record/records.ts';

/** The letter that a stance is drawn with, inside a shape of its own. */
export const stanceSigns: Readonly<Record<Stance, string>> = {
  asserts: 'A',
  denies: 'D',
  reports: 'R',
  qualifies: 'Q',
  questions: '?',
};

/** A stance by shape, letter and colour; its name for those who see none. */
export function StanceSign({
  evidence,
}: {
  readonly evidence: Pick<EvidenceRecord, 'stance'>;
}): ReactNode {
  return (
    <span className="stance" data-stance={evidence.stance} title={evidence.stance}>
      <span aria-hidden="true">{stanceSigns[evidence.stance]}</span>
      <span className="visually-hidden">{evidence.stance}: </span>
    </span>
  );
}
