import type { TagId } from '../record/ids.ts';
import type { TagExpression } from './tag-expression-node.ts';

/** An expression that asks for `survivor` where it asked for one of `gone` (rule G8); the same one where it asked for none. */
export function redirectExpression(
  expression: TagExpression,
  gone: ReadonlySet<TagId>,
  survivor: TagId,
): TagExpression {
  const within = (part: TagExpression): TagExpression => redirectExpression(part, gone, survivor);
  switch (expression.kind) {
    case 'tag': {
      if (!expression.tagIds.some((id) => gone.has(id))) return expression;
      const tagIds = expression.tagIds.map((id) => (gone.has(id) ? survivor : id));
      return { ...expression, tagIds: [...new Set(tagIds)] };
    }
    case 'untagged':
      return expression;
    case 'not': {
      const inner = within(expression.expression);
      return inner === expression.expression ? expression : { ...expression, expression: inner };
    }
    case 'and':
    case 'or': {
      const parts = expression.expressions.map(within);
      const isSame = parts.every((part, index) => part === expression.expressions[index]);
      return isSame ? expression : { ...expression, expressions: parts };
    }
  }
}
