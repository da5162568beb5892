import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import type { AnnotationFilter } from '../codebook/tag-filter.ts';
import type { LibraryItem } from './library-item.ts';

/** Whether one of a list of annotations is let through, by filter and list: a list is another one when it changes. */
const known = new WeakMap<AnnotationFilter, WeakMap<readonly AnnotationRecord[], boolean>>();

/**
 * The articles with an annotation that the tag filter lets through, in their order. Cost: the articles, and the annotations
 * of those that changed since the last time.
 */
export function itemsWithMatches(
  records: RecordSource,
  items: readonly LibraryItem[],
  accepts: AnnotationFilter,
): readonly LibraryItem[] {
  const answers = known.get(accepts) ?? new WeakMap<readonly AnnotationRecord[], boolean>();
  known.set(accepts, answers);
  return items.filter(({ id }) => {
    const annotations = records.annotationsOf(id);
    const answer = answers.get(annotations) ?? annotations.some(accepts);
    answers.set(annotations, answer);
    return answer;
  });
}
