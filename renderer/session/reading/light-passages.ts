import type { SuggestedRange } from '../../../app/host/suggestions.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';

/** A passage that is set off in the reader that shows its revision; `part`: the words in it that matter most. */
export interface LitPassage extends SuggestedRange {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly part?: SuggestedRange;
}

const ends = new WeakMap<Session, () => void>();

/**
 * Sets passages off in the open readers, now or when their texts are there, and nothing else in them: a selection shows in
 * one pane only. It stays while the reader does, or until other passages are set off.
 */
export function lightPassages(session: Session, passages: readonly LitPassage[]): void {
  ends.get(session)?.();
  for (const { id } of session.get().panes) session.panes.mountedIn(id)?.reader.lightPassage(null);
  let left = passages;
  const light = (): void => {
    left = left.filter(({ articleId, revisionId, start, end, part }) => {
      const pane = session.get().panes.find((one) => one.articleId === articleId);
      const mounted = pane === undefined ? null : session.panes.mountedIn(pane.id);
      if (mounted?.revision.id !== revisionId) return true;
      mounted.reader.lightPassage({ start, end }, part);
      return false;
    });
  };
  light();
  if (left.length === 0) return;
  let { readersMounted } = session.get();
  const stop = session.state.subscribe(() => {
    const { view, readersMounted: now } = session.get();
    // Who went elsewhere meanwhile does not want it any more.
    if (!session.hasProject || view !== 'read') end();
    else if (now !== readersMounted) {
      readersMounted = now;
      light();
      if (left.length === 0) end();
    }
  });
  const end = (): void => {
    stop();
    ends.delete(session);
  };
  ends.set(session, end);
}
