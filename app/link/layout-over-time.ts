import {
  compareByArticle,
  type GraphLayout,
  type LayoutGuide,
  type LayoutTask,
  outletHeading,
  outletsInOrder,
} from './graph-layout.ts';
import { timeMarks } from './time-marks.ts';

const rowHeight = 24;
/** Points of one row stand at least so far apart. */
const apart = 26;
/** Between one lane and the next; the heading stands in it. */
const laneGap = 44;
const fewestWide = 900;
/** Width of the picture against its height, about. */
const shape = 1.6;
/** How much of the picture a point takes, as things go: not every place of a row is taken. */
const spacious = 2 * apart * rowHeight;

/**
 * Points from left to right by the time that their article was published or their claim was made, in a lane for each
 * outlet, claims above. A claim that says no time stands where the earliest of what is joined to it stands. What has no date
 * stands to the right of all others, under a mark that says so. Where several have the same time they stand below each other.
 * O(n log n + n × rows of a lane).
 */
export function layoutOverTime(task: LayoutTask): GraphLayout {
  const { nodes } = task;
  const points = new Float64Array(nodes.length * 2);
  const moments = momentsOf(task);
  const known = moments.filter(Number.isFinite);
  const first = known.reduce((least, moment) => Math.min(least, moment), Number.POSITIVE_INFINITY);
  const last = known.reduce((most, moment) => Math.max(most, moment), Number.NEGATIVE_INFINITY);
  const width = Math.max(fewestWide, Math.sqrt(nodes.length * spacious * shape));
  const span = Math.max(1, last - first);
  const xOf = (moment: number): number =>
    Number.isFinite(moment) ? ((moment - first) / span) * width : width + apart * 4;
  const guides: LayoutGuide[] = [];
  let y = 0;
  for (const { title, places } of lanesOf(nodes)) {
    guides.push({ kind: 'heading', text: title, x: -apart, y });
    y += rowHeight;
    const ends: number[] = [];
    const sorted = [...places].sort((one, other) => {
      const [a, b] = [moments[one] ?? 0, moments[other] ?? 0];
      if (a !== b) return a < b ? -1 : 1;
      return compareByArticle(nodes, one, other);
    });
    for (const place of sorted) {
      const x = xOf(moments[place] ?? Number.POSITIVE_INFINITY);
      const free = ends.findIndex((end) => end + apart <= x);
      const row = free === -1 ? ends.length : free;
      ends[row] = x;
      points[place * 2] = x;
      points[place * 2 + 1] = y + row * rowHeight;
    }
    y += ends.length * rowHeight + laneGap;
  }
  const marks = known.length === 0 ? [] : timeMarks(first, last);
  const top = -rowHeight * 2;
  for (const { moment, text } of marks) {
    guides.push({ kind: 'mark', text, x: xOf(moment), top, bottom: y });
  }
  if (known.length < moments.length) {
    const x = xOf(Number.POSITIVE_INFINITY);
    guides.push({ kind: 'mark', text: 'date not known', x, top, bottom: y });
  }
  return { points, guides };
}

function lanesOf(
  nodes: LayoutTask['nodes'],
): readonly { readonly title: string; readonly places: readonly number[] }[] {
  const placesOf = (wanted: (node: LayoutTask['nodes'][number]) => boolean): readonly number[] =>
    nodes.flatMap((node, place) => (wanted(node) ? [place] : []));
  const claims = placesOf(({ kind }) => kind === 'claim');
  const outlets = outletsInOrder(
    nodes.flatMap(({ kind, outlet }) => (kind === 'claim' ? [] : [outlet])),
  );
  const lanes = outlets.map((outlet) => ({
    title: outletHeading(outlet),
    places: placesOf((node) => node.kind !== 'claim' && node.outlet === outlet),
  }));
  return claims.length === 0 ? lanes : [{ title: 'Claims', places: claims }, ...lanes];
}

function momentsOf({ nodes, ends }: LayoutTask): readonly number[] {
  const moments = nodes.map(({ moment }) => moment);
  const take = (place: number, other: number): void => {
    const node = nodes[place];
    if (node?.kind !== 'claim' || Number.isFinite(node.moment)) return;
    moments[place] = Math.min(
      moments[place] ?? Number.POSITIVE_INFINITY,
      nodes[other]?.moment ?? Number.POSITIVE_INFINITY,
    );
  };
  for (let index = 0; index < ends.length; index += 2) {
    const [from = 0, to = 0] = [ends[index], ends[index + 1]];
    take(from, to);
    take(to, from);
  }
  return moments;
}
