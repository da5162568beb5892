import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Graph } from '../../../app/link/graph.ts';
import { graphColors } from '../../session/graph/graph-colors.ts';
import { handleGraphKey } from '../../session/graph/graph-keys.ts';
import { GraphScene, type SceneProgress } from '../../session/graph/graph-scene.ts';
import type { GraphView } from '../../session/graph/graph-view.ts';
import { pointWords } from '../../session/graph/graph-words.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { useGraphPointer } from './use-graph-pointer.ts';

/** Whether this computer asks for little movement. */
function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** The drawing itself. It has one stop for the keyboard; keys lead from point to point. */
export function GraphCanvas(props: {
  readonly graph: Graph;
  readonly view: GraphView;
  /** Called with the scene once it is there, with `null` when it is gone. */
  readonly onScene: (scene: GraphScene | null) => void;
}): ReactNode {
  const { graph, view, onScene } = props;
  const session = useSession();
  const active = useSessionState((state) => state.graph.active);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scene = useRef<GraphScene | null>(null);
  const [progress, setProgress] = useState<SceneProgress>('waiting');
  const [failure, setFailure] = useState<string | null>(null);
  const help = useId();

  useLayoutEffect(() => {
    // What held the keyboard while the code of this view was read is gone: at once, before it is given to anything else.
    if (document.activeElement === document.body) frame.current?.focus();
  }, []);
  useEffect(() => {
    if (canvas.current === null || frame.current === null) return;
    const made = new GraphScene(canvas.current, {
      onProgress: setProgress,
      onFailure: setFailure,
    });
    const element = frame.current;
    const takeSize = (): void => made.resize(element.clientWidth, element.clientHeight);
    const takeColors = (): void => made.setColors(graphColors(element));
    const sizes = new ResizeObserver(takeSize);
    sizes.observe(element);
    const themes = new MutationObserver(takeColors);
    themes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    takeSize();
    takeColors();
    scene.current = made;
    onScene(made);
    return () => {
      sizes.disconnect();
      themes.disconnect();
      made.end();
      scene.current = null;
      onScene(null);
    };
  }, [onScene]);

  useEffect(() => scene.current?.show(graph, view.layout, isCalm()), [graph, view.layout]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a point gets its place with the first picture of a graph
  useEffect(() => scene.current?.setActive(active), [active, progress]);
  const pointer = useGraphPointer(scene);

  const place = active === null ? undefined : graph.places.get(active);
  const present = place === undefined ? '' : `. ${pointWords(graph, place)}`;
  return (
    <div
      ref={frame}
      className="graph-frame"
      role="application"
      aria-roledescription="graph"
      aria-label={`Graph of links${present}`}
      aria-describedby={help}
      aria-busy={progress !== 'settled'}
      data-progress={progress}
      data-focus-name="graph"
      data-begin
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys act on the drawing
      tabIndex={0}
      onKeyDown={(event) => {
        if (scene.current === null) return;
        if (!handleGraphKey(session, scene.current, event, isCalm())) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      {...pointer}
    >
      <canvas ref={canvas} className="graph-canvas" />
      <p id={help} className="visually-hidden">
        Arrow keys go from point to point. Enter opens. F shows what is around the point, 1 to 5 how
        many steps; Escape shows all. Plus, minus and 0 zoom. Shift and arrows move the view, Alt
        and arrows the point. Tab leads to what it is joined to.
      </p>
      {graph.nodes.length === 0 && <NothingDrawn />}
      {failure !== null && (
        <p className="objection graph-note">The graph could not be laid out: {failure}</p>
      )}
    </div>
  );
}

function NothingDrawn(): ReactNode {
  const session = useSession();
  const { words, outlets } = useSessionState((state) => state.graph);
  const isNarrowed = words !== '' || outlets.length > 0 || session.get().tagFilter !== '';
  return (
    <div className="desk-empty graph-note">
      <h2>{isNarrowed ? 'Nothing is left of the graph' : 'Nothing to draw yet'}</h2>
      <p>
        {isNarrowed
          ? 'No link or evidence has a point that the filters leave. Take a filter away.'
          : 'Link two passages with L, or file one under a claim with C: each becomes a point here, each relation a line.'}
      </p>
    </div>
  );
}
