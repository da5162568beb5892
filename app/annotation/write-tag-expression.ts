import type { TagRecord } from '../record/records.ts';
import type { TagExpression } from './tag-expression-node.ts';
import { tagTerm } from './tag-names.ts';
import { tagTree } from './tag-tree.ts';

/**
 * An expression as text that means the same with these tags, whose names may have changed since it was understood. `null`
 * if one of its tags is gone.
 */
export function writeTagExpression(
  expression: TagExpression,
  tags: readonly TagRecord[],
): string | null {
  switch (expression.kind) {
    case 'untagged':
      return 'untagged';
    case 'tag': {
      const terms = new Set<string>();
      for (const id of expression.tagIds) {
        const tag = tagTree(tags).items.get(id);
        if (tag === undefined) return null;
        terms.add(`${expression.withBelow ? '' : '='}${tagTerm(tags, tag)}`);
      }
      return terms.size === 1 ? [...terms].join('') : `(${[...terms].join(' OR ')})`;
    }
    case 'not': {
      const inner = writeTagExpression(expression.expression, tags);
      const isOne =
        expression.expression.kind === 'tag' || expression.expression.kind === 'untagged';
      if (inner === null) return null;
      return isOne ? `NOT ${inner}` : `NOT (${inner})`;
    }
    case 'and':
    case 'or': {
      const parts: string[] = [];
      for (const one of expression.expressions) {
        const part = writeTagExpression(one, tags);
        if (part === null) return null;
        parts.push(one.kind === 'and' || one.kind === 'or' ? `(${part})` : part);
      }
      return parts.join(expression.kind === 'and' ? ' AND ' : ' OR ');
    }
  }
}
