import {
  type ClaimsListView,
  storedClaimsListView,
} from '../../session/claims/claims-view-setting.ts';
import { useRecords, useSessionState } from '../parts/session-context.ts';

/** How the list of claims is shown: the project's choice, or this window's own where nothing may be written. */
export function useClaimsListView(): ClaimsListView {
  const own = useSessionState((state) => state.claims.view);
  const stored = useRecords(storedClaimsListView);
  return own ?? stored;
}
