/** A label that has room, in pixels of what is seen; its text begins at `x`, its middle is at `y`. */
export interface PlacedLabel {
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

/** What labels are chosen from. */
export interface LabelChoice {
  /** Places of points, what must be named first. */
  readonly order: Iterable<number>;
  /** Where a point is seen, and its radius there. */
  readonly at: (place: number) => readonly [x: number, y: number, radius: number];
  /** Width of a point's label. */
  readonly width: (place: number) => number;
  readonly height: number;
  readonly view: { readonly width: number; readonly height: number };
  readonly most: number;
}

/** Between a point and its label. */
const besides = 4;

/**
 * The labels that can be read: in their order, each whose place is not taken by one before it (rule L15). What is out of sight
 * has none. Cost: the points, times the labels of a line.
 */
export function chooseLabels(choice: LabelChoice): readonly PlacedLabel[] {
  const { view, height } = choice;
  const chosen: PlacedLabel[] = [];
  const taken = new Map<number, [left: number, right: number, top: number][]>();
  for (const place of choice.order) {
    if (chosen.length >= choice.most) break;
    const [pointX, y, radius] = choice.at(place);
    if (pointX < -radius || pointX > view.width || y < -height || y > view.height + height)
      continue;
    const left = pointX + radius + besides;
    const right = left + choice.width(place);
    const top = y - height / 2;
    const rows = [Math.floor(top / height), Math.floor((top + height) / height)];
    const isFree = rows.every((row) =>
      (taken.get(row) ?? []).every(
        ([from, to, otherTop]) => right <= from || left >= to || Math.abs(otherTop - top) >= height,
      ),
    );
    if (!isFree) continue;
    for (const row of rows) {
      const list = taken.get(row);
      if (list === undefined) taken.set(row, [[left, right, top]]);
      else list.push([left, right, top]);
    }
    chosen.push({ place, x: left, y });
  }
  return chosen;
}

/** About how wide a text is in the typeface of the interface at a size, for choosing: letters are half as wide as high. */
export function roughWidth(text: string, size: number): number {
  let units = 0;
  for (const sign of text) units += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 1 : 0.55;
  return units * size;
}
