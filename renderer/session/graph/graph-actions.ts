import type { Graph, GraphNode } from '../../../app/link/graph.ts';
import { countOf } from '../article-list.ts';
import { setView } from '../desk.ts';
import { changeLinksView, storedLinksView } from '../links/links-view.ts';
import type { Session } from '../session.ts';
import { mostSteps, setGraph } from './graph-state.ts';
import { pointWords } from './graph-words.ts';

/** Puts the keyboard's ring on a point: the Inspector shows its record, and it is announced. */
export function activatePoint(session: Session, graph: Graph, place: number): void {
  const node = graph.nodes[place];
  if (node === undefined) return;
  setGraph(session, { active: node.id });
  if (node.kind === 'annotation') session.focusAnnotation(node.id);
  else {
    session.flushDrafts();
    session.set({
      annotationId: null,
      claimId: node.kind === 'claim' ? node.id : null,
    });
  }
  session.say(pointWords(graph, place));
}

/** Takes the ring away; `false`: there was none. */
export function leavePoint(session: Session): boolean {
  if (session.get().graph.active === null) return false;
  setGraph(session, { active: null });
  session.set({ annotationId: null, claimId: null });
  return true;
}

/** Opens what a point stands for: a passage or an article in the reader, a claim among the claims. */
export function openPoint(session: Session, node: GraphNode): void {
  const { records } = session.store;
  switch (node.kind) {
    case 'annotation': {
      const annotation = records.get('annotation', node.id);
      if (annotation !== null) session.panes.openAnnotation(annotation);
      return;
    }
    case 'article':
      session.panes.open(node.id, { focus: true });
      return;
    case 'claim':
      session.set({ view: 'claims', claimId: node.id, inspectorShown: true });
  }
}

/** Shows only what is at most so many steps from a point; the number is brought to what there can be. */
export function focusPoint(session: Session, node: GraphNode, steps: number): void {
  const kept = Math.min(mostSteps, Math.max(1, steps));
  setGraph(session, { focus: { id: node.id, steps: kept } });
  session.say(`Shown is what is at most ${countOf(kept, 'step')} from ${node.sign}.`);
}

/** Shows everything again; `false`: it was shown. */
export function leaveFocus(session: Session): boolean {
  if (session.get().graph.focus === null) return false;
  setGraph(session, { focus: null });
  session.say('All of the graph is shown.');
  return true;
}

/** Shows the links as a graph, with the keyboard on it. */
export function showGraph(session: Session): void {
  const { records } = session.store;
  if ((session.get().links.view ?? storedLinksView(records)).as !== 'graph') {
    changeLinksView(session, { as: 'graph' });
  }
  setView(session, 'links');
}

/** Shows the passage or claim that is selected in the graph, with what is one step around it. */
export async function showInGraph(session: Session): Promise<void> {
  const { annotationId, claimId } = session.get();
  const id = claimId ?? annotationId;
  if (id === null) return;
  await session.store.whenComplete();
  const { records } = session.store;
  const evidence =
    claimId === null && annotationId !== null
      ? records.evidenceFor(annotationId)
      : claimId === null
        ? []
        : records.evidenceOf(claimId);
  if (records.linksAt(id).length === 0 && evidence.length === 0) {
    session.say('It has no link and is no evidence yet, so it is not in the graph.');
    return;
  }
  showGraph(session);
  setGraph(session, { active: id, focus: { id, steps: 1 }, words: '', outlets: [] });
  session.set({ annotationId, claimId });
}
