import type { MountedReader } from '../reading/panes.ts';
import type { Session } from '../session.ts';
import type { ParallelMark } from './parallel-marks.ts';
import { parallelsView } from './parallels-view.ts';
import { shownParallels } from './shown-parallels.ts';

const none: readonly ParallelMark[] = [];

/** The marks of the text in a pane; none where they are not shown, or a past revision is read. */
export function marksOf(session: Session, mounted: MountedReader | null): readonly ParallelMark[] {
  if (mounted === null || !parallelsView(session).shown) return none;
  return shownParallels(session, mounted.article.id, mounted.revision.id).marks;
}
