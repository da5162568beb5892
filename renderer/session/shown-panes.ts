import { comparePaneIds } from './comparing/comparing-state.ts';
import type { Pane, SessionState } from './session-state.ts';

/** Every pane that a reader can stand in. */
export const paneIds: readonly Pane['id'][] = ['first', 'second', ...comparePaneIds];

/** The panes that are on the screen, or, while no text is, those of the reader. */
export function shownPanes({
  view,
  panes,
  comparing,
}: Pick<SessionState, 'view' | 'panes' | 'comparing'>): readonly Pane[] {
  return view === 'compare' ? comparing.panes : panes;
}

/** Whether the Desk shows texts with a caret: keys may act on what stands there. */
export function showsTexts({ view }: Pick<SessionState, 'view'>): boolean {
  return view === 'read' || view === 'compare';
}

/** A pane of the reader or of the comparison; `undefined`: there is none of that id. */
export function paneById(
  { panes, comparing }: Pick<SessionState, 'panes' | 'comparing'>,
  id: Pane['id'],
): Pane | undefined {
  return [...panes, ...comparing.panes].find((pane) => pane.id === id);
}

/** The panes with one in the place of that of its id. */
export function withPane(
  { panes, comparing }: Pick<SessionState, 'panes' | 'comparing'>,
  changed: Pane,
): Pick<SessionState, 'panes' | 'comparing'> {
  const put = (pane: Pane): Pane => (pane.id === changed.id ? changed : pane);
  return { panes: panes.map(put), comparing: { ...comparing, panes: comparing.panes.map(put) } };
}

/**
 * What else changes when another view is shown: reader and comparison each have a pane that keys act on, and get it back.
 * Empty unless one of them comes or goes.
 */
export function withActivePane(
  state: SessionState,
  patch: Partial<SessionState>,
): Partial<SessionState> {
  const comparing = patch.comparing ?? state.comparing;
  if (patch.view === undefined || patch.view === state.view) return {};
  if (patch.view === 'compare') {
    return {
      activePane: patch.activePane ?? comparing.activePane,
      comparing: { ...comparing, readPane: state.activePane },
    };
  }
  if (state.view !== 'compare') return {};
  return {
    activePane: patch.activePane ?? comparing.readPane,
    comparing: { ...comparing, activePane: state.activePane },
  };
}
