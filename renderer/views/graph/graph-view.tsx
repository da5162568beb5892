import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { GraphColors } from '../../../app/link/graph-svg.ts';
import { exportGraph } from '../../session/graph/graph-export.ts';
import type { GraphScene } from '../../session/graph/graph-scene.ts';
import { shownGraph, wholeGraph } from '../../session/graph/graph-shown.ts';
import { storedGraphView } from '../../session/graph/graph-view.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';
import { useTagFilter } from '../parts/use-tag-filter.ts';
import { GraphCanvas } from './graph-canvas.tsx';
import { GraphHead } from './graph-head.tsx';
import { GraphLegend } from './graph-legend.tsx';
import { GraphNeighbours } from './graph-neighbours.tsx';
import '../styles/graph.css';

/** Links and evidence as a drawing, with what narrows it above and what the chosen point is joined to beside it. */
export function GraphView(): ReactNode {
  const session = useSession();
  const [scene, setScene] = useState<GraphScene | null>(null);
  const { words, outlets, focus, view: ownView } = useSessionState((state) => state.graph);
  const kept = useRecords(storedGraphView);
  const view = ownView ?? kept;
  const accepts = useTagFilter()?.accepts ?? null;
  const whole = useRecords((records) => wholeGraph(records, view, accepts));
  const { graph, found } = useMemo(
    () => shownGraph(whole, { words, outlets, focus }),
    [whole, words, outlets, focus],
  );
  const onExport = useCallback(
    (kind: 'svg' | 'png', colors: GraphColors) => {
      if (scene !== null) void exportGraph(session, scene, colors, kind);
    },
    [session, scene],
  );
  return (
    <div className="graph">
      <GraphHead
        whole={whole}
        graph={graph}
        found={found}
        view={view}
        scene={scene}
        onExport={onExport}
      />
      <div className="graph-body">
        <GraphCanvas graph={graph} view={view} onScene={setScene} />
        <aside className="graph-side" aria-label="Beside the graph">
          <GraphNeighbours graph={graph} scene={scene} />
          <GraphLegend whole={whole} view={view} />
        </aside>
      </div>
    </div>
  );
}
