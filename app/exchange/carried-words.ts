import type { CarriedCounts, CarriedKind } from './exchange-report.ts';

const names: Readonly<Record<CarriedKind, readonly [one: string, many: string]>> = {
  article: ['article', 'articles'],
  correction: ['article’s facts', 'articles’ facts'],
  annotation: ['annotation', 'annotations'],
  tag: ['tag', 'tags'],
  claim: ['claim', 'claims'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  link: ['link', 'links'],
  speaker: ['speaker', 'speakers'],
  silence: ['silence', 'silences'],
};

/** What many of a kind are called: "pieces of evidence". */
export function carriedKindName(kind: CarriedKind): string {
  return names[kind][1];
}

/** "1 article, 31 annotations and 4 links"; "nothing" for none. */
export function carriedWords(counts: CarriedCounts): string {
  const parts = Object.entries(names).flatMap(([kind, [one, many]]) => {
    const count = counts[kind as CarriedKind] ?? 0;
    return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`];
  });
  if (parts.length < 2) return parts[0] ?? 'nothing';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
