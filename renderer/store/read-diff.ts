import type { RecordChange } from '../../app/host/history.ts';
import type { HostReads } from '../../app/host/host-api.ts';
import type { Diff } from '../../app/record/diff.ts';
import type { ProjectRecord } from '../../app/record/records.ts';

/** What an entry changed, whole. Cost: a call for each 100 records. */
export async function readDiff(
  host: Pick<HostReads, 'readEntry'>,
  sequence: number,
): Promise<Diff> {
  const changes: RecordChange[] = [];
  for (;;) {
    const page = await host.readEntry({ sequence, offset: changes.length });
    changes.push(...page.records);
    if (changes.length >= page.total || page.records.length === 0) break;
  }
  const added: ProjectRecord[] = [];
  const updated: [ProjectRecord, ProjectRecord][] = [];
  const removed: ProjectRecord[] = [];
  for (const { before, after } of changes) {
    if (before === null && after !== null) added.push(after);
    else if (before !== null && after === null) removed.push(before);
    else if (before !== null && after !== null) updated.push([before, after]);
  }
  return { added, updated, removed };
}
