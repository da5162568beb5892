import type { AnnotationId, ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ClaimRecord, LinkEnd, LinkRecord } from '../record/records.ts';

/** Where a link begins. Its end is `link.to`. */
export function linkStart(link: LinkRecord): LinkEnd {
  // `fromKind` says of which kind the id is (rule L1); the brands can't follow that.
  return link.fromKind === 'claim'
    ? { kind: 'claim', id: link.from as ClaimId }
    : { kind: 'annotation', id: link.from as AnnotationId };
}

/** The record that an end names; `null` if it is gone. */
export function endRecord(
  source: RecordSource,
  end: LinkEnd,
): AnnotationRecord | ClaimRecord | null {
  return end.kind === 'claim' ? source.get('claim', end.id) : source.get('annotation', end.id);
}
