import type { AnnotationId, ArticleId, ClaimId, TagId } from '../record/ids.ts';
import type { RichTextNode } from '../record/rich-text.ts';
import { citationOf } from './cited-ids.ts';

/** A record that a note or a brief mentions by a reference (rule N1). */
export type MentionTarget =
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'annotation'; readonly id: AnnotationId }
  | { readonly kind: 'tag'; readonly id: TagId }
  | { readonly kind: 'claim'; readonly id: ClaimId };

export type MentionKind = MentionTarget['kind'];

/** What is written for a reference that nobody put a name in the place of. */
export const unnamedMention = '[mention]';

const kinds: readonly unknown[] = ['article', 'annotation', 'tag', 'claim'];

/** What a node refers to, or `null` if it is no reference. */
export function mentionOf(node: RichTextNode): MentionTarget | null {
  const { kind, id } = node.type === 'reference' ? (node.attrs ?? {}) : {};
  return kinds.includes(kind) && typeof id === 'string' ? ({ kind, id } as MentionTarget) : null;
}

/**
 * The ids of all records that a document mentions, cites or shows as a figure, each once, in the order of first mention. Cost: one walk over
 * the document.
 */
export function mentionedIds(document: RichTextNode | null): readonly string[] {
  if (document === null) return none;
  const found = new Set<string>();
  collect(document, found);
  return found.size === 0 ? none : [...found];
}

const none: readonly string[] = Object.freeze([]);

function pictureId({ type, attrs }: RichTextNode): string {
  const id = type === 'figure' ? attrs?.pictureId : null;
  return typeof id === 'string' ? id : '';
}

function collect(node: RichTextNode, found: Set<string>): void {
  const id = (mentionOf(node) ?? citationOf(node))?.id ?? pictureId(node);
  if (id !== '') found.add(id);
  for (const child of node.content ?? []) collect(child, found);
}

/** The annotations that a document refers to, each once, in the order of first mention. Cost: one walk over the document. */
export function mentionedAnnotations(document: RichTextNode): readonly AnnotationId[] {
  const found = new Set<AnnotationId>();
  const walk = (node: RichTextNode): void => {
    const target = mentionOf(node);
    if (target?.kind === 'annotation') found.add(target.id);
    for (const child of node.content ?? []) walk(child);
  };
  walk(document);
  return [...found];
}

/**
 * The document with words in the place of its references, marks kept, for what leaves the project: `nameOf` says what the
 * record is called now (rule N4), `null` that the reference stays. The same document if none is named. Cost: one walk over the
 * document.
 */
export function nameMentions(
  document: RichTextNode,
  nameOf: (target: MentionTarget, reference: RichTextNode) => string | null,
): RichTextNode {
  const target = mentionOf(document);
  if (target !== null) {
    const { marks } = document;
    const text = nameOf(target, document);
    return text === null
      ? document
      : { type: 'text', text, ...(marks === undefined ? {} : { marks }) };
  }
  const { content } = document;
  if (content === undefined) return document;
  const named = content.map((child) => nameMentions(child, nameOf));
  return named.every((child, index) => child === content[index])
    ? document
    : { ...document, content: named };
}
