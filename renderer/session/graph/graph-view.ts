import { type GraphLayoutKind, graphLayoutKinds } from '../../../app/link/graph-layout.ts';
import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import { setGraph } from './graph-state.ts';

/** How the analyst wants the graph: a setting of the project. */
export interface GraphView {
  readonly layout: GraphLayoutKind;
  /** Which records are points. */
  readonly passages: boolean;
  readonly articles: boolean;
  readonly claims: boolean;
  /** Whether evidence is drawn beside links. */
  readonly evidence: boolean;
  /** Ids of link types that are left out. */
  readonly hiddenTypes: readonly string[];
}

const defaultGraphView: GraphView = {
  layout: 'force',
  passages: true,
  articles: true,
  claims: true,
  evidence: true,
  hiddenTypes: [],
};

const setting = viewSetting<GraphView>({
  name: 'graph-view',
  changeName: 'Change the view of the graph',
  initial: defaultGraphView,
  read: readGraphView,
});

/** The project's choice; the default where there is none. The same object until it changes. */
export const storedGraphView = setting.stored;

/** What is shown: the project's choice, or this window's where nothing may be written. */
function presentGraphView(session: Session): GraphView {
  return session.get().graph.view ?? setting.stored(session.store.records);
}

/** Changes how the graph is shown. Kept with the project. */
export function changeGraphView(session: Session, patch: Partial<GraphView>): void {
  const view = { ...presentGraphView(session), ...patch };
  if (session.store.project.readOnly !== null) setGraph(session, { view });
  else setting.store(session, view);
}

/** Reads what a setting holds, whatever it is: what this version does not know is left out. */
function readGraphView(value: unknown): GraphView {
  const stored = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const flag = (name: 'passages' | 'articles' | 'claims' | 'evidence'): boolean =>
    typeof stored[name] === 'boolean' ? stored[name] : defaultGraphView[name];
  return {
    layout: graphLayoutKinds.find((kind) => kind === stored.layout) ?? defaultGraphView.layout,
    passages: flag('passages'),
    articles: flag('articles'),
    claims: flag('claims'),
    evidence: flag('evidence'),
    hiddenTypes: Array.isArray(stored.hiddenTypes)
      ? stored.hiddenTypes.filter((id): id is string => typeof id === 'string')
      : [],
  };
}
