import type { ArticleId } from '../../../app/record/ids.ts';
import { type ParallelsView, parallelsView } from '../../session/parallels/parallels-view.ts';
import { type ShownParallels, shownParallels } from '../../session/parallels/shown-parallels.ts';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** The parallel passages of an article's present revision; draws anew when they are others, and not for less. */
export function useShownParallels(articleId: ArticleId): ShownParallels {
  const session = useSession();
  // They hang on what was found, and on the records; asking is cheap, and answered with the same object.
  const select = (): ShownParallels => shownParallels(session, articleId);
  useSessionState(select);
  return useRecords(select);
}

/** How parallel passages are shown; draws anew when that changes. */
export function useParallelsView(): ParallelsView {
  const session = useSession();
  const select = (): ParallelsView => parallelsView(session);
  useSessionState(select);
  return useRecords(select);
}
