import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { isTrashed } from '../../../app/article/article-state.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ArticleRecord, EvidenceRecord, Stance } from '../../../app/record/records.ts';
import { articlesInOrder } from '../session.ts';

/**
 * Who has a passage under a claim, and who has none. "None" is not silence: nobody confirmed it. Who contradicts stands first,
 * the contradiction first of its passages: a short list cuts off at the end.
 */
export interface ClaimOutlets {
  readonly withPassage: readonly {
    readonly outlet: string;
    readonly items: readonly EvidenceRecord[];
  }[];
  readonly without: readonly string[];
}

const outlets = new WeakMap<readonly ArticleRecord[], readonly string[]>();

/** Every outlet of the project, by the numbers of its articles; kept with the list. Cost: all articles, once for a list. */
export function outletNames(articles: readonly ArticleRecord[]): readonly string[] {
  const known = outlets.get(articles);
  if (known !== undefined) return known;
  const names = [...new Set(articlesInOrder(articles).map(outletName))];
  outlets.set(articles, names);
  return names;
}

/** Articles in the trash have none (rule M4). Cost: the claim's evidence and a look at each outlet. */
export function outletsOf(
  records: RecordSource,
  evidence: readonly EvidenceRecord[],
  outlets: readonly string[],
): ClaimOutlets {
  const found = new Map<string, EvidenceRecord[]>();
  for (const item of evidence) {
    const annotation = records.get('annotation', item.annotationId);
    const article = annotation === null ? null : records.get('article', annotation.articleId);
    if (article === null || isTrashed(article)) continue;
    const outlet = outletName(article);
    const items = found.get(outlet);
    if (items === undefined) found.set(outlet, [item]);
    else items.push(item);
  }
  const withPassage = [...found].map(([outlet, items]) => ({
    outlet,
    items: items.toSorted((one, other) => weight(one) - weight(other)),
  }));
  return {
    withPassage: withPassage.toSorted((one, other) => leadOf(one.items) - leadOf(other.items)),
    without: outlets.filter((outlet) => !found.has(outlet)),
  };
}

/** From contradiction to assertion. */
const weights: readonly Stance[] = ['denies', 'questions', 'qualifies', 'reports', 'asserts'];

function weight({ stance }: EvidenceRecord): number {
  return weights.indexOf(stance);
}

/** Who has only reported a claim is not set before who asserts it. */
function leadOf([first]: readonly EvidenceRecord[]): number {
  return first === undefined ? 0 : Math.min(weight(first), weights.indexOf('reports'));
}

function outletName(article: ArticleRecord): string {
  const { outlet, title } = effectiveMetadata(article);
  return outlet ?? `“${title}”`;
}
