import type { HistoryEntry } from '../../app/host/history.ts';
import type { ChangeId } from '../../app/record/ids.ts';
import { type OwnEntriesOptions, ownEntries } from './own-entries.ts';

/**
 * Parts of a job stand close together: between two there is what the analyst did while it was journalled, or when it was brought to
 * its end after the program had ended in the middle of it. More entries than this are not between them.
 */
export const mostBetweenParts = 100;

/** Whether an entry is a part of a job, and no taking back of one. */
export function isPartOf(entry: HistoryEntry, jobId: string): boolean {
  return entry.jobId === jobId && entry.undoes === null && entry.redoes === null;
}

/**
 * The entries of a job, in order, its last one known: also those of an earlier run of the program. Cost: the pages of entries
 * down to its first one. Rejects when the journal can't be read.
 */
export async function jobParts(
  options: OwnEntriesOptions & { readonly jobId: string; readonly last: ChangeId },
): Promise<readonly number[]> {
  const sequences: number[] = [];
  let since = 0;
  for await (const entry of ownEntries(options)) {
    if (sequences.length === 0 && entry.changeId !== options.last) continue;
    if (isPartOf(entry, options.jobId)) {
      sequences.unshift(entry.sequence);
      since = 0;
    } else since += 1;
    if (since > mostBetweenParts) break;
  }
  return sequences;
}
