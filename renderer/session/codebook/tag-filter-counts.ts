import { matchesTags, parseTagExpression } from '../../../app/annotation/tag-expression.ts';
import type { TagExpression } from '../../../app/annotation/tag-expression-node.ts';
import { countIn, type TagSet } from '../../../app/annotation/tag-sets.ts';
import type { TagRecord } from '../../../app/record/records.ts';

/** How many annotations there are in all. Cost: the sets. */
export function countAll(sets: readonly TagSet[]): number {
  return countIn(sets, () => true);
}

/** How many annotations an expression leaves. Cost: the sets. */
export function countMatching(sets: readonly TagSet[], expression: TagExpression): number {
  return countIn(sets, (tagIds) => matchesTags(expression, tagIds));
}

/** How many annotations a text leaves as an expression; `null`: it can't be understood (yet). */
export function countTyped(
  sets: readonly TagSet[],
  tags: readonly TagRecord[],
  text: string,
): number | null {
  const parsed = parseTagExpression(text, tags);
  return parsed.ok ? countMatching(sets, parsed.value) : null;
}
