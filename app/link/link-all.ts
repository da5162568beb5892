import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { LinkTypeId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, LinkRecord } from '../record/records.ts';
import { addLink } from './link-diffs.ts';

/**
 * Links each of several annotations to one. The one itself, and those that are linked with it in this way, are left out;
 * `left` counts them. `annotations` must name each once. One diff.
 */
export function linkAll(
  maker: Maker,
  source: RecordSource,
  annotations: readonly AnnotationRecord[],
  to: AnnotationRecord,
  typeId: LinkTypeId,
): { readonly diff: Diff; readonly left: number } {
  const links: LinkRecord[] = [];
  for (const from of annotations) {
    const made = addLink(maker, source, from, to, typeId);
    if (made.ok) links.push(made.value.link);
  }
  return {
    diff: { added: links, updated: [], removed: [] },
    left: annotations.length - links.length,
  };
}
