import type { TagId } from '../record/ids.ts';
import type { TagRecord } from '../record/records.ts';
import {
  type TagExpression,
  type TagExpressionProblem,
  tagOrBelow,
} from './tag-expression-node.ts';
import { TagExpressionFault, TagExpressionParser } from './tag-expression-parser.ts';
import { tagNames } from './tag-names.ts';

/** A tag expression that was understood, or what is wrong with it. */
export type ParsedTagExpression =
  | { readonly ok: true; readonly value: TagExpression }
  | { readonly ok: false; readonly error: TagExpressionProblem };

/**
 * Understands a tag expression (rules G3 to G6): names of tags, `AND`, `OR`, `NOT`, parentheses, `-tag`, `=tag`,
 * `parent/tag`, `untagged`. A text that can't be understood so, but is a tag's name as a whole, means that tag. It never
 * throws. Cost: the length of the text and the tags below those that are named; O(tags) the first time for a list of tags,
 * which must not be changed afterwards.
 */
export function parseTagExpression(text: string, tags: readonly TagRecord[]): ParsedTagExpression {
  try {
    return { ok: true, value: new TagExpressionParser(text, tags).parse() };
  } catch (error) {
    if (!(error instanceof TagExpressionFault)) throw error;
    const [named, ...others] = tagNames(tags).find([text.trim()], false);
    if (named === undefined || others.length > 0) return { ok: false, error: error.problem };
    return { ok: true, value: tagOrBelow(tags, [named], true) };
  }
}

/** Whether an annotation, or an article, with these tags is asked for. Cost: the expression times the tags. */
export function matchesTags(expression: TagExpression, tagIds: readonly TagId[]): boolean {
  switch (expression.kind) {
    case 'tag':
      return tagIds.some((id) => expression.matching.has(id));
    case 'untagged':
      return tagIds.length === 0;
    case 'not':
      return !matchesTags(expression.expression, tagIds);
    case 'and':
      return expression.expressions.every((one) => matchesTags(one, tagIds));
    case 'or':
      return expression.expressions.some((one) => matchesTags(one, tagIds));
  }
}
