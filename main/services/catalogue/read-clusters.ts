import { distinctHashes, shinglesOf, similarityOf } from '../../../app/compare/shingles.ts';
import type { ArticleCluster } from '../../../app/host/search.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { CatalogueDatabase } from './catalogue-database.ts';
import { rowsOf } from './catalogue-database.ts';
import { indexText } from './index-text.ts';
import { StoredArticles } from './stored-articles.ts';

interface Member {
  readonly key: number;
  readonly articleId: ArticleId;
  readonly number: number;
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Clusters of near duplicates (rule S12): what hangs together by pairs, each with its earliest published article first,
 * whose id is the cluster's. Cost: the pairs, and reading the texts of members that were never compared with the first.
 */
export function readClusters(database: CatalogueDatabase): ArticleCluster[] {
  const pairs = rowsOf<[number, number, number]>(
    database.prepare('SELECT one, other, similarity FROM twins'),
  );
  const similarities = new Map(pairs.map(([one, other, value]) => [`${one} ${other}`, value]));
  const groups = new Groups();
  for (const [one, other] of pairs) groups.join(one, other);
  const byRoot = new Map<number, Member[]>();
  for (const member of readMembers(database)) {
    const root = groups.rootOf(member.key);
    byRoot.set(root, [...(byRoot.get(root) ?? []), member]);
  }
  const texts = new StoredArticles(database);
  const shinglesOfKey = (key: number) =>
    distinctHashes(shinglesOf(indexText(texts.read(key)?.text ?? '')));
  const clusters: ArticleCluster[] = [];
  for (const members of byRoot.values()) {
    members.sort(byPublished);
    const [first] = members;
    if (first === undefined || members.length < 2) continue;
    const likeFirst = ({ key }: Member): number => {
      if (key === first.key) return 1;
      const pair = key < first.key ? `${key} ${first.key}` : `${first.key} ${key}`;
      return similarities.get(pair) ?? similarityOf(shinglesOfKey(first.key), shinglesOfKey(key));
    };
    clusters.push({
      id: first.articleId,
      members: members.map((member) => ({
        articleId: member.articleId,
        similarity: likeFirst(member),
      })),
    });
  }
  return clusters.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function readMembers(database: CatalogueDatabase): Member[] {
  type Row = [number, ArticleId, number, number | null, number | null];
  const sql =
    'SELECT key, CAST(id AS BLOB), number, published_from, published_to FROM articles WHERE NOT trashed AND key IN (SELECT one FROM twins UNION SELECT other FROM twins)';
  return rowsOf<Row>(database.prepare(sql)).map(([key, articleId, number, from, to]) => ({
    key,
    articleId,
    number,
    from,
    to,
  }));
}

/** Unknown dates last; of equals the more precise first, then the one that came first into the project. */
function byPublished(one: Member, other: Member): number {
  const start = (member: Member) => member.from ?? Number.MAX_VALUE;
  const end = (member: Member) => member.to ?? Number.MAX_VALUE;
  return start(one) - start(other) || end(one) - end(other) || one.number - other.number;
}

/** What hangs together (union by path halving). */
class Groups {
  readonly #parents = new Map<number, number>();

  rootOf(key: number): number {
    let at = key;
    for (;;) {
      const parent = this.#parents.get(at) ?? at;
      if (parent === at) return at;
      this.#parents.set(at, this.#parents.get(parent) ?? parent);
      at = parent;
    }
  }

  join(one: number, other: number): void {
    this.#parents.set(this.rootOf(one), this.rootOf(other));
  }
}
