import type { BriefLine } from './brief-lines.ts';
import type { CheckPlace } from './check-item.ts';

/** The place of [start, end) of a line's text. */
export function placeOf(line: BriefLine, start: number, end: number): CheckPlace {
  const from = line.positions[start] ?? 0;
  return { path: line.path, range: { from, to: line.positions[end] ?? from } };
}

/** Orders places as a document is read: below 0, 0, above 0. */
export function inReadingOrder(one: CheckPlace, other: CheckPlace): number {
  for (let depth = 0; ; depth += 1) {
    const [first, second] = [one.path[depth], other.path[depth]];
    if (first === undefined || second === undefined) {
      return (one.range?.from ?? 0) - (other.range?.from ?? 0);
    }
    if (first !== second) return first - second;
  }
}
