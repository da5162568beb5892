import { isTrashed } from '../../../app/article/article-state.ts';
import type { ArticleId, RevisionId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { decisionsByKey } from '../../../app/suggestion/decision-diffs.ts';
import type { Session } from '../session.ts';
import { type ParallelMark, parallelMarks } from './parallel-marks.ts';
import type { FoundParallels } from './parallels-state.ts';
import { type ParallelsView, parallelsView } from './parallels-view.ts';
import { compareByPlace, compareByScore, type SeenPair, seenFrom } from './seen-pair.ts';

/** The parallel passages of an article, as the project stands now. */
export interface ShownParallels {
  /** All that are of its present revision and whose other article is not in the trash, decided or not; best first. */
  readonly all: readonly SeenPair[];
  /** Without what was dismissed, and without formulas unless they are shown; in the order that the analyst chose. */
  readonly listed: readonly SeenPair[];
  /** What the margin marks: what is listed, joined to passages. */
  readonly marks: readonly ParallelMark[];
  /** How many formulas are not listed. */
  readonly formulas: number;
}

interface Known {
  readonly inputs: readonly unknown[];
  /** The list of articles, and what it was asked of it: which revision of each other article is to be had. */
  readonly articles: unknown;
  readonly revisions: ReadonlyMap<ArticleId, RevisionId | null>;
  readonly shown: ShownParallels;
}

const known = new WeakMap<FoundParallels, Known>();
const none: ShownParallels = { all: [], listed: [], marks: [], formulas: 0 };

/**
 * What is to be shown of an article's parallel passages; nothing while they were not asked for, or when they are of
 * another revision than `revisionId` (absent: the present one). The same object until something of it changes, so that
 * asking again costs nothing.
 */
export function shownParallels(
  session: Session,
  articleId: ArticleId,
  revisionId?: RevisionId,
): ShownParallels {
  const { records } = session.store;
  const found = session.get().parallels.found.get(articleId);
  if (found === undefined) return none;
  if (found.revisionId !== (revisionId ?? records.get('article', articleId)?.revisionId))
    return none;
  const { formulas, order } = parallelsView(session);
  const inputs = [records.list('decision'), formulas, order];
  const articles = records.list('article');
  const before = known.get(found);
  if (before?.inputs.every((input, index) => input === inputs[index])) {
    if (before.articles === articles) return before.shown;
    // Each highlight changes its article: what matters here is the others' revisions, and what is in the trash.
    const isSame = [...before.revisions].every(([id, had]) => revisionOf(records, id) === had);
    if (isSame) {
      known.set(found, { ...before, articles });
      return before.shown;
    }
  }
  const revisions = new Map<ArticleId, RevisionId | null>();
  for (const { one, other } of found.pairs) {
    for (const id of [one.articleId, other.articleId]) {
      if (!revisions.has(id)) revisions.set(id, revisionOf(records, id));
    }
  }
  const shown = show(records, articleId, found, revisions, { formulas, order });
  known.set(found, { inputs, articles, revisions, shown });
  return shown;
}

/** The present revision of an article; `null`: it is gone, or in the trash. */
function revisionOf(records: RecordSource, id: ArticleId): RevisionId | null {
  const article = records.get('article', id);
  return article === null || isTrashed(article) ? null : article.revisionId;
}

function show(
  records: RecordSource,
  articleId: ArticleId,
  found: FoundParallels,
  revisions: Known['revisions'],
  { formulas, order }: Pick<ParallelsView, 'formulas' | 'order'>,
): ShownParallels {
  const decisions = decisionsByKey(records);
  const all: SeenPair[] = [];
  for (const pair of found.pairs) {
    const seen = seenFrom(articleId, pair, decisions.get(pair.key)?.outcome ?? null);
    const isThere = revisions.get(seen.other.articleId) === seen.other.revisionId;
    if (isThere && seen.own.revisionId === found.revisionId) all.push(seen);
  }
  all.sort(compareByScore);
  const kept = all.filter(({ decided }) => decided !== 'dismissed');
  const wanted = kept.filter(({ pair }) => formulas || !pair.formula);
  return {
    all,
    listed: wanted.toSorted(order === 'place' ? compareByPlace : compareByScore),
    marks: parallelMarks(wanted),
    formulas: kept.length - wanted.length,
  };
}
