import type { RecordSource } from '../../../app/record/record-source.ts';
import type { EvidenceItem } from './evidence-item.ts';

/** What rows can be narrowed to by a list of values. */
export type EvidenceValues = 'outlets' | 'articleIds' | 'claimIds' | 'authors';

/** The values that rows have, with how many have each, the most frequent first. `''`: not stated. Cost: the rows. */
export function evidenceValues(
  items: readonly EvidenceItem[],
  name: EvidenceValues,
  records: RecordSource,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const value of valuesOf(item, name, records)) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count);
}

function valuesOf(
  { annotation, source }: EvidenceItem,
  name: EvidenceValues,
  records: RecordSource,
): readonly string[] {
  switch (name) {
    case 'outlets':
      return [source.listed.metadata.outlet ?? ''];
    case 'articleIds':
      return [annotation.articleId];
    case 'authors':
      return [annotation.author];
    case 'claimIds':
      return records.evidenceFor(annotation.id).map(({ claimId }) => claimId);
  }
}
