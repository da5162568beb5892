import type { Stance } from '../../../app/record/records.ts';

export { stances } from '../../../app/claim/claim-diffs.ts';
export { stanceDashes } from '../../../app/link/graph-shapes.ts';

/** The colour of a stance's lines, by the name of its token: that of its sign. */
export const stanceTones: Readonly<Record<Stance, string>> = {
  asserts: 'u2',
  denies: 'u4',
  reports: 'u3',
  qualifies: 'u1',
  questions: 'u5',
};
