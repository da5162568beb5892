import type { FocusedCurve } from '../../session/links/focused-curves.ts';
import { linkCurve } from '../../session/links/link-parts.ts';

const namespace = 'http://www.w3.org/2000/svg';

/**
 * Draws the curves whose two markers are in view into the layer over `desk`; the others are not drawn. Measures two boxes a
 * curve, all before anything is written: one layout.
 */
export function drawCurves(
  layer: SVGSVGElement,
  desk: HTMLElement,
  curves: readonly FocusedCurve[],
): void {
  const group = layer.querySelector('.link-curves');
  if (group === null) return;
  const origin = layer.getBoundingClientRect();
  const boxes = new Map<string, DOMRect | null>();
  const boxOf = (id: string): DOMRect | null => {
    const known = boxes.get(id);
    if (known !== undefined) return known;
    const box = markerBox(desk, id);
    boxes.set(id, box);
    return box;
  };
  const drawn = curves.flatMap((curve) => {
    const [from, to] = [boxOf(curve.from), boxOf(curve.to)];
    if (from === null || to === null) return [];
    const leftmost = paneLeft(desk, curve.from);
    return [shape(layer.ownerDocument, curve, from, to, leftmost)];
  });
  group.setAttribute('transform', `translate(${-origin.left} ${-origin.top})`);
  group.replaceChildren(...drawn);
}

/** The marker of an annotation, or the one that says how many more there are on its line. */
function markerOf(desk: HTMLElement, id: string): HTMLElement | null {
  return desk.querySelector(`.reader-marker[data-key="${id}"], .reader-more[data-ids~="${id}"]`);
}

/** Where the marker of an annotation is on the screen; `null`: it is not in view. */
function markerBox(desk: HTMLElement, id: string): DOMRect | null {
  const marker = markerOf(desk, id);
  const view = marker?.closest('.reader')?.getBoundingClientRect();
  if (marker === null || view === undefined) return null;
  const box = marker.getBoundingClientRect();
  const middle = box.top + box.height / 2;
  return middle >= view.top && middle <= view.bottom ? box : null;
}

function paneLeft(desk: HTMLElement, id: string): number {
  return (markerOf(desk, id)?.closest('.reader')?.getBoundingClientRect().left ?? 0) + 2;
}

function shape(
  document: Document,
  curve: FocusedCurve,
  from: DOMRect,
  to: DOMRect,
  leftmost: number,
): SVGElement {
  const { line, head, middle } = linkCurve(from, to, leftmost);
  const group = document.createElementNS(namespace, 'g');
  group.setAttribute('class', 'link-curve');
  group.dataset.line = curve.line;
  group.dataset.color = String(curve.color);
  group.dataset.from = curve.from;
  group.dataset.to = curve.to;
  const add = (name: string, data: string): void => {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('class', name);
    path.setAttribute('d', data);
    group.append(path);
  };
  // What lies below keeps the line legible over the text.
  add('link-curve-ground', line);
  add('link-curve-line', line);
  if (curve.line === 'double') add('link-curve-gap', line);
  if (!curve.symmetric) add('link-curve-head', head);
  if (middle !== null) {
    const text = document.createElementNS(namespace, 'text');
    text.setAttribute('class', 'link-curve-relation');
    text.setAttribute('x', String(middle[0]));
    text.setAttribute('y', String(middle[1] - 5));
    text.textContent = curve.relation;
    group.append(text);
  }
  return group;
}
