import { placesOf } from '../../../app/reanchor/carry-look.ts';
import type { CarryPlace } from '../../../app/reanchor/carry-outcome.ts';
import type { AnnotationId, ArticleId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { groupBy } from '../group-by.ts';
import type { CarriedAtOnce, CarryOverState, WaitingAnnotation } from './carry-over-state.ts';

/** The waiting annotations of one article, the best first. */
export interface WaitingGroup {
  readonly article: ArticleRecord;
  readonly items: readonly WaitingAnnotation[];
}

/** How sure an outcome is: 0 to 1, of the best place; 0 where there is none. */
export function scoreOfWaiting({ look }: WaitingAnnotation): number {
  return bestPlace({ look })?.score ?? 0;
}

/** The likeliest place, whether or not it may be taken without a choice. */
export function bestPlace({ look }: Pick<WaitingAnnotation, 'look'>): CarryPlace | null {
  return placesOf(look.result)[0] ?? null;
}

/** The place that can be accepted as it is; `null`: the analyst has to choose or to place it. */
export function surePlace({ look }: Pick<WaitingAnnotation, 'look'>): CarryPlace | null {
  const { result } = look;
  return result.outcome === 'moved' || result.outcome === 'changed' ? result.place : null;
}

const ranks = { unchanged: 0, moved: 1, changed: 1, uncertain: 2, lost: 3 } as const;

/** Made anew only when what waits or an article changes. */
let made: {
  readonly waiting: CarryOverState['waiting'];
  readonly articles: readonly ArticleRecord[];
  readonly groups: readonly WaitingGroup[];
} | null = null;

/**
 * What waits, by article in the order of their numbers; in each what can be accepted before what is uncertain before what
 * is lost, by score. The same list until what waits or an article changes.
 */
export function waitingGroups(
  records: RecordSource,
  waiting: CarryOverState['waiting'],
): readonly WaitingGroup[] {
  const articles = records.list('article');
  if (made?.waiting === waiting && made.articles === articles) return made.groups;
  const groups = [...groupBy(waiting.values(), ({ articleId }): ArticleId => articleId)]
    .flatMap(([id, items]): WaitingGroup[] => {
      const article = records.get('article', id);
      return article === null ? [] : [{ article, items: items.sort(bestFirst) }];
    })
    .sort((one, other) => one.article.number - other.article.number);
  made = { waiting, articles, groups };
  return groups;
}

/** All of them in the order of the list. */
export function waitingInOrder(
  records: RecordSource,
  waiting: CarryOverState['waiting'],
): readonly WaitingAnnotation[] {
  return waitingGroups(records, waiting).flatMap(({ items }) => items);
}

/** How many annotations of an article wait. */
export function waitingOf({ waiting }: CarryOverState, articleId: ArticleId): number {
  let count = 0;
  for (const one of waiting.values()) if (one.articleId === articleId) count += 1;
  return count;
}

/** The one that the review is at: the chosen one, or the first. */
export function reviewed(
  records: RecordSource,
  { waiting, at }: CarryOverState,
): WaitingAnnotation | null {
  const chosen = at === null ? undefined : waiting.get(at);
  return chosen ?? waitingInOrder(records, waiting)[0] ?? null;
}

/** The one that comes up when `id` is done: the next of the list, or the one before it. */
export function neighbourOf(
  records: RecordSource,
  { waiting }: CarryOverState,
  id: AnnotationId,
): AnnotationId | null {
  const list = waitingInOrder(records, waiting);
  const at = list.findIndex((one) => one.id === id);
  return (list[at + 1] ?? list[at - 1])?.id ?? null;
}

function bestFirst(one: WaitingAnnotation, other: WaitingAnnotation): number {
  return (
    ranks[one.look.result.outcome] - ranks[other.look.result.outcome] ||
    scoreOfWaiting(other) - scoreOfWaiting(one) ||
    one.passage.start - other.passage.start
  );
}

/** What the program carried over by itself and nobody has put back since, or carried elsewhere. Cost: the annotations of it. */
export function stillCarried(
  records: RecordSource,
  atOnce: CarryOverState['atOnce'],
): readonly CarriedAtOnce[] {
  return atOnce.flatMap((carried) => {
    const ids = carried.ids.filter(
      (id) => records.get('annotation', id)?.passage.revisionId === carried.to,
    );
    return ids.length === 0 ? [] : [{ ...carried, ids }];
  });
}
