import { heaviestInOrder } from './heaviest-in-order.ts';

/** Where a passage stands in a text as it is drawn, in pixels from the text's top. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Two places that are to stand at one height, with how much hangs on it. */
export interface Joint {
  readonly left: Extent;
  readonly right: Extent;
  /** Above 0. */
  readonly weight: number;
}

/** A height of one text and the height of the other that stands beside it; between two knots lies a straight line. */
export interface ScrollKnot {
  readonly left: number;
  readonly right: number;
}

/**
 * How one text is scrolled with another (rule W9): tops lie beside tops, ends beside ends, and joints beside each other,
 * as many as keep one order and weigh most. Around the top of a joint both move alike, as far as `reach` pixels or a third
 * of the way to the next one; between them one goes faster than the other. Both ascend strictly.
 */
export function scrollKnots(
  joints: readonly Joint[],
  leftHeight: number,
  rightHeight: number,
  reach: number,
): readonly ScrollKnot[] {
  const ends = [
    { left: 0, right: 0 },
    { left: Math.max(1, leftHeight), right: Math.max(1, rightHeight) },
  ] as const;
  const tops = topsInOrder(joints, ends[1]);
  const knots: ScrollKnot[] = [];
  for (const [index, { left, right }] of tops.entries()) {
    const before = tops[index - 1] ?? ends[0];
    const after = tops[index + 1] ?? ends[1];
    const up = Math.min(reach, (left - before.left) / 3, (right - before.right) / 3);
    const down = Math.min(reach, (after.left - left) / 3, (after.right - right) / 3);
    knots.push({ left: left - up, right: right - up });
    knots.push({ left: left + down, right: right + down });
  }
  return [ends[0], ...knots, ends[1]];
}

/** The tops of the joints that are kept, in whole pixels, apart from each other and from both ends. */
function topsInOrder(joints: readonly Joint[], end: ScrollKnot): readonly ScrollKnot[] {
  const inside = joints
    .map(({ left, right, weight }) => ({
      left: Math.round(left.top),
      right: Math.round(right.top),
      weight,
    }))
    .filter(
      ({ left, right }) => left > 0 && right > 0 && left <= end.left - 1 && right <= end.right - 1,
    );
  // By their places among each other: pixels would make the width that of the text.
  const rights = [...new Set(inside.map(({ right }) => right))].sort((one, other) => one - other);
  const places = new Map(rights.map((right, place) => [right, place]));
  const ranked = inside.map((joint) => ({
    ...joint,
    at: joint.right,
    right: places.get(joint.right) ?? 0,
  }));
  return heaviestInOrder(ranked, rights.length).map(({ left, at }) => ({ left, right: at }));
}

/** The height of the right text beside a height of the left one. Heights beyond the ends are the ends. O(log knots). */
export function heightBeside(knots: readonly ScrollKnot[], left: number): number {
  let low = 1;
  let high = knots.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((knots[middle]?.left ?? 0) < left) low = middle + 1;
    else high = middle;
  }
  const before = knots[low - 1];
  const after = knots[low];
  if (before === undefined || after === undefined) return 0;
  const share = (left - before.left) / (after.left - before.left);
  return before.right + Math.min(1, Math.max(0, share)) * (after.right - before.right);
}

/** The knots for the way back: which height of the left text lies beside one of the right. */
export function turnedAbout(knots: readonly ScrollKnot[]): readonly ScrollKnot[] {
  return knots.map(({ left, right }) => ({ left: right, right: left }));
}

/** A text that scrolls: how far it is scrolled, how far it can be, and how much of it is in view, in pixels. */
export interface Scrolling {
  readonly top: number;
  readonly most: number;
  readonly view: number;
}

/** What is read stands so far down the view, but near a text's top and end. */
const third = 1 / 3;

/**
 * The height that is being read: a third down the view. At the top of a text it is the first line and at its end the last
 * one, over half a view (or half of the way, if that is less) coming from there and going there; so whatever is in a text
 * comes to stand on the reading line. Ascends strictly with `top`.
 */
export function readingLine({ top, most, view }: Scrolling): number {
  if (most <= 0) return 0;
  const at = Math.min(most, Math.max(0, top));
  const ramp = Math.min(view, most) / 2;
  const down = Math.min(1, at / ramp) * third;
  const end = Math.max(0, 1 - (most - at) / ramp) * (1 - third);
  return at + view * (down + end);
}

/** How far a text is to be scrolled so that a height is the reading line. To a quarter of a pixel. */
export function scrolledTo(line: number, { most, view }: Omit<Scrolling, 'top'>): number {
  let low = 0;
  let high = Math.max(0, most);
  while (high - low > 0.25) {
    const middle = (low + high) / 2;
    if (readingLine({ top: middle, most, view }) < line) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * How far the other text is to be scrolled, so that what lies beside the reading line stands at its height. `knots` from
 * the first text to the other.
 */
export function scrolledWith(
  knots: readonly ScrollKnot[],
  leader: Scrolling,
  follower: Pick<Scrolling, 'most'>,
): number {
  const line = readingLine(leader);
  const beside = heightBeside(knots, line);
  return Math.min(follower.most, Math.max(0, beside - (line - leader.top)));
}
