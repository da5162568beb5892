import { type Direction, pointAt, pointTowards } from '../../../app/link/find-point.ts';
import { emptyGraph, type Graph, haveSameShape } from '../../../app/link/graph.ts';
import {
  type GraphLayout,
  type GraphLayoutKind,
  layoutTask,
} from '../../../app/link/graph-layout.ts';
import type { GraphColors } from '../../../app/link/graph-svg.ts';
import { samePoints } from '../../../app/link/same-graph.ts';
import { figuresOf, type GraphFigures, type GraphTransform, nodeScale } from './graph-picture.ts';
import { type GraphThread, startGraphThread } from './graph-thread.ts';
import { fitted, revealing, zoomed } from './graph-transform.ts';
import { paintGraph } from './paint-graph.ts';

/** What is left out while it moves comes back after so many milliseconds of rest. */
const rest = 140;
/** How near a press must be to a point, in pixels. */
const reach = 12;

/** How far a layout is: none yet, a first picture that moves on, at rest. */
export type SceneProgress = 'waiting' | 'settling' | 'settled';

/**
 * The drawn graph: where its points stand, what is seen of it, and the canvas that shows it. It draws at most once a frame.
 * Made for a canvas, which it keeps until `end`.
 */
export class GraphScene {
  readonly #canvas: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #thread: GraphThread;
  readonly #onProgress: (progress: SceneProgress) => void;
  #figures: GraphFigures = figuresOf(emptyGraph, 'force');
  #kind: GraphLayoutKind = 'force';
  #layout: GraphLayout = { points: new Float64Array(0), guides: [] };
  #progress: SceneProgress = 'waiting';
  #transform: GraphTransform = { scale: 1, x: 0, y: 0 };
  #size = { width: 0, height: 0 };
  #colors: GraphColors | null = null;
  #active: number | null = null;
  #hovered: number | null = null;
  /** Where points were put by hand, by id. */
  readonly #pins = new Map<string, readonly [x: number, y: number]>();
  /** Whether the view follows the layout: until the analyst moves it. */
  #follows = true;
  #isMoving = false;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | null = null;

  constructor(
    canvas: HTMLCanvasElement,
    on: { onProgress(progress: SceneProgress): void; onFailure(message: string): void },
  ) {
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('The window gave no canvas to draw on.');
    this.#canvas = canvas;
    this.#context = context;
    this.#onProgress = on.onProgress;
    this.#thread = startGraphThread(on.onFailure);
  }

  get graph(): Graph {
    return this.#figures.graph;
  }

  get layout(): GraphLayout {
    return this.#layout;
  }

  get kind(): GraphLayoutKind {
    return this.#kind;
  }

  get figures(): GraphFigures {
    return this.#figures;
  }

  /**
   * Shows another graph, or the same in another layout. Points that are there already go on from where they stand; what was
   * put by hand stays until the layout is another one, and so does what the analyst has in view while the points are the
   * same ones. `isCalm`: only the first picture and the last are shown.
   */
  show(graph: Graph, kind: GraphLayoutKind, isCalm: boolean): void {
    const before = this.#figures.graph;
    if (before === graph && kind === this.#kind && this.#progress !== 'waiting') return;
    // What a point is called or its colour may be another one, as after writing a note: nothing has to move for that.
    if (kind === this.#kind && this.#progress === 'settled' && haveSameShape(before, graph)) {
      this.#figures = figuresOf(graph, kind);
      this.#draw();
      return;
    }
    if (kind !== this.#kind) this.#pins.clear();
    const known = this.#kind === kind && this.#layout.points.length === before.nodes.length * 2;
    const task = layoutTask(kind, graph, ({ id }) => {
      const place = known ? before.places.get(id) : undefined;
      const { points } = this.#layout;
      return place === undefined ? null : [points[place * 2] ?? 0, points[place * 2 + 1] ?? 0];
    });
    const figures = figuresOf(graph, kind);
    let isFirst = true;
    this.#tell('waiting');
    this.#thread.layOut(task, (layout, isSettled) => {
      const isShown = isFirst || isSettled || !isCalm;
      if (isFirst) {
        if (kind !== this.#kind || !samePoints(this.graph, graph)) this.#follows = true;
        this.#figures = figures;
        this.#kind = kind;
        this.#hovered = null;
      }
      isFirst = false;
      if (isShown) this.#take(layout);
      this.#tell(isSettled ? 'settled' : 'settling');
    });
  }

  #take(layout: GraphLayout): void {
    for (const [id, [x, y]] of this.#pins) {
      const place = this.graph.places.get(id);
      if (place !== undefined) layout.points.set([x, y], place * 2);
    }
    this.#layout = layout;
    if (this.#follows) this.fit();
    this.#draw();
  }

  #tell(progress: SceneProgress): void {
    this.#progress = progress;
    this.#onProgress(progress);
  }

  setColors(colors: GraphColors): void {
    this.#colors = colors;
    this.#draw();
  }

