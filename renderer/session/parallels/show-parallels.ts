import type { TextOffset } from '../../../app/base/brand.ts';
import { alignWords } from '../../../app/compare/align-words.ts';
import type { SuggestedRange } from '../../../app/host/suggestions.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import { countOf } from '../article-list.ts';
import { annotationOfPane, selectedPassage } from '../reading/annotate.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import { marksOf } from './marks-of.ts';
import type { ParallelMark } from './parallel-marks.ts';
import { shortly } from './parallel-words.ts';
import { parallelsView } from './parallels-view.ts';
import type { SeenPair } from './seen-pair.ts';
import { compareByScore } from './seen-pair.ts';
import { setParallels } from './set-parallels.ts';
import { shownParallels } from './shown-parallels.ts';

/** A passage of another article that is known to run parallel, as far as it was asked for. */
export interface KnownPassage extends SuggestedRange {
  readonly seen: SeenPair;
  readonly quote: string;
  /** Whether it has a part only of what was asked for. */
  readonly isPart: boolean;
}

/** A passage that parallels are asked for. */
export interface AskedPassage extends SuggestedRange {
  readonly articleId: ArticleId;
  readonly revisionId: RevisionId;
  readonly quote: string;
}

/** Of a passage so many times as long as what was asked for, the part that says that is looked for. */
const muchLonger = 2;

/** So many are told of one passage, the best: of what hundreds copied the cluster has all. */
export const mostKnown = 200;

/** Below this, shared words are chance (`alignWords`). */
const leastAlike = 0.4;

/**
 * The parallels key: what is known of the selection, of the highlight here, or of the marked passage at the caret; for
 * words that nothing is known of, the other articles are searched. Looking changes nothing: a selection stays a selection.
 */
export function findParallels(session: Session): void {
  const mounted = session.panes.active();
  const article = session.activeArticle();
  const selected = selectedPassage(session);
  const annotation = selected === null ? annotationOfPane(session) : null;
  const passage = selected ?? annotation?.passage ?? null;
  if (article !== null && passage !== null) {
    const { revisionId, quote, start, end } = passage;
    session.openDialog({ kind: 'parallels', articleId: article.id, revisionId, quote, start, end });
    return;
  }
  const caret = mounted?.reader.selection().head;
  const mark = caret === undefined ? undefined : markAt(marksOf(session, mounted), caret);
  if (mark === undefined) {
    session.say('Select some text, or put the caret into a highlight or a marked passage, first.');
    return;
  }
  openMark(session, session.get().activePane, mark);
}

/** Shows which other articles have a marked passage. */
export function openMark(session: Session, pane: Pane['id'], mark: ParallelMark): void {
  const mounted = session.panes.mountedIn(pane);
  if (mounted === null) return;
  const { start, end } = mark;
  session.openDialog({
    kind: 'parallels',
    articleId: mounted.article.id,
    revisionId: mounted.revision.id,
    quote: mounted.text.text.slice(start, end),
    start,
    end,
  });
}

/** The shortest mark over an offset. */
function markAt(marks: readonly ParallelMark[], offset: TextOffset): ParallelMark | undefined {
  return marks
    .filter(({ start, end }) => start <= offset && offset <= end)
    .sort((one, other) => one.end - one.start - (other.end - other.start))[0];
}

/**
 * What is known to run parallel to a passage, the `mostKnown` best, what has only a part of it at the end, if it stands in its article's present revision; what was dismissed left out. Of a
 * much longer passage the part that says the same is meant, if it does. Cost: the pairs, and aligning the long ones.
 */
export function knownParallels(
  session: Session,
  { articleId, revisionId, start, end, quote }: AskedPassage,
): readonly KnownPassage[] {
  const { all } = shownParallels(session, articleId, revisionId);
  const { formulas } = parallelsView(session);
  const length = end - start;
  const known: KnownPassage[] = [];
  for (const seen of all) {
    if (known.length === mostKnown) break;
    const { own, other, pair, decided } = seen;
    const both = Math.min(own.end, end) - Math.max(own.start, start);
    const isThere = both * 2 >= Math.min(length, own.end - own.start);
    if (!isThere || decided === 'dismissed' || (pair.formula && !formulas)) continue;
    const isPart = both * 2 < length;
    if (other.end - other.start <= length * muchLonger) {
      known.push({ seen, isPart, start: other.start, end: other.end, quote: other.quote });
      continue;
    }
    const part = alignWords(quote, other.quote);
    if (part === null || part.score < leastAlike) continue;
    known.push({
      seen,
      isPart,
      start: (other.start + part.start) as TextOffset,
      end: (other.start + part.end) as TextOffset,
      quote: other.quote.slice(part.start, part.end),
    });
  }
  return known.sort(
    (one, other) =>
      Number(one.isPart) - Number(other.isPart) || compareByScore(one.seen, other.seen),
  );
}

/**
 * Opens a passage of another article in the other pane, selected, so that one key highlights or links it. The article that
 * it is parallel to stays where it is.
 */
export function openParallel(
  session: Session,
  passage: SuggestedRange & { readonly articleId: ArticleId },
): void {
  session.closeDialog();
  session.panes.openPassage(passage.articleId, passage.start, passage.end, true);
}

/** Goes to the next (1) or previous (-1) marked passage from the caret on, and selects it. */
export function stepParallel(session: Session, direction: 1 | -1): void {
  const mounted = session.panes.active();
  if (mounted === null) return;
  if (!parallelsView(session).shown) {
    session.say('Parallel passages are not shown. “Show parallel passages” shows them again.');
    return;
  }
  const marks = marksOf(session, mounted);
  if (marks.length === 0) {
    session.say(nothingKnown(session));
    return;
  }
  const { from, to } = mounted.reader.selection();
  const isAt = ({ start, end }: ParallelMark): boolean => start === from && end === to;
  const at = marks.findIndex(isAt);
  const after = marks.findIndex(({ start }) => start >= from);
  const next =
    at !== -1
      ? at + direction
      : direction === 1
        ? after
        : marks.findLastIndex(({ start }) => start < from);
  const mark = next === -1 ? undefined : marks[next];
  if (mark === undefined) {
    session.say(
      direction === 1
        ? 'That was the last parallel passage.'
        : 'That was the first parallel passage.',
    );
    return;
  }
  mounted.reader.reveal(mark.start, mark.end, { select: true });
  setParallels(session, { at: mark.pairs[0]?.key ?? null });
  const quote = mounted.text.text.slice(mark.start, mark.end);
  session.say(
    `Parallel passage ${marks.indexOf(mark) + 1} of ${marks.length}, in ${countOf(mark.articles, 'other article')}: “${shortly(quote)}”`,
  );
}

/** Why a text has no marks. */
export function nothingKnown(session: Session): string {
  const { told } = session.get().parallels;
  if (told?.state === 'failed') return told.message ?? 'Looking for parallel passages failed.';
  if (told === null || told.state === 'looking') {
    return 'The program is still looking for parallel passages.';
  }
  return 'No other article shares a passage of eight words or more with this one.';
}
