import { focusArea } from './focus.ts';
import type { Session } from './session.ts';
import type { SessionState } from './session-state.ts';

/** Shows a tab of the left area, which comes back if it was hidden; `focus`: its list gets the keyboard. */
export function showLeftTab(
  session: Session,
  leftTab: SessionState['leftTab'],
  { focus }: { readonly focus: boolean },
): void {
  session.flushDrafts();
  session.set({ leftTab, libraryShown: true });
  if (!focus) return;
  if (leftTab === 'articles') focusArea(session, 'library');
  else session.set({ codebook: { ...session.get().codebook, wantsFocus: true } });
}
