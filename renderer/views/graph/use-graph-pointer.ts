import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { activatePoint, openPoint } from '../../session/graph/graph-actions.ts';
import type { GraphScene } from '../../session/graph/graph-scene.ts';
import { useSession } from '../parts/session-context.ts';

/** A press that goes no farther is a click. */
const clickReach = 4;
/** One notch of a wheel zooms by a fifth. */
const wheelSpeed = 0.0018;
/** Pixels of a line and of a page, as wheels count. */
const wheelUnits = [1, 16, 400];

interface Drag {
  /** The point that is dragged; `null`: the view. */
  readonly place: number | null;
  x: number;
  y: number;
  moved: number;
}

/** What the pointer does on the drawing: hover, choose, open, drag a point or the view, zoom to where it is. */
export function useGraphPointer(scene: RefObject<GraphScene | null>): {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: () => void;
  readonly onDoubleClick: (event: React.MouseEvent<HTMLElement>) => void;
} {
  const session = useSession();
  const drag = useRef<Drag | null>(null);

  useEffect(() => {
    // React listens to the wheel passively, where scrolling can't be prevented.
    const element = document.querySelector<HTMLElement>('.graph-frame');
    if (element === null) return;
    const abort = new AbortController();
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const unit = wheelUnits[event.deltaMode] ?? 1;
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      scene.current?.zoom(Math.exp(-event.deltaY * unit * wheelSpeed), at);
    };
    element.addEventListener('wheel', onWheel, { passive: false, signal: abort.signal });
    return () => abort.abort();
  }, [scene]);

  const at = (event: { currentTarget: HTMLElement; clientX: number; clientY: number }) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top] as const;
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0 || scene.current === null) return;
      const [x, y] = at(event);
      drag.current = { place: scene.current.placeAt(x, y), x, y, moved: 0 };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event) {
      const present = scene.current;
      if (present === null) return;
      const [x, y] = at(event);
      const dragged = drag.current;
      if (dragged === null) {
        const place = present.placeAt(x, y);
        present.setHovered(place);
        event.currentTarget.style.cursor = place === null ? 'grab' : 'pointer';
        return;
      }
      const [dx, dy] = [x - dragged.x, y - dragged.y];
      dragged.moved += Math.abs(dx) + Math.abs(dy);
      if (dragged.moved < clickReach) return;
      if (dragged.place === null) present.pan(dx, dy);
      else present.shift(dragged.place, dx, dy);
      dragged.x = x;
      dragged.y = y;
    },
    onPointerUp() {
      const dragged = drag.current;
      drag.current = null;
      const present = scene.current;
      if (dragged === null || present === null) return;
      if (dragged.moved < clickReach && dragged.place !== null) {
        activatePoint(session, present.graph, dragged.place);
      }
    },
    onPointerCancel() {
      drag.current = null;
    },
    onPointerLeave() {
      scene.current?.setHovered(null);
    },
    onDoubleClick(event) {
      const present = scene.current;
      const place = present?.placeAt(...at(event)) ?? null;
      const node = place === null ? undefined : present?.graph.nodes[place];
      if (node !== undefined) openPoint(session, node);
    },
  };
}