  /** In pixels of the page. */
  resize(width: number, height: number): void {
    this.#size = { width, height };
    const ratio = globalThis.devicePixelRatio;
    this.#canvas.width = Math.max(1, Math.round(width * ratio));
    this.#canvas.height = Math.max(1, Math.round(height * ratio));
    if (this.#follows) this.fit();
    // A canvas that was given another size is empty: not even for a frame.
    this.#paint();
  }

  /** The point with the keyboard's ring, by id of its record. */
  setActive(id: string | null): void {
    const place = id === null ? null : (this.graph.places.get(id) ?? null);
    if (place === this.#active) return;
    this.#active = place;
    this.#draw();
  }

  setHovered(place: number | null): void {
    if (place === this.#hovered) return;
    this.#hovered = place;
    this.#draw();
  }

  /** Shows all of it. */
  fit(): void {
    this.#transform = fitted(this.#layout, this.#size);
    this.#follows = true;
    this.#draw();
  }

  /** Zooms about a place of the canvas; absent: about the point with the keyboard's ring, or else the middle. */
  zoom(factor: number, at?: { readonly x: number; readonly y: number }): void {
    const { width, height } = this.#size;
    const ring = this.#active === null ? null : this.#seenAt(this.#active);
    const isSeen = ring !== null && ring.x > 0 && ring.y > 0 && ring.x < width && ring.y < height;
    const about = at ?? (isSeen ? ring : { x: width / 2, y: height / 2 });
    this.#move(zoomed(this.#transform, factor, about));
  }

  /** Moves what is seen by pixels. */
  pan(dx: number, dy: number): void {
    const { scale, x, y } = this.#transform;
    this.#move({ scale, x: x + dx, y: y + dy });
  }

  #seenAt(place: number): { readonly x: number; readonly y: number } {
    const { scale, x, y } = this.#transform;
    return {
      x: (this.#layout.points[place * 2] ?? 0) * scale + x,
      y: (this.#layout.points[place * 2 + 1] ?? 0) * scale + y,
    };
  }

  #move(transform: GraphTransform): void {
    this.#transform = transform;
    this.#follows = false;
    this.#stir();
  }

  /** The point at a place of the canvas; `null`: there is none. */
  placeAt(x: number, y: number): number | null {
    const { scale, x: left, y: top } = this.#transform;
    return pointAt(
      this.#layout.points,
      (x - left) / scale,
      (y - top) / scale,
      Math.max(reach, 11 * nodeScale(scale)) / scale,
    );
  }

  /** The point that an arrow key leads to. */
  towards(place: number, direction: Direction): number | null {
    return pointTowards(this.#layout.points, place, direction);
  }

  /** The point nearest to the middle of what is seen; `null`: there are none. */
  middlePlace(): number | null {
    const { scale, x, y } = this.#transform;
    const { width, height } = this.#size;
    return pointAt(
      this.#layout.points,
      (width / 2 - x) / scale,
      (height / 2 - y) / scale,
      Number.POSITIVE_INFINITY,
    );
  }

  /** Brings a point into sight, with some room around it, moving no more than that. */
  reveal(place: number): void {
    const [dx, dy] = revealing(this.#seenAt(place), this.#size);
    if (dx !== 0 || dy !== 0) this.pan(dx, dy);
  }

  /** Puts a point elsewhere, by pixels; it stays there. */
  shift(place: number, dx: number, dy: number): void {
    const node = this.graph.nodes[place];
    if (node === undefined) return;
    const { points } = this.#layout;
    const x = (points[place * 2] ?? 0) + dx / this.#transform.scale;
    const y = (points[place * 2 + 1] ?? 0) + dy / this.#transform.scale;
    points.set([x, y], place * 2);
    this.#pins.set(node.id, [x, y]);
    this.#stir();
  }

  /** How many points were put by hand. */
  get pinned(): number {
    return this.#pins.size;
  }

  /** Lets go of the points that were put by hand: the layout places them again. */
  unpin(isCalm: boolean): void {
    this.#pins.clear();
    this.#progress = 'waiting';
    this.show(this.graph, this.#kind, isCalm);
  }

  end(): void {
    this.#thread.end();
    clearTimeout(this.#restTimer);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  #stir(): void {
    this.#isMoving = true;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => {
      this.#isMoving = false;
      this.#draw();
    }, rest);
    this.#draw();
  }

  #draw(): void {
    this.#frame ??= requestAnimationFrame(() => this.#paint());
  }

  #paint(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    const colors = this.#colors;
    if (colors === null) return;
    const ratio = globalThis.devicePixelRatio;
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintGraph(this.#context, {
      figures: this.#figures,
      layout: this.#layout,
      transform: this.#transform,
      colors,
      ...this.#size,
      centre: this.#hovered ?? this.#active,
      active: this.#active,
      isMoving: this.#isMoving,
    });
  }
}
