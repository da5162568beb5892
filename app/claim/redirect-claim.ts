import type { RecordEdits } from '../annotation/record-edits.ts';
import { redirectDocuments } from '../annotation/redirect-documents.ts';
import type { ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { RichTextNode } from '../record/rich-text.ts';

/**
 * Lets notes that mention some claims, and briefs that mention or cite them, mention and cite another in their place. Cost: the
 * mentions.
 */
export function redirectClaims(
  edits: RecordEdits,
  source: RecordSource,
  gone: ReadonlySet<ClaimId>,
  into: ClaimId,
): void {
  redirectDocuments(edits, source, gone, (node) => redirected(node, gone, into));
}

/** The document with another claim in the place of some; the same one if it names none of them. */
export function redirected(
  node: RichTextNode,
  gone: ReadonlySet<ClaimId>,
  into: ClaimId,
): RichTextNode {
  const { type, attrs, content } = node;
  if (type === 'reference' && attrs?.kind === 'claim' && gone.has(attrs.id as ClaimId)) {
    return { ...node, attrs: { ...attrs, id: into } };
  }
  if (type === 'claim_citation' && gone.has(attrs?.claimId as ClaimId)) {
    return { ...node, attrs: { ...attrs, claimId: into } };
  }
  if (content === undefined) return node;
  const next = content.map((child) => redirected(child, gone, into));
  return next.every((child, index) => child === content[index]) ? node : { ...node, content: next };
}
