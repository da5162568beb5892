import type { AnnotationId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { wordsOf } from './evidence-filter.ts';
import {
  type EvidenceItem,
  type EvidenceItems,
  evidenceItems,
  noEvidence,
} from './evidence-item.ts';

/** The rows of each project as they were last, so that a key that is pressed does not make all of them anew. */
const lastRows = new WeakMap<RecordSource, EvidenceItems>();

/**
 * The first annotations whose number begins so, or whose quotation or note holds every word; those of `before` come first,
 * `except` is left out.
 * Cost: the annotations up to the last one that is found, and all of them once for each change of them.
 */
export function findAnnotations(
  records: RecordSource,
  typed: string,
  most: number,
  before: readonly AnnotationId[] = [],
  except: AnnotationId | null = null,
): readonly EvidenceItem[] {
  const words = wordsOf(typed);
  const rows = evidenceItems(records, lastRows.get(records) ?? noEvidence);
  lastRows.set(records, rows);
  const first = new Set(before);
  const found: EvidenceItem[] = [];
  const matches = (item: EvidenceItem): boolean => {
    const number = `${item.source.listed.number}:${item.annotation.number}`;
    if (item.annotation.id === except) return false;
    return words.every((word) => number.startsWith(word) || item.folded.includes(word));
  };
  for (const isFirst of [true, false]) {
    for (const item of rows.items) {
      if (found.length >= most) return found;
      if (first.has(item.annotation.id) === isFirst && matches(item)) found.push(item);
    }
  }
  return found;
}
