import { type ClaimSource, claimSources } from '../../../app/claim/claim-sources.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { countOf, listArticle } from '../article-list.ts';
import type { Session } from '../session.ts';

/** One independent source of a claim, in words. */
export interface SourceShown {
  /** The outlet that stands for it: of its first article. */
  readonly name: string;
  readonly articles: readonly ArticleRecord[];
  /** Why more than one article is in it: "3 articles · counts with The Ledger (near duplicates)". */
  readonly why: string;
}

/** The independent sources of a claim, as the catalogue knows near duplicates now (rule Q7). Cost: its evidence. */
export function sourcesShown(session: Session, claimId: ClaimId): readonly SourceShown[] {
  const { clusters } = session.get();
  const sources = claimSources(
    session.store.records,
    claimId,
    (id) => clusters.get(id)?.cluster.id ?? null,
  );
  return sources.map(describeSource);
}

function describeSource(articles: ClaimSource): SourceShown {
  const named = articles.map(sourceName);
  const [name = ''] = named;
  const others = [...new Set(named)].filter((other) => other !== name);
  const why = [
    articles.length > 1 ? countOf(articles.length, 'article') : null,
    others.length > 0 ? `with ${others.join(', ')}: near duplicates` : null,
  ];
  return { name, articles, why: why.filter((part) => part !== null).join(' · ') };
}

/** What an article is called as a source: its outlet, else its headline. */
function sourceName(article: ArticleRecord): string {
  const { outlet, metadata } = listArticle(article);
  return outlet ?? `“${metadata.title}”`;
}
