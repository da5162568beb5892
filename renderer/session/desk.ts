import { addNext, stepArticleInPane, stepPane } from './comparing/compare-panes.ts';
import { focusArea } from './focus.ts';
import type { Session } from './session.ts';
import type { DeskView } from './session-state.ts';

/** Shows another view in the Desk. Drafts are handed over first. */
export function setView(session: Session, view: DeskView): void {
  session.flushDrafts();
  session.hush();
  session.set(view === 'claims' ? { view } : { view, claimId: null });
  focusArea(session, 'desk');
}

export function toggleLibrary(session: Session): void {
  session.set({ libraryShown: !session.get().libraryShown });
}

export function toggleInspector(session: Session): void {
  session.flushDrafts();
  session.set({ inspectorShown: !session.get().inspectorShown });
}

/** Goes to the next (1) or previous (-1) article in the active pane, skipping the one in the other pane. */
export function stepArticle(session: Session, direction: 1 | -1): void {
  if (session.get().view === 'compare') {
    stepArticleInPane(session, direction);
    return;
  }
  const { panes, activePane } = session.get();
  const ids = session.articleIds();
  const present = panes.find(({ id }) => id === activePane)?.articleId;
  const beside = panes.find(({ id }) => id !== activePane)?.articleId;
  const free = ids.filter((id) => id !== beside);
  const index = present === undefined ? -1 : free.indexOf(present);
  const next = free[(index + direction + free.length) % free.length];
  if (next === undefined || next === present) return;
  session.panes.open(next, { focus: true });
}

/** Opens a second pane with the article after the present one. */
export function openBeside(session: Session): void {
  if (session.get().view === 'compare') {
    addNext(session);
    return;
  }
  const { panes, activePane } = session.get();
  if (panes.length > 1) {
    goToOtherPane(session);
    return;
  }
  const ids = session.articleIds();
  const present = panes.find(({ id }) => id === activePane)?.articleId;
  const next =
    ids[(present === undefined ? 0 : ids.indexOf(present) + 1) % Math.max(1, ids.length)];
  if (next !== undefined && next !== present)
    session.panes.open(next, { beside: true, focus: true });
}

export function goToOtherPane(session: Session): void {
  if (session.get().view === 'compare') {
    stepPane(session, 1);
    return;
  }
  const { panes, activePane } = session.get();
  const other = panes.find(({ id }) => id !== activePane);
  if (other === undefined) {
    session.say(
      'There is one pane only. Open an article beside it with Shift and Enter in the list.',
    );
    return;
  }
  session.set({ view: 'read' });
  session.panes.activate(other.id);
  session.panes.focus(other.id);
}
