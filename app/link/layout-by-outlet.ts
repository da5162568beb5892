import {
  compareByArticle,
  type GraphLayout,
  type LayoutGuide,
  type LayoutTask,
  outletHeading,
  outletsInOrder,
} from './graph-layout.ts';

/** Room for a point with its label beside it. */
const columnWidth = 230;
const rowHeight = 24;
/** Between one outlet and the next. */
const gap = 60;
/** Columns are not made shorter than this for the sake of the picture's shape. */
const fewestRows = 8;
/** Width of the picture against its height. */
const shape = 0.9;

/**
 * Points in columns, one outlet beside the other, claims in front; in a column articles by date, each before its passages.
 * An outlet with many has several columns. O(n log n).
 */
export function layoutByOutlet({ nodes }: LayoutTask): GraphLayout {
  const points = new Float64Array(nodes.length * 2);
  const guides: LayoutGuide[] = [];
  const claims = nodes.flatMap(({ kind }, place) => (kind === 'claim' ? [place] : []));
  const others = nodes.flatMap(({ kind }, place) => (kind === 'claim' ? [] : [place]));
  const byOutlet = new Map<string | null, number[]>();
  for (const place of others) {
    const outlet = nodes[place]?.outlet ?? null;
    const list = byOutlet.get(outlet);
    if (list === undefined) byOutlet.set(outlet, [place]);
    else list.push(place);
  }
  const groups = [
    { title: 'Claims', places: claims },
    ...outletsInOrder(byOutlet.keys()).map((outlet) => ({
      title: outletHeading(outlet),
      places: inReadingOrder(nodes, byOutlet.get(outlet) ?? []),
    })),
  ].filter(({ places }) => places.length > 0);
  const fit = Math.sqrt((nodes.length * columnWidth) / (rowHeight * shape));
  const rows = Math.max(fewestRows, Math.ceil(fit));
  let x = 0;
  for (const { title, places } of groups) {
    guides.push({ kind: 'heading', text: title, x, y: -rowHeight * 1.5 });
    // Of much the same height, so that none has a few points alone.
    const columns = Math.max(1, Math.round(places.length / rows));
    const height = Math.ceil(places.length / columns);
    for (const [index, place] of places.entries()) {
      points[place * 2] = x + Math.floor(index / height) * columnWidth;
      points[place * 2 + 1] = (index % height) * rowHeight;
    }
    x += columns * columnWidth + gap;
  }
  return { points, guides };
}

function inReadingOrder(nodes: LayoutTask['nodes'], places: readonly number[]): readonly number[] {
  return [...places].sort((one, other) => {
    const [a, b] = [nodes[one], nodes[other]];
    if (a === undefined || b === undefined) return 0;
    if (a.moment !== b.moment) return a.moment < b.moment ? -1 : 1;
    return compareByArticle(nodes, one, other);
  });
}
