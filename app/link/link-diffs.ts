import type { Maker } from '../base/maker.ts';
import type { Result } from '../base/result.ts';
import { failure, success } from '../base/result.ts';
import type { Diff } from '../record/diff.ts';
import type { LinkTypeId } from '../record/ids.ts';
import { newRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, LinkRecord, LinkTypeRecord } from '../record/records.ts';

/** A link as it reads from one of its ends. */
export interface LinkSeen {
  readonly link: LinkRecord;
  /** "repeats" from the start, "is repeated by" from the end. */
  readonly relation: string;
  /** The annotation at the other end; `null` for a claim or an end that is gone. */
  readonly other: AnnotationRecord | null;
}

/** Links two annotations. Fails with `same` for one annotation with itself, `known` for a link that is there. */
export function addLink(
  maker: Maker,
  source: RecordSource,
  from: AnnotationRecord,
  to: AnnotationRecord,
  typeId: LinkTypeId,
): Result<{ readonly link: LinkRecord; readonly diff: Diff }, 'same' | 'known'> {
  if (from.id === to.id) {
    return failure('same', 'A passage cannot be linked with itself. Select another passage first.');
  }
  const symmetric = source.get('linkType', typeId)?.symmetric === true;
  const known = source
    .linksAt(from.id)
    .some(
      (link) =>
        link.typeId === typeId &&
        ((link.from === from.id && link.to.id === to.id) ||
          (symmetric && link.from === to.id && link.to.id === from.id)),
    );
  if (known) return failure('known', 'These two passages are linked in this way already.');
  const link = newRecord(maker, 'link', {
    typeId,
    from: from.id,
    to: { kind: 'annotation', id: to.id },
  });
  return success({ link, diff: { added: [link], updated: [], removed: [] } });
}

/** The links of an annotation, each as it reads from there. */
export function linksSeenFrom(
  source: RecordSource,
  annotation: AnnotationRecord,
): readonly LinkSeen[] {
  return source.linksAt(annotation.id).map((link) => {
    const type = source.get('linkType', link.typeId);
    const starts = link.from === annotation.id;
    const otherId = starts ? link.to.id : link.from;
    return {
      link,
      relation: relationName(type, starts),
      other: source.get('annotation', otherId),
    };
  });
}

function relationName(type: LinkTypeRecord | null, starts: boolean): string {
  if (type === null) return 'is linked with';
  return starts || type.symmetric ? type.name : type.inverseName;
}
