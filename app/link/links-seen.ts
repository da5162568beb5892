import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ClaimRecord, LinkEnd, LinkRecord } from '../record/records.ts';
import { relationName } from './link-diffs.ts';
import { endRecord, linkStart } from './link-ends.ts';

/** A link as it reads from one of its ends. */
export interface LinkSeen {
  readonly link: LinkRecord;
  /** Whether it is seen from its start. */
  readonly starts: boolean;
  /** "repeats" from the start, "is repeated by" from the end. */
  readonly relation: string;
  /** What is at the other end; `null` for what is gone. */
  readonly other: AnnotationRecord | ClaimRecord | null;
}

/** The links of an annotation or a claim, each as it reads from there (rule L1). */
export function linksSeenFrom(source: RecordSource, here: LinkEnd): readonly LinkSeen[] {
  return source.linksAt(here.id).map((link) => {
    const starts = link.from === here.id;
    return {
      link,
      starts,
      relation: relationName(source.get('linkType', link.typeId), starts),
      other: endRecord(source, starts ? link.to : linkStart(link)),
    };
  });
}
