import type { HostWrites } from '../../app/host/host-api.ts';
import type { Change } from '../../app/record/change.ts';
import { emptyDiff } from '../../app/record/diff.ts';
import type { ProjectId } from '../../app/record/ids.ts';
import { isLarge, slicesOf } from '../../app/record/slice-diff.ts';

/**
 * Has a change journalled; answers with its sequence number when it is on disk. One of many records goes to main in
 * slices: as one message it would hold up the window while it is copied, seconds for 100,000 records.
 */
export async function sendChange(
  host: Pick<HostWrites, 'holdSlice' | 'appendChange'>,
  projectId: ProjectId,
  change: Change,
): Promise<{ readonly sequence: number }> {
  if (!isLarge(change.diff)) return host.appendChange({ projectId, change });
  let slices = 0;
  for (const diff of slicesOf(change.diff)) {
    await host.holdSlice({ projectId, changeId: change.id, index: slices, diff });
    slices += 1;
  }
  return host.appendChange({ projectId, change: { ...change, diff: emptyDiff }, slices });
}
