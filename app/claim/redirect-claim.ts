import type { RecordEdits } from '../annotation/record-edits.ts';
import type { ClaimId } from '../record/ids.ts';
import type { MentioningRecord, RecordSource } from '../record/record-source.ts';
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
  const records = new Map<string, MentioningRecord>();
  for (const id of gone) {
    for (const record of source.mentionsOf(id)) records.set(record.id, record);
  }
  for (const record of records.values()) {
    if (record.kind === 'brief') {
      edits.patch(record, { content: redirected(record.content, gone, into) });
    } else if (record.note !== null) {
      const note = redirected(record.note, gone, into);
      if (record.kind === 'claim') edits.patch(record, { note });
      else edits.patch(record, { note });
    }
  }
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
