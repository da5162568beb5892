import type { AnnotationId, ArticleId, ClaimId } from '../record/ids.ts';
import type { RichTextNode } from '../record/rich-text.ts';

/** One place of a document that cites a record. */
export type Citation =
  | {
      readonly kind: 'annotation';
      readonly id: AnnotationId;
      readonly form: 'inline' | 'block';
    }
  | { readonly kind: 'claim'; readonly id: ClaimId }
  /** An article as a whole, in the line. */
  | { readonly kind: 'article'; readonly id: ArticleId };

/** Every annotation, claim and whole article that a document cites, each once, in the order of first mention. */
export interface CitedIds {
  readonly annotationIds: readonly AnnotationId[];
  readonly claimIds: readonly ClaimId[];
  readonly articleIds: readonly ArticleId[];
}

/** The citation that a node is, or `null`. A citation whose id is missing has the empty id, which no record has. */
export function citationOf(node: RichTextNode): Citation | null {
  switch (node.type) {
    case 'inline_citation':
      return { kind: 'annotation', id: idOf(node, 'annotationId'), form: 'inline' };
    case 'quotation_citation':
      return { kind: 'annotation', id: idOf(node, 'annotationId'), form: 'block' };
    case 'claim_citation':
      return { kind: 'claim', id: idOf(node, 'claimId') };
    case 'article_citation':
      return { kind: 'article', id: idOf(node, 'articleId') };
    default:
      return null;
  }
}

/** Every citation of a document in document order, repeated ones repeated, those in footnotes where their footnote stands. Cost: one walk over the document. */
export function citationsIn(document: RichTextNode): Citation[] {
  const found: Citation[] = [];
  collect(document, found);
  return found;
}

/** The records that a document cites: what an export has to gather. Evidence of the claims is not in it. */
export function citedIds(document: RichTextNode): CitedIds {
  const annotationIds = new Set<AnnotationId>();
  const claimIds = new Set<ClaimId>();
  const articleIds = new Set<ArticleId>();
  for (const citation of citationsIn(document)) {
    if (citation.kind === 'claim') claimIds.add(citation.id);
    else if (citation.kind === 'article') articleIds.add(citation.id);
    else annotationIds.add(citation.id);
  }
  return {
    annotationIds: [...annotationIds],
    claimIds: [...claimIds],
    articleIds: [...articleIds],
  };
}

/** The ids of the pictures that a document shows as figures, each once. Cost: one walk over the document. */
export function pictureIdsIn(document: RichTextNode): readonly string[] {
  const found = new Set<string>();
  const walk = (node: RichTextNode): void => {
    const id = node.type === 'figure' ? node.attrs?.pictureId : null;
    if (typeof id === 'string') found.add(id);
    for (const child of node.content ?? []) walk(child);
  };
  walk(document);
  return [...found];
}

function collect(node: RichTextNode, found: Citation[]): void {
  const citation = citationOf(node);
  if (citation !== null) found.push(citation);
  for (const child of node.content ?? []) collect(child, found);
}

function idOf<Id extends string>(node: RichTextNode, name: string): Id {
  const value = node.attrs?.[name];
  return (typeof value === 'string' ? value : '') as Id;
}
