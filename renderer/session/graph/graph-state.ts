import type { Session } from '../session.ts';
import type { GraphView } from './graph-view.ts';

/** What is shown around one point. */
export interface GraphFocus {
  /** Of a record. */
  readonly id: string;
  /** 1 to `mostSteps`. */
  readonly steps: number;
}

/** A focus goes at most so far. */
export const mostSteps = 5;

/** The graph of a window. It stays while other views are shown. */
export interface GraphState {
  /** Each word has to stand in a point's number, words or outlet. */
  readonly words: string;
  /** `''`: not stated. Empty: all. */
  readonly outlets: readonly string[];
  readonly focus: GraphFocus | null;
  /** The record of the point that the keyboard is on. */
  readonly active: string | null;
  /** How the graph is shown, where the project's setting can't be written. */
  readonly view: GraphView | null;
}

export const initialGraph: GraphState = {
  words: '',
  outlets: [],
  focus: null,
  active: null,
  view: null,
};

export function setGraph(session: Session, patch: Partial<GraphState>): void {
  session.set({ graph: { ...session.get().graph, ...patch } });
}
