import type { CitationStyle } from './citation-style.ts';
import type { Cite } from './cite-cluster.ts';
import type { CslItem } from './csl-item.ts';
import { formatCitations } from './format-citations.ts';
import { readCitationStyle } from './read-citation-style.ts';
import { plainText } from './run-text.ts';

/**
 * What a style writes in the text for each cluster, in their order, as a brief of them prints it: "(Reyl 2024a, para. 4)",
 * "[3]". `items` are the articles that they cite. Empty for a style that can not be used. Cost: as `formatCitations`; for a
 * thread.
 */
export function citationLabels(
  style: CitationStyle,
  clusters: readonly (readonly Cite[])[],
  items: readonly CslItem[],
  language: string | null,
): readonly string[] {
  const facts = readCitationStyle(style.xml);
  const [first] = items;
  if (!facts.ok || first === undefined) return [];
  const byId = new Map(items.map((item) => [item.id, item]));
  const formatted = formatCitations(style, facts.value, {
    clusters: clusters.map((cites) => ({ note: 0, cites })),
    item: (id) => byId.get(id) ?? first,
    language,
    bibliography: false,
    entryRemark: () => '',
  });
  return formatted.clusters.map(plainText);
}
