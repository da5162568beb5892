import type { Direction } from '../../../app/link/find-point.ts';
import type { Session } from '../session.ts';
import { activatePoint, focusPoint, leaveFocus, leavePoint, openPoint } from './graph-actions.ts';
import type { GraphScene } from './graph-scene.ts';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const ways: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};
const zoomStep = 1.25;
/** Pixels that a press moves what is seen, or a point. */
const panStep = 80;
const shiftStep = 16;

/** Keys of the drawing. `true`: handled. `isCalm`: no movement that nobody asked for. */
export function handleGraphKey(
  session: Session,
  scene: GraphScene,
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  isCalm: boolean,
): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const { graph: state } = session.get();
  const { graph } = scene;
  const place = state.active === null ? undefined : graph.places.get(state.active);
  const node = place === undefined ? undefined : graph.nodes[place];
  const direction = arrows[event.key];
  if (direction !== undefined) {
    const [ux, uy] = ways[direction];
    if (event.shiftKey) scene.pan(-ux * panStep, -uy * panStep);
    else if (event.altKey) {
      if (place !== undefined) scene.shift(place, ux * shiftStep, uy * shiftStep);
    } else step(session, scene, place, direction);
    return true;
  }
  if (event.altKey) return false;
  switch (event.key) {
    case '+':
    case '=':
      scene.zoom(zoomStep);
      return true;
    case '-':
      scene.zoom(1 / zoomStep);
      return true;
    case '0':
      scene.fit();
      return true;
    case 'Home':
      goTo(session, scene, scene.figures.order[0] ?? null);
      return true;
    case 'Enter':
      if (node !== undefined) openPoint(session, node);
      return node !== undefined;
    case 'f':
      if (node !== undefined) focusPoint(session, node, state.focus?.steps ?? 1);
      else session.say('Go to a point first: arrow keys lead from one to the next.');
      return true;
    case 'u':
      if (scene.pinned > 0) scene.unpin(isCalm);
      return true;
    case 'Escape':
      return leaveFocus(session) || leavePoint(session);
    default:
      return chooseSteps(session, scene, event.key);
  }
}

/** 1 to 5: how many steps the focus goes; without one, the point that the keyboard is on gets it. */
function chooseSteps(session: Session, scene: GraphScene, key: string): boolean {
  if (!/^[1-5]$/.test(key)) return false;
  const { focus, active } = session.get().graph;
  const id = focus?.id ?? active;
  const place = id === null ? undefined : scene.graph.places.get(id);
  const node = place === undefined ? undefined : scene.graph.nodes[place];
  if (node !== undefined) focusPoint(session, node, Number(key));
  return node !== undefined;
}

function step(
  session: Session,
  scene: GraphScene,
  from: number | undefined,
  direction: Direction,
): void {
  if (from === undefined) {
    goTo(session, scene, scene.middlePlace());
    return;
  }
  const next = scene.towards(from, direction);
  if (next === null) session.say('There is no point farther on in that direction.');
  else goTo(session, scene, next);
}

function goTo(session: Session, scene: GraphScene, place: number | null): void {
  if (place === null) return;
  activatePoint(session, scene.graph, place);
  scene.reveal(place);
}
