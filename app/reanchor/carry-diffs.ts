import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { RevisionId } from '../record/ids.ts';
import { nextRecord } from '../record/record-factory.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  CarriedOver,
  CarryOutcome,
  Passage,
} from '../record/records.ts';

/** An annotation with the passage that it is to have on another revision. */
export interface Carrying {
  readonly annotation: AnnotationRecord;
  readonly passage: Passage;
  readonly outcome: CarryOutcome;
  readonly score: number;
}

/** Whether an annotation is on another revision than its article's present one, and nobody chose to leave it there. */
export function waitsForCarrying(annotation: AnnotationRecord, article: ArticleRecord): boolean {
  return (
    annotation.passage.revisionId !== article.revisionId &&
    annotation.keptFrom !== article.revisionId
  );
}

/**
 * Puts annotations on their new passages, with where they came from. One that returns to the very passage that it was
 * carried from by the program is as it was before, and says nothing of its way.
 */
export function carryAnnotations(maker: Maker, carryings: readonly Carrying[]): Diff {
  return updates(carryings, ({ annotation, passage, outcome, score }) => {
    const { carried, keptFrom, ...rest } = nextRecord(maker, annotation, { passage });
    const from = origin(annotation, outcome);
    if (isSamePassage(from, passage)) return [annotation, rest];
    const way: CarriedOver = { from, outcome, score };
    return [annotation, { ...rest, carried: way }];
  });
}

/** Leaves annotations on their own revision while `present` is the present one of their articles. */
export function keepAnnotations(
  maker: Maker,
  annotations: readonly AnnotationRecord[],
  present: (annotation: AnnotationRecord) => RevisionId,
): Diff {
  return updates(annotations, (annotation) => [
    annotation,
    nextRecord(maker, annotation, { keptFrom: present(annotation) }),
  ]);
}

/** Puts carried annotations back on the passage they had before, and leaves them there. Others stay as they are. */
export function putBack(
  maker: Maker,
  annotations: readonly AnnotationRecord[],
  present: (annotation: AnnotationRecord) => RevisionId,
): Diff {
  const carried = annotations.filter((annotation) => annotation.carried !== undefined);
  return updates(carried, (annotation) => {
    const passage = annotation.carried?.from ?? annotation.passage;
    const next = nextRecord(maker, annotation, { passage, keptFrom: present(annotation) });
    const { carried: _way, ...rest } = next;
    return [annotation, rest];
  });
}

/** Offers an annotation for carrying over that was left on its revision. */
export function offerAgain(maker: Maker, annotation: AnnotationRecord): Diff {
  return updates([annotation], (one) => {
    const { keptFrom, ...rest } = nextRecord(maker, one, {});
    return [one, rest];
  });
}

/** Whatever the program carries by itself, through however many revisions, keeps the last passage of the analyst's own. */
function origin({ passage, carried }: AnnotationRecord, outcome: CarryOutcome): Passage {
  return outcome === 'unchanged' && carried?.outcome === 'unchanged' ? carried.from : passage;
}

function isSamePassage(one: Passage, other: Passage): boolean {
  return one.revisionId === other.revisionId && one.start === other.start && one.end === other.end;
}

function updates<Item>(
  items: readonly Item[],
  update: (item: Item) => readonly [AnnotationRecord, AnnotationRecord],
): Diff {
  return { added: [], updated: items.map(update), removed: [] };
}
