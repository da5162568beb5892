import { focusArea, focusNamed } from './focus.ts';
import type { Session } from './session.ts';
import type { SessionState } from './session-state.ts';

/** Shows a tab of the left area, which comes back if it was hidden; `focus`: its list gets the keyboard. */
export function showLeftTab(
  session: Session,
  leftTab: SessionState['leftTab'],
  { focus }: { readonly focus: boolean },
): void {
  session.flushDrafts();
  session.set({ leftTab, briefLeftTab: leftTab, libraryShown: true });
  if (!focus) return;
  if (leftTab === 'articles') focusArea(session, 'library');
  else session.set({ codebook: { ...session.get().codebook, wantsFocus: true } });
}

/** Shows the outline of the brief in the left area, which comes back if it was hidden; `focus`: it gets the keyboard. */
export function showOutline(session: Session, { focus }: { readonly focus: boolean }): void {
  session.flushDrafts();
  session.set({ view: 'brief', briefLeftTab: 'outline', libraryShown: true });
  if (focus) focusNamed('outline');
}

/** What the left area shows now. */
export function shownLeftTab({
  view,
  leftTab,
  briefLeftTab,
}: Pick<SessionState, 'view' | 'leftTab' | 'briefLeftTab'>): SessionState['briefLeftTab'] {
  return view === 'brief' ? briefLeftTab : leftTab;
}
