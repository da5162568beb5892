import type { SuggestedPassage } from '../../../app/host/suggestions.ts';

/** Tells a passage of a cluster from the others, as long as its article has the same revision. */
export function passageKey({
  articleId,
  start,
  end,
}: Pick<SuggestedPassage, 'articleId' | 'start' | 'end'>): string {
  return `${articleId}:${start}:${end}`;
}
