import type { Diff } from '../../app/record/diff.ts';
import { isLarge, joinSlices, slicesOf } from '../../app/record/slice-diff.ts';
import type { OutboxRow, ProjectDatabase } from './database.ts';

/** Slices of one change stand between its position and the next one, in order. */
const slicesAtMost = 2 ** 20;

/** The changes that the journal has not acknowledged yet, in the order in which they were made. */
export async function readOutbox(database: ProjectDatabase): Promise<readonly OutboxRow[]> {
  const rows = await database.outbox.orderBy('position').toArray();
  const slices = new Map<number, OutboxRow[]>();
  for (const row of rows) {
    const position = Math.floor(row.position);
    slices.set(position, [...(slices.get(position) ?? []), row]);
  }
  return [...slices].flatMap(([position, [first, ...others]]) => {
    if (first === undefined) return [];
    if (others.length === 0) return [{ ...first, position }];
    const diff = joinSlices([first, ...others].map(({ change }) => change.diff));
    return [{ position, change: { ...first.change, diff } }];
  });
}

/**
 * Puts a change into the outbox, inside the caller's transaction. One of many records takes several rows, so that the
 * window does not stand still while it is copied.
 */
export async function putIntoOutbox(
  database: ProjectDatabase,
  { position, change }: OutboxRow,
): Promise<void> {
  const slices: Iterable<Diff> = isLarge(change.diff) ? slicesOf(change.diff) : [change.diff];
  let index = 0;
  for (const diff of slices) {
    await database.outbox.put({
      position: position + index / slicesAtMost,
      change: { ...change, diff },
    });
    index += 1;
  }
}

/** Takes the changes at these positions out, inside the caller's transaction. */
export async function takeFromOutbox(
  database: ProjectDatabase,
  positions: readonly number[],
): Promise<void> {
  await database.outbox
    .where('position')
    .inAnyRange(
      positions.map((position) => [position, position + 1]),
      { includeLowers: true, includeUppers: false },
    )
    .delete();
}
