import { type ClaimsAs, claimsShownAs } from '../../session/matrix/claims-as.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** How the claims are shown. */
export function useClaimsAs(): ClaimsAs {
  const session = useSession();
  useSessionState((state) => state.claimsAs);
  useRecords((records) => records.list('setting'));
  return claimsShownAs(session);
}
