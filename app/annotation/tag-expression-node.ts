import type { Failure } from '../base/result.ts';
import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';
import { tagTree } from './tag-tree.ts';

/** What a tag expression asks for (rules G3 to G6), as a tree. */
export type TagExpression =
  | {
      readonly kind: 'tag';
      /** The tags that were written: one, or several that have the same path. */
      readonly tagIds: readonly TagId[];
      /** Whether those below them count, too. */
      readonly withBelow: boolean;
      /** What an annotation must have one of: the tags, and those below them if they count. */
      readonly matching: ReadonlySet<TagId>;
    }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'not'; readonly expression: TagExpression }
  | { readonly kind: 'and' | 'or'; readonly expressions: readonly TagExpression[] };

/** Why a tag expression can't be understood, and where: half-open, in UTF-16 code units of it. */
export interface TagExpressionProblem
  extends Failure<'empty' | 'grammar' | 'unknown-tag' | 'ambiguous-tag'> {
  readonly start: number;
  readonly end: number;
}

/** The expression of tags and, if they count, those below them. */
export function tagOrBelow(
  tags: readonly TagRecord[],
  named: readonly TagRecord[],
  withBelow: boolean,
): TagExpression {
  const tree = tagTree(tags);
  const all = withBelow ? named.flatMap(({ id }) => tree.subtree(id)) : named;
  return {
    kind: 'tag',
    tagIds: named.map(({ id }) => id),
    withBelow,
    matching: new Set(all.map(({ id }) => id)),
  };
}
