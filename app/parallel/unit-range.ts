import type { TextUnits } from '../compare/text-units.ts';
import type { UnitRange } from './judge-passage.ts';

/** The units that lie, wholly or in part, in a range of code units. Cost: the logarithm of their count. */
export function unitRangeOf(units: TextUnits, start: number, end: number): UnitRange {
  return {
    from: firstFrom(units, (at) => endAt(units, at) > start),
    to: firstFrom(units, (at) => (units.starts[at] ?? 0) >= end),
  };
}

function endAt({ starts, lengths }: TextUnits, at: number): number {
  return (starts[at] ?? 0) + (lengths[at] ?? 0);
}

/** The first unit of which something is true that is true of all after it. */
function firstFrom({ count }: TextUnits, isTrue: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
