import type { DecisionRecord } from '../record/records.ts';

/** A kind of suggestion, as people call one and several of it. */
export const kindNames: Readonly<
  Record<DecisionRecord['suggestion'], readonly [one: string, several: string]>
> = {
  parallel: ['parallel passage', 'parallel passages'],
  cluster: ['cluster', 'clusters'],
  quotation: ['quotation', 'quotations'],
  conflict: ['conflict', 'conflicts'],
  silence: ['possible silence', 'possible silences'],
};
