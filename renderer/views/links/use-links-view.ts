import { type LinksView, storedLinksView } from '../../session/links/links-view.ts';
import { useRecords, useSessionState } from '../parts/session-context.ts';

/** How the links are shown: the project's choice, or this window's own where nothing may be written. */
export function useLinksView(): LinksView {
  const own = useSessionState((state) => state.links.view);
  const stored = useRecords(storedLinksView);
  return own ?? stored;
}

/** Whether the links are shown as a table or as a graph. */
export function useLinksAs(): LinksView['as'] {
  return useLinksView().as;
}
