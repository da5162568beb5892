import type { AlignedTexts } from './aligned-texts.ts';
import type { SoughtRange } from './find-places.ts';
import type { MappedRange } from './map-range.ts';

/** Most that a place outside of the expected stretch gets: nearness alone must not decide between equals. */
const outside = 0.28;
/** At so many code units away it is half of that. */
const half = 600;

/**
 * 0 to 1: how near a place is to where the words around the sought ones are now. 1 between the nearest words before and
 * behind them that both texts have. Falls quickly outside of it.
 */
export function nearness(texts: AlignedTexts, sought: SoughtRange, range: MappedRange): number {
  const { old, young, pairedBefore, pairedBehind } = texts;
  const before = sought.from > 0 ? (pairedBefore[sought.from - 1] ?? -1) : -1;
  const behind = sought.to < old.count ? (pairedBehind[sought.to] ?? young.count) : young.count;
  const from = before < 0 ? 0 : (young.ends[before] ?? 0);
  const to = behind >= young.count ? young.text.length : (young.starts[behind] ?? 0);
  if (range.start >= from && range.end <= to) return 1;
  const distance = Math.max(from - range.start, range.end - to);
  return (outside * half) / (half + distance);
}
