import type { AnnotationId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { LinkLine, TagColor } from '../../../app/record/records.ts';

/** An arrow between two passages, as it is to be drawn. */
export interface FocusedCurve {
  readonly from: string;
  readonly to: string;
  /** As it reads along the arrow. */
  readonly relation: string;
  readonly symmetric: boolean;
  readonly line: LinkLine;
  readonly color: TagColor | 0;
}

/** The arrows of an annotation: one for each link with another annotation. Cost: its links. */
export function focusedCurves(records: RecordSource, id: AnnotationId): readonly FocusedCurve[] {
  return records.linksAt(id).flatMap((link): readonly FocusedCurve[] => {
    if (link.fromKind === 'claim' || link.to.kind === 'claim') return [];
    const type = records.get('linkType', link.typeId);
    return [
      {
        from: link.from,
        to: link.to.id,
        relation: type?.name ?? 'is linked with',
        symmetric: type?.symmetric ?? false,
        line: type?.line ?? 'solid',
        color: type?.color ?? 0,
      },
    ];
  });
}
