import type { SilenceRecord } from '../record/records.ts';

/** The search that showed a silence, as it is written wherever it is told: "searched “tunnel*”". Empty without one. */
export function searchInWords({ search, mode }: Pick<SilenceRecord, 'search' | 'mode'>): string {
  if (search === '') return '';
  return mode === 'pattern' ? `searched for the pattern “${search}”` : `searched “${search}”`;
}
