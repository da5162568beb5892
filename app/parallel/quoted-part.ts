import { type TextUnits, unitFlags, unitKinds } from '../compare/text-units.ts';
import { isQuoted, type UnitRange } from './judge-passage.ts';

/** So many words of a quotation, at its beginning or end, belong to a passage of it, whether others have them or not. */
const mostAdded = 3;

/**
 * A passage that is mostly quoted, without what stands before and after the quotation marks, and with the words within them
 * that it lacks: who quotes "We had promised" for "We have promised" has another wording, and has not cut two words.
 */
export function quotedPart(units: TextUnits, range: UnitRange): UnitRange {
  if (!isQuoted(units, range)) return range;
  const isOut = (at: number): boolean => !isQuotedAt(units, at);
  let { from, to } = range;
  while (from < to && isOut(from)) from += 1;
  while (to > from && isOut(to - 1)) to -= 1;
  // A word is not parted from its end.
  while (from > range.from && isInside(units, from)) from -= 1;
  while (to < range.to && isInside(units, to)) to += 1;
  return { from: from - addedBefore(units, from), to: to + addedAfter(units, to) };
}

/** How many units there are from the beginning of the quotation; 0 where they are too many. */
function addedBefore(units: TextUnits, from: number): number {
  for (let added = 0; added <= mostAdded; added += 1) {
    const at = from - added;
    if (at === 0 || startsBlock(units, at) || !isQuotedAt(units, at - 1)) return added;
  }
  return 0;
}

function addedAfter(units: TextUnits, to: number): number {
  for (let added = 0; added <= mostAdded; added += 1) {
    const at = to + added;
    if (at >= units.count || startsBlock(units, at) || !isQuotedAt(units, at)) return added;
  }
  return 0;
}

function isQuotedAt({ flags }: TextUnits, at: number): boolean {
  return ((flags[at] ?? 0) & unitFlags.quoted) !== 0;
}

function startsBlock({ flags }: TextUnits, at: number): boolean {
  return ((flags[at] ?? 0) & unitFlags.startsBlock) !== 0;
}

function isInside({ flags }: TextUnits, at: number): boolean {
  const kind = (flags[at] ?? 0) & unitFlags.kind;
  return kind === unitKinds.tail || kind === unitKinds.more;
}
