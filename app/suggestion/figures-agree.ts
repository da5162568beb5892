import type { Figure } from '../fact/facts.ts';

/** "about 200" may be so far off, in parts of itself. */
const aboutShare = 0.1;
/** Rounding that a notation does not show: half a step of it, but not more than this part of the figure. */
const roundingShare = 0.04;
/** "over 200" is seldom said of more than this many times as much. */
const overTimes = 3;
/** "nearly 200" and "fewer than 200" of less than this part. */
const underShare = 0.5;

/** What a figure may mean, from least to most, by its bound and its rounding (rule B11). */
function figureSpan({ least, most, bound, step, unit }: Figure): readonly [number, number] {
  const [low, high] = [Math.min(least, most), Math.max(least, most)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  // People and ships are counted one by one; what is measured is rounded even where no nought shows it.
  const isCounted = unit.kind === 'count' && step <= 1;
  const rounding = isCounted ? 0 : Math.min(step / 2, size * roundingShare) * (1 + 1e-9);
  const about = size * aboutShare;
  switch (bound) {
    case 'exact':
      return [low - rounding, high + rounding];
    case 'about':
      return [low - about - rounding, high + about + rounding];
    case 'over':
    case 'least':
      return [low - rounding, high * overTimes];
    case 'under':
      return [low * underShare, high + rounding];
    case 'most':
      return [0, high + rounding];
    case 'vague':
      return [low, high];
  }
}

/** Whether two figures of one unit may both be true: approximations, ranges and rounding counted (rule B11). */
export function figuresAgree(one: Figure, other: Figure): boolean {
  const [low, high] = figureSpan(one);
  const [otherLow, otherHigh] = figureSpan(other);
  return low <= otherHigh && otherLow <= high;
}

/** How far two figures are apart, of the larger: 0 to 1. */
export function figureDistance(one: Figure, other: Figure): number {
  const [first, second] = [(one.least + one.most) / 2, (other.least + other.most) / 2];
  const size = Math.max(Math.abs(first), Math.abs(second));
  return size === 0 ? 0 : Math.min(1, Math.abs(first - second) / size);
}
