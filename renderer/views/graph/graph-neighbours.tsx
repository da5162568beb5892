import type { ReactNode } from 'react';
import type { Graph } from '../../../app/link/graph.ts';
import { focusNamed } from '../../session/focus.ts';
import { activatePoint, focusPoint, openPoint } from '../../session/graph/graph-actions.ts';
import type { GraphScene } from '../../session/graph/graph-scene.ts';
import { neighboursOf, pointName } from '../../session/graph/graph-words.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** More are counted, not listed: the filters and the find field lead to them. */
const listed = 200;
/** Where there is no chosen point: how many of the best connected are offered. */
const offered = 12;

/** What the chosen point is joined to, to be gone through without the drawing; without one, where to begin. */
export function GraphNeighbours(props: {
  readonly graph: Graph;
  readonly scene: GraphScene | null;
}): ReactNode {
  const { graph, scene } = props;
  const session = useSession();
  const active = useSessionState((state) => state.graph.active);
  const place = active === null ? undefined : graph.places.get(active);
  const node = place === undefined ? undefined : graph.nodes[place];
  const goTo = (next: number): void => {
    activatePoint(session, graph, next);
    if (scene?.graph === graph) scene.reveal(next);
    // The list is another one now; its heading says of what.
    focusNamed('graph-point');
  };
  if (place === undefined || node === undefined) {
    const first = bestConnected(graph);
    if (first.length === 0) return null;
    return (
      <section className="graph-neighbours" aria-labelledby="graph-neighbours">
        <h3 id="graph-neighbours">Most connected</h3>
        <PointList
          label="Most connected points"
          graph={graph}
          items={first.map((best) => ({
            place: best,
            relations: `${graph.edgesAt[best]?.length ?? 0} lines`,
          }))}
          onChoose={goTo}
        />
      </section>
    );
  }
  const neighbours = neighboursOf(graph, place);
  return (
    <section className="graph-neighbours" aria-labelledby="graph-neighbours">
      <h3 id="graph-neighbours" data-focus-name="graph-point" tabIndex={-1}>
        {pointName(graph, place)}
      </h3>
      <p className="graph-text" data-kind={node.kind}>
        {node.text}
      </p>
      {node.outlet !== null && <p className="graph-outlet">{node.outlet}</p>}
      <div className="graph-actions">
        <button type="button" className="button" onClick={() => openPoint(session, node)}>
          Open
        </button>
        <button
          type="button"
          className="button"
          onClick={() => focusPoint(session, node, session.get().graph.focus?.steps ?? 1)}
        >
          Show only what is around it
        </button>
      </div>
      <h4>Neighbours ({neighbours.length.toLocaleString('en-GB')})</h4>
      <PointList
        label="Neighbours"
        graph={graph}
        items={neighbours.slice(0, listed)}
        onChoose={goTo}
      />
      {neighbours.length > listed && (
        <p className="empty">and {(neighbours.length - listed).toLocaleString('en-GB')} more.</p>
      )}
    </section>
  );
}

function PointList(props: {
  readonly label: string;
  readonly graph: Graph;
  readonly items: readonly { readonly place: number; readonly relations: string }[];
  readonly onChoose: (place: number) => void;
}): ReactNode {
  const { graph } = props;
  return (
    <ul className="graph-points" aria-label={props.label}>
      {props.items.map(({ place, relations }) => {
        const node = graph.nodes[place];
        return (
          node !== undefined && (
            <li key={node.id}>
              <button type="button" onClick={() => props.onChoose(place)}>
                <span className="graph-relation">{relations}</span>{' '}
                <span className="graph-sign">{pointName(graph, place)}</span>{' '}
                <span className="graph-words">{node.text}</span>
              </button>
            </li>
          )
        );
      })}
    </ul>
  );
}

function bestConnected(graph: Graph): readonly number[] {
  return graph.nodes
    .map((_, place) => place)
    .sort(
      (one, other) =>
        (graph.edgesAt[other]?.length ?? 0) - (graph.edgesAt[one]?.length ?? 0) || one - other,
    )
    .slice(0, offered);
}
