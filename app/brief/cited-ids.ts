import type { AnnotationId, ClaimId } from '../record/ids.ts';
import type { RichTextNode } from '../record/rich-text.ts';

/** One place of a document that cites a record. */
export type Citation =
  | {
      readonly kind: 'annotation';
      readonly id: AnnotationId;
      readonly form: 'inline' | 'block';
    }
  | { readonly kind: 'claim'; readonly id: ClaimId };

/** Every annotation and claim that a document cites, each once, in the order of first mention. */
export interface CitedIds {
  readonly annotationIds: readonly AnnotationId[];
  readonly claimIds: readonly ClaimId[];
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
    default:
      return null;
  }
}

/** Every citation of a document in document order, repeated ones repeated. Cost: one walk over the document. */
export function citationsIn(document: RichTextNode): Citation[] {
  const found: Citation[] = [];
  collect(document, found);
  return found;
}

/** The records that a document cites: what an export has to gather. Evidence of the claims is not in it. */
export function citedIds(document: RichTextNode): CitedIds {
  const annotationIds = new Set<AnnotationId>();
  const claimIds = new Set<ClaimId>();
  for (const citation of citationsIn(document)) {
    if (citation.kind === 'claim') claimIds.add(citation.id);
    else annotationIds.add(citation.id);
  }
  return { annotationIds: [...annotationIds], claimIds: [...claimIds] };
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
