/** A box on the screen, in pixels: what an arrow begins or ends at. */
export interface CurveBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An arrow as SVG draws it. */
export interface LinkCurve {
  /** Path data of the line. */
  readonly line: string;
  /** Path data of the head; not to be drawn for a link without direction. */
  readonly head: string;
  /** The middle of the line, for a word on it; `null` where there is no room for one. */
  readonly middle: readonly [x: number, y: number] | null;
}

/** Boxes whose middles are nearer to each other across are one above the other. */
const oneColumn = 90;
/** And those nearer than this up and down stand on one line. */
const oneLine = 14;
const gap = 3;
const headLength = 7;
const headWidth = 4;
const widestBow = 46;

/**
 * A thin curve from one marker to another (rule L10). Side by side it leaves sideways and arrives sideways; one above the
 * other it is a bow to the left of both, which keeps clear of the text, and no further left than `leftmost`; on one line it is
 * a bow above both.
 */
export function linkCurve(from: CurveBox, to: CurveBox, leftmost: number): LinkCurve {
  const [one, other] = [middleOf(from), middleOf(to)];
  const across = other[0] - one[0];
  if (Math.abs(across) >= oneColumn) return sideways(from, to, Math.sign(across) as 1 | -1);
  if (Math.abs(other[1] - one[1]) < oneLine) return above(from, to);
  return bow(from, to, leftmost);
}

function sideways(from: CurveBox, to: CurveBox, sign: 1 | -1): LinkCurve {
  const edge = ({ left, width }: CurveBox, side: 1 | -1): number =>
    side === 1 ? left + width + gap : left - gap;
  const [x1, y1] = [edge(from, sign), middleOf(from)[1]];
  const [x2, y2] = [edge(to, -sign as 1 | -1), middleOf(to)[1]];
  const reach = (x2 - x1) / 2;
  return {
    line: path(x1, y1, x1 + reach, y1, x2 - reach, y2, x2, y2),
    head: head(x2, y2, sign, 0),
    middle: [(x1 + x2) / 2, (y1 + y2) / 2],
  };
}

function bow(from: CurveBox, to: CurveBox, leftmost: number): LinkCurve {
  const [x1, y1] = [from.left - gap, middleOf(from)[1]];
  const [x2, y2] = [to.left - gap, middleOf(to)[1]];
  // A cubic curve reaches three quarters of the way to its handles.
  const room = Math.max(headLength + 3, (Math.min(x1, x2) - leftmost) / 0.75);
  const width = Math.min(widestBow, 14 + Math.abs(y2 - y1) / 8, room);
  return {
    line: path(x1, y1, x1 - width, y1, x2 - width, y2, x2, y2),
    head: head(x2, y2, 1, 0),
    middle: null,
  };
}

function above(from: CurveBox, to: CurveBox): LinkCurve {
  const [x1, y1] = [middleOf(from)[0], from.top - gap];
  const [x2, y2] = [middleOf(to)[0], to.top - gap];
  const rise = 18;
  return {
    line: path(x1, y1, x1, y1 - rise, x2, y2 - rise, x2, y2),
    head: head(x2, y2, 0, 1),
    middle: null,
  };
}

function middleOf({ left, top, width, height }: CurveBox): readonly [number, number] {
  return [left + width / 2, top + height / 2];
}

function path(...numbers: readonly number[]): string {
  const [x1, y1, ...rest] = numbers.map((number) => Math.round(number * 10) / 10);
  return `M${x1} ${y1}C${rest.join(' ')}`;
}

/** Two strokes that meet at the tip; `(dx, dy)` is the direction in which the line arrives, of length 1. */
function head(x: number, y: number, dx: number, dy: number): string {
  const back = [x - dx * headLength, y - dy * headLength] as const;
  const [one, other] = [1, -1].map((side) =>
    [back[0] - dy * headWidth * side, back[1] + dx * headWidth * side]
      .map((number) => Math.round(number * 10) / 10)
      .join(' '),
  );
  return `M${one}L${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}L${other}`;
}
