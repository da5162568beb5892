import type { Maker } from '../base/maker.ts';
import type { Change } from './change.ts';
import type { Diff } from './diff.ts';

/** A change as it is saved and journalled: the diff with the name of its command, its maker and its time. */
export function newChange(maker: Maker, name: string, diff: Diff): Change {
  return { id: maker.id(), name, author: maker.author, at: maker.now(), diff };
}
