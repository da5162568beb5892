import type { DeletionCounts } from '../../../app/annotation/delete-tags.ts';
import { countOf } from '../../session/article-list.ts';

/** On how much tags are: `14 annotations, 2 articles and 1 claim`. */
export function countsInWords({ annotations, articles, claims }: DeletionCounts): string {
  const parts = [
    countOf(annotations, 'annotation'),
    ...(articles === 0 ? [] : [countOf(articles, 'article')]),
    ...(claims === 0 ? [] : [countOf(claims, 'claim')]),
  ];
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}
