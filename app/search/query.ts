import type { PublishedRange } from './published-range.ts';

/** Where a word has to stand; `any`: in the text, the title, the outlet or the byline. */
export type QueryField = 'any' | 'title' | 'outlet' | 'byline' | 'text';

/** Words that follow each other, folded. Of a prefix, the last one is only begun. */
export interface QueryPhrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** A condition on what is known of an article. */
export type QueryFilter =
  | { readonly name: 'tag'; readonly tag: string }
  | { readonly name: 'language'; readonly language: string }
  | { readonly name: 'section'; readonly words: readonly string[] }
  | { readonly name: 'after' | 'before' | 'on'; readonly range: PublishedRange }
  | { readonly name: 'is'; readonly flag: QueryFlag };

export type QueryFlag = 'starred' | 'read' | 'unread' | 'archived';

/** A query that was understood, as a tree. */
export type QueryNode =
  | { readonly kind: 'phrase'; readonly field: QueryField; readonly phrase: QueryPhrase }
  | {
      readonly kind: 'near';
      readonly field: QueryField;
      readonly phrases: readonly QueryPhrase[];
      /** At most so many words between the end of each phrase and the start of the last. */
      readonly distance: number;
    }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode }
  | { readonly kind: 'filter'; readonly filter: QueryFilter };

/** What is looked for in a text: a phrase by itself, or phrases near each other. */
export type HitGroup = Extract<QueryNode, { kind: 'phrase' | 'near' }>;

/**
 * What of a query can be seen in a text: each phrase and each group of near phrases that is not behind NOT and not tied
 * to another field, in the order of the query.
 */
export function hitGroups(node: QueryNode): HitGroup[] {
  switch (node.kind) {
    case 'phrase':
    case 'near':
      return node.field === 'any' || node.field === 'text' ? [node] : [];
    case 'and':
    case 'or':
      return node.nodes.flatMap(hitGroups);
    case 'not':
    case 'filter':
      return [];
  }
}
