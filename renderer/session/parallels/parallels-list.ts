import type { ArticleId } from '../../../app/record/ids.ts';
import { countOf } from '../article-list.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';
import { shownPanes } from '../shown-panes.ts';
import { openCluster } from './open-cluster.ts';
import { pairInWords } from './parallel-words.ts';
import { changeParallelsView, type ParallelsView } from './parallels-view.ts';
import type { SeenPair } from './seen-pair.ts';
import { setParallels } from './set-parallels.ts';
import { nothingKnown, openParallel } from './show-parallels.ts';
import { shownParallels } from './shown-parallels.ts';

/** The pair that an article's list is at; `null`: none of it. */
function pairAt(session: Session, articleId: ArticleId): SeenPair | null {
  const { at } = session.get().parallels;
  return shownParallels(session, articleId).listed.find(({ key }) => key === at) ?? null;
}

/** Puts a pair before the analyst: its passage comes into view and is set off, the keyboard stays in the list. */
export function choosePair(session: Session, articleId: ArticleId, key: string): void {
  const { listed } = shownParallels(session, articleId);
  const index = listed.findIndex((seen) => seen.key === key);
  const seen = listed[index];
  if (seen === undefined) return;
  setParallels(session, { at: key });
  const pane = shownPanes(session.get()).find((one) => one.articleId === articleId);
  const mounted = pane === undefined ? null : session.panes.mountedIn(pane.id);
  if (mounted?.revision.id === seen.own.revisionId) {
    mounted.reader.reveal(seen.own.start, seen.own.end);
    mounted.reader.lightPassage(seen.own);
  }
  session.say(`Parallel passage ${index + 1} of ${listed.length}. ${pairInWords(session, seen)}`);
}

/** Takes away what `choosePair` set off. */
export function leavePairs(session: Session, articleId: ArticleId): void {
  const pane = session.get().panes.find((one) => one.articleId === articleId);
  if (pane !== undefined) session.panes.mountedIn(pane.id)?.reader.lightPassage(null);
}

/** Opens the other article of a pair beside this one, at its passage. */
export function openPair(session: Session, { other }: SeenPair): void {
  openParallel(session, other);
}

/** Shows the cluster that a pair is part of; says so where it is in none. */
export function openClusterOf(session: Session, { pair }: SeenPair): void {
  if (pair.clusterKey !== null) openCluster(session, pair.clusterKey);
  else session.say('This passage is in these two articles only: there is no cluster of it.');
}

/** Changes the order of the list. */
export function orderPairs(session: Session, order: ParallelsView['order']): void {
  changeParallelsView(session, { order });
}

/** Shows formulas in the list and beside the text, or leaves them out. */
export function showFormulas(session: Session, formulas: boolean, articleId: ArticleId): void {
  changeParallelsView(session, { formulas });
  const { listed } = shownParallels(session, articleId);
  session.say(`${countOf(listed.length, 'parallel passage')} shown.`);
}

/** What an article's list is called for `focusNamed`. */
export const parallelsListName = 'parallel passages';

/** Puts the keyboard into the list of the open article's parallel passages, at the marked passage under the caret. */
export function goToParallels(session: Session): void {
  const article = session.activeArticle();
  const mounted = session.panes.active();
  if (article === null || mounted === null) return;
  const { listed } = shownParallels(session, article.id, mounted.revision.id);
  if (listed.length === 0) {
    session.say(nothingKnown(session));
    return;
  }
  const { head } = mounted.reader.selection();
  const here =
    listed.find(({ own }) => own.start <= head && head <= own.end) ?? pairAt(session, article.id);
  session.set({ inspectorShown: true });
  choosePair(session, article.id, (here ?? listed[0])?.key ?? '');
  focusNamed(parallelsListName);
}
