import { Download, Focus, Maximize, Minus, Plus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Graph } from '../../../app/link/graph.ts';
import type { GraphLayoutKind } from '../../../app/link/graph-layout.ts';
import type { GraphColors } from '../../../app/link/graph-svg.ts';
import { focusPoint, leaveFocus } from '../../session/graph/graph-actions.ts';
import { graphColors } from '../../session/graph/graph-colors.ts';
import type { GraphScene } from '../../session/graph/graph-scene.ts';
import { mostSteps, setGraph } from '../../session/graph/graph-state.ts';
import { changeGraphView, type GraphView } from '../../session/graph/graph-view.ts';
import { graphCounts, outletCounts } from '../../session/graph/graph-words.ts';
import { SearchSegments } from '../desk/search-segments.tsx';
import { useSession, useSessionState } from '../parts/session-context.ts';
import { TagFilterChip } from '../parts/tag-filter-chip.tsx';
import { ValueChip } from '../parts/value-chip.tsx';

const layouts: readonly (readonly [GraphLayoutKind, string])[] = [
  ['force', 'Connected'],
  ['outlet', 'By outlet'],
  ['time', 'Over time'],
];

const zoomStep = 1.25;

/** How the graph is laid out, what it is narrowed to, and what can be done with the picture. */
export function GraphHead(props: {
  /** Before it is narrowed. */
  readonly whole: Graph;
  readonly graph: Graph;
  /** How many points the filters leave. */
  readonly found: number;
  readonly view: GraphView;
  readonly scene: GraphScene | null;
  readonly onExport: (kind: 'svg' | 'png', colors: GraphColors) => void;
}): ReactNode {
  const { whole, graph, found, view, scene, onExport } = props;
  const session = useSession();
  const { words, outlets } = useSessionState((state) => state.graph);
  return (
    <div className="graph-head">
      <div className="graph-row">
        <SearchSegments
          label="Layout"
          value={view.layout}
          options={layouts}
          onChange={(layout) => changeGraphView(session, { layout })}
        />
        <input
          type="search"
          className="graph-find"
          aria-label="Find in the graph"
          placeholder="Find points"
          value={words}
          onChange={(event) => setGraph(session, { words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && words !== '') {
              event.preventDefault();
              setGraph(session, { words: '' });
            }
          }}
        />
        <ValueChip
          title="Outlet"
          values={() => outletCounts(whole)}
          chosen={outlets}
          nameOf={(outlet) => (outlet === '' ? 'Not stated' : outlet)}
          empty="No point of the graph has an outlet."
          onChange={(chosen) => setGraph(session, { outlets: chosen })}
        />
        <TagFilterChip />
        <FocusChip graph={graph} />
        <span className="graph-count" role="status">
          {graphCounts(graph, found)}
        </span>
      </div>
      <div className="graph-row">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out in a row with its legend */}
        <div className="graph-kinds" role="group" aria-label="Points and lines">
          <Toggle name="passages" title="Passages" view={view} />
          <Toggle name="articles" title="Articles" view={view} />
          <Toggle name="claims" title="Claims" view={view} />
          <Toggle name="evidence" title="Evidence" view={view} />
        </div>
        <div className="graph-tools">
          <ToolButton title="Zoom in" sign="+" onPress={() => scene?.zoom(zoomStep)}>
            <Plus size={15} aria-hidden="true" />
          </ToolButton>
          <ToolButton title="Zoom out" sign="−" onPress={() => scene?.zoom(1 / zoomStep)}>
            <Minus size={15} aria-hidden="true" />
          </ToolButton>
          <ToolButton title="Show all of it" sign="0" onPress={() => scene?.fit()}>
            <Maximize size={15} aria-hidden="true" />
          </ToolButton>
          {(['svg', 'png'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              className="button quiet"
              aria-label={`Export as ${kind.toUpperCase()}…`}
              disabled={graph.nodes.length === 0 || scene === null}
              onClick={(event) => onExport(kind, graphColors(event.currentTarget))}
            >
              <Download size={14} aria-hidden="true" />
              {kind.toUpperCase()}
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}

function Toggle(props: {
  readonly name: 'passages' | 'articles' | 'claims' | 'evidence';
  readonly title: string;
  readonly view: GraphView;
}): ReactNode {
  const { name, title, view } = props;
  const session = useSession();
  return (
    <button
      type="button"
      className="chip"
      data-on={view[name] || undefined}
      aria-pressed={view[name]}
      onClick={() => changeGraphView(session, { [name]: !view[name] })}
    >
      {title}
    </button>
  );
}

function ToolButton(props: {
  readonly title: string;
  readonly sign: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={props.title}
      title={`${props.title} (${props.sign})`}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

/** The point that the graph is narrowed around, and how far. */
function FocusChip({ graph }: { readonly graph: Graph }): ReactNode {
  const session = useSession();
  const focus = useSessionState((state) => state.graph.focus);
  if (focus === null) return null;
  const place = graph.places.get(focus.id);
  const node = place === undefined ? undefined : graph.nodes[place];
  if (node === undefined) {
    return <span className="objection">The point in focus is not in the graph: all is shown.</span>;
  }
  return (
    <div className="graph-focus">
      <Focus size={14} aria-hidden="true" />
      <label>
        Around {node.sign}:
        <select
          aria-label={`Steps around ${node.sign}`}
          value={focus.steps}
          onChange={(event) => focusPoint(session, node, Number(event.target.value))}
        >
          {Array.from({ length: mostSteps }, (_, index) => index + 1).map((steps) => (
            <option key={steps} value={steps}>
              {steps} {steps === 1 ? 'step' : 'steps'}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button quiet icon"
        aria-label="Show all of the graph"
        title="Show all of the graph (Escape)"
        onClick={() => leaveFocus(session)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
